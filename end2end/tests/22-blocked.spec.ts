import { owed } from '../support/mail.ts';
import { joao, john, lucia, marie, services } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const service = services.vps;
const about = { service, roles: ['tech' as const] };

test('22. A customer that is blocked asks in vain, and does not notice', async ({ visit, mailbox }) => {
  const asking = await visit(marie);
  await asking.services.edit(service);
  const number = await asking.contacts.ask({ tech: lucia });
  const [, toLucia] = await mailbox.take(owed(marie, 'asked-own', about), owed(lucia, 'asked-new', about));

  // The mail leads to the section; opening it blocks nobody.
  expect(toLucia.text).toContain(`/contacts/requests/${number}#block`);
  const blocking = await visit(lucia);
  await blocking.follow(toLucia);
  await blocking.seesBanner('banner-decide');
  await expect(blocking.request.accept).toBeVisible();
  await blocking.request.blocks(marie);
  await expect(blocking.page).toHaveURL('/contacts/requests');
  await blocking.seesNotice('notice-blocked');
  await blocking.seesBanner();
  await expect(blocking.page.getByRole('link', { name: blocking.t('request-number', { number: String(number) }) })).toHaveCount(0);
  blocking.watch.announce(404, `/contacts/requests/${number}`);
  await blocking.open(`/contacts/requests/${number}`);
  await blocking.seesNotFound();

  // Marie's page is what it was, and she can go on as with anyone.
  await asking.request.open(number);
  await asking.request.says('waiting-for', { accounts: `${marie.id}, ${lucia.id}` });
  await asking.request.cancels();
  await asking.seesNotice('notice-cancelled');
  await asking.services.open();
  await asking.services.edit(service);
  await asking.contacts.ask({ tech: lucia });
  // No mail goes to Lucía.
  await mailbox.take(owed(marie, 'asked-own', about));
  await blocking.open('/contacts/requests');
  await blocking.seesBanner();
});

test('22. In the profile customers are blocked and unblocked', async ({ visit, mailbox }) => {
  const blocking = await visit(lucia);
  const { profile } = blocking;
  await profile.open();
  await profile.block('Marie');
  await blocking.seesProblem(blocking.t('wrong-format-id', { field: blocking.t('profile-id') }), profile.customer);
  await profile.block(lucia.id);
  await blocking.seesProblem(blocking.t('wrong-own', { field: blocking.t('profile-id') }), profile.customer);
  // One that there is, and one that there is not.
  for (const [customer, count] of [[marie.id, 1], ['zz99999', 2]] as const) {
    await profile.block(customer);
    await expect(profile.blocked).toHaveCount(count);
    await blocking.seesNotice('notice-customer-blocked');
  }
  await profile.block(marie.id);
  await blocking.seesProblem(blocking.t('wrong-blocked', { field: blocking.t('profile-id') }), profile.customer);

  const asking = await visit(marie);
  await asking.services.edit(service);
  const hidden = await asking.contacts.ask({ tech: lucia });
  await mailbox.take(owed(marie, 'asked-own', about));

  await profile.open();
  await profile.unblock(marie.id);
  await blocking.seesNotice('notice-customer-unblocked');
  await expect(profile.blocked).toHaveCount(1);
  // What was hidden stays hidden; what is asked from then on is seen.
  blocking.watch.announce(404, `/contacts/requests/${hidden}`);
  await blocking.open(`/contacts/requests/${hidden}`);
  await blocking.seesNotFound();
  await profile.open();
  await asking.request.open(hidden);
  await asking.request.cancels();
  await asking.seesNotice('notice-cancelled');
  await asking.services.open();
  await asking.services.edit(service);
  const seen = await asking.contacts.ask({ tech: lucia });
  await mailbox.take(owed(marie, 'asked-own', about), owed(lucia, 'asked-new', about));
  await blocking.request.open(seen);
  await blocking.seesBanner('banner-decide');
});

test('22. Who has accepted and then blocks still has what was accepted', async ({ visit, mailbox }) => {
  const asking = await visit(marie);
  await asking.services.edit(service);
  await asking.contacts.ask({ tech: john });
  const [own, toJohn] = await mailbox.take(owed(marie, 'asked-own', about), owed(john, 'asked-new', about));
  const blocking = await visit(john);
  await blocking.accepts(toJohn, 'notice-waiting');
  await blocking.request.blocks(marie);
  await blocking.seesNotice('notice-blocked');
  await blocking.follow(toJohn);
  await blocking.request.says('decided-already', { accounts: marie.id });
  await expect(blocking.page.getByText(blocking.t('block-done', { account: marie.id }))).toBeVisible();
  await expect(blocking.request.block(marie)).toHaveCount(0);
  await asking.accepts(own, 'notice-done');
  await mailbox.take(owed(marie, 'done', about), owed(john, 'done', about), owed(joao, 'replaced', about));
  await asking.services.hold(service, { tech: john });
});
