import { owed } from '../support/mail.ts';
import { john, lucia, services } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const { staging } = services;
const what = { service: staging, roles: ['tech' as const] };

test('what has been done is told once, and no address can say it', async ({ visit, mailbox }) => {
  const asking = await visit(john);
  await asking.services.edit(staging);
  const number = await asking.contacts.ask({ tech: lucia });
  await mailbox.take(owed(john, 'asked-own', what), owed(lucia, 'asked-new', what));
  await asking.page.reload();
  await asking.settle();
  await asking.request.is(number);
  await expect(asking.page.locator('.notice')).toHaveCount(0);

  for (const place of [`/contacts/requests/${number}?notice=done`, '/contacts/services?notice=password-reset', '/profile?notice=password']) {
    await asking.open(place);
    await expect(asking.heading).toBeVisible();
    await expect(asking.page.locator('.notice')).toHaveCount(0);
  }
  const stranger = await visit();
  await stranger.open('/sign-up/confirm?id=aa66666-ovh');
  await expect(stranger.page.getByRole('main')).not.toContainText('aa66666');
});

test('what is no longer so is no longer told', { tag: '@hydrated' }, async ({ visit, mailbox }) => {
  const asking = await visit(john);
  await asking.services.edit(staging);
  await asking.contacts.ask({ tech: lucia });
  const [own, other] = await mailbox.take(owed(john, 'asked-own', what), owed(lucia, 'asked-new', what));
  await asking.accepts(own, 'notice-waiting');
  const taking = await visit(lucia);
  await taking.accepts(other, 'notice-done');
  await expect(asking.page.getByText(asking.t('ended-done'), { exact: true })).toBeVisible();
  await expect(asking.page.getByText(asking.t('notice-waiting'), { exact: true })).toHaveCount(0);
  await mailbox.take(owed(john, 'done', what), owed(lucia, 'done', what));
});
