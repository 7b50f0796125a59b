import type { Visitor } from '../pages/visitor.ts';
import { owed } from '../support/mail.ts';
import { john, lucia, marie, services, zofia } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const { domain, zone, smithDomain, smithZone } = services;
const what = { service: domain, roles: ['tech' as const] };

function companion(visitor: Visitor) {
  return visitor.page.getByRole('checkbox', { name: visitor.t('companion-dns-zone'), exact: true });
}

test('a domain and its DNS zone of the same contacts change by one request', async ({ visit, mailbox }) => {
  const pair = { service: smithDomain, roles: ['tech' as const] };
  const asking = await visit(john);
  await asking.services.edit(smithDomain);
  await expect(companion(asking)).toBeChecked();
  await asking.contacts.type({ tech: lucia });
  await expect(await asking.contacts.check()).toContainText(asking.t('category-pair'));
  await asking.contacts.submit();
  await asking.seesNotice('notice-registered');
  await expect(asking.page.getByText(asking.t('category-pair'), { exact: true })).toBeVisible();
  const [own, other] = await mailbox.take(owed(john, 'asked-own', pair), owed(lucia, 'asked-new', pair));
  await asking.services.open();
  expect(await asking.services.pending(smithDomain)).toEqual(['tech']);
  expect(await asking.services.pending(smithZone)).toEqual(['tech']);

  const taking = await visit(lucia);
  await taking.accepts(other, 'notice-waiting');
  await asking.accepts(own, 'notice-done');
  await mailbox.take(owed(john, 'done', pair), owed(lucia, 'done', pair));
  await asking.services.hold(smithDomain, { tech: lucia });
  await asking.services.hold(smithZone, { tech: lucia });
});

test('with another contact each, two requests stand together', async ({ visit, mailbox }) => {
  const asking = await visit(marie);
  await asking.services.edit(domain);
  await expect(companion(asking)).toBeChecked();
  await asking.contacts.type({ tech: lucia });
  await expect(await asking.contacts.check()).toContainText(asking.t('category-dns-zone'));
  await asking.contacts.submit();
  await expect(asking.page).toHaveURL('/contacts/requests');
  // Two requests, and two mails of each to each: both services have the same name, and so have their mails.
  const [own, ownToo, other, otherToo] = await mailbox.take(
    owed(marie, 'asked-own', what), owed(marie, 'asked-own', what),
    owed(lucia, 'asked-new', what), owed(lucia, 'asked-new', what),
  );

  const taking = await visit(lucia);
  for (const mail of [other, otherToo]) {
    await taking.accepts(mail, 'notice-waiting');
  }
  await asking.accepts(own, 'notice-linked');
  await asking.request.says('waits-for-linked');
  await asking.services.hold(domain);
  await asking.services.hold(zone);
  await asking.accepts(ownToo, 'notice-done');
  await mailbox.take(
    owed(marie, 'done', what), owed(lucia, 'done', what),
    owed(marie, 'done', what), owed(lucia, 'done', what), owed(john, 'replaced', what),
  );
  await asking.services.hold(domain, { tech: lucia });
  await asking.services.hold(zone, { tech: lucia });
});

test('or not at all: one refusal ends both', async ({ visit, mailbox }) => {
  const asking = await visit(marie);
  await asking.services.edit(domain);
  await asking.contacts.type({ tech: lucia });
  await asking.contacts.submit();
  await expect(asking.page).toHaveURL('/contacts/requests');
  const [, , refusing] = await mailbox.take(
    owed(marie, 'asked-own', what), owed(marie, 'asked-own', what),
    owed(lucia, 'asked-new', what), owed(lucia, 'asked-new', what),
  );
  const taking = await visit(lucia);
  await taking.follow(refusing);
  await taking.request.refuses();
  await taking.seesNotice('notice-refused');
  // Who refused one has ended the other, and knows.
  await mailbox.take(owed(marie, 'refused', what), owed(marie, 'aborted', what));
  await asking.services.hold(domain);
  await asking.services.hold(zone);
  expect(await asking.services.pending(domain)).toEqual([]);
  expect(await asking.services.pending(zone)).toEqual([]);
});

test('unticked stays unticked, whatever the form is told', async ({ visit }) => {
  const asking = await visit(marie);
  await asking.services.edit(domain);
  await companion(asking).uncheck();
  await asking.contacts.type({ tech: lucia });
  await expect(await asking.contacts.check()).not.toContainText(asking.t('category-pair'));
  await expect(companion(asking)).not.toBeChecked();
  await asking.contacts.field('tech').fill('nonsense');
  asking.expectRefusal(422, 'submit');
  await asking.contacts.submit();
  await expect(asking.page.getByRole('alert')).toBeVisible();
  await expect(companion(asking)).not.toBeChecked();
  await expect(asking.contacts.field('tech')).toHaveValue('nonsense');
});

test('the zone has changed hands since the form was opened: that is told before it is handed on', async ({ visit, mailbox }) => {
  const asking = await visit(john);
  await asking.services.edit(smithDomain);
  await expect(companion(asking)).toBeChecked();
  // Meanwhile, elsewhere, John gives the zone's technical contact to Zofia.
  const early = await visit(john);
  await early.services.edit(smithZone);
  await early.page.getByRole('checkbox', { name: early.t('companion-domain'), exact: true }).uncheck();
  await early.contacts.ask({ tech: zofia });
  const alone = { service: smithZone, roles: ['tech' as const] };
  const [own, other] = await mailbox.take(owed(john, 'asked-own', alone), owed(zofia, 'asked-new', alone));
  await early.accepts(own, 'notice-waiting');
  const taking = await visit(zofia);
  await taking.accepts(other, 'notice-done');
  await mailbox.take(owed(john, 'done', alone), owed(zofia, 'done', alone));

  await asking.contacts.type({ tech: lucia });
  asking.expectRefusal(409, 'submit');
  await asking.contacts.submit();
  const now = asking.t('problem-contact-changed', { role: asking.t('role-tech-long'), account: zofia.id });
  await expect(asking.page.getByRole('alert')).toContainText(asking.t('problem-of-companion', { problem: now }));
  // Who has read it means it.
  await asking.contacts.submit();
  await expect(asking.page).toHaveURL('/contacts/requests');
  await mailbox.take(
    owed(john, 'asked-own', alone), owed(john, 'asked-own', alone),
    owed(lucia, 'asked-new', alone), owed(lucia, 'asked-new', alone),
  );
});

test('unticked, the domain changes alone', async ({ visit, mailbox }) => {
  const asking = await visit(marie);
  await asking.services.edit(domain);
  await companion(asking).uncheck();
  await asking.contacts.ask({ tech: zofia });
  await mailbox.take(owed(marie, 'asked-own', what), owed(zofia, 'asked-new', what));
  await asking.services.open();
  expect(await asking.services.pending(domain)).toEqual(['tech']);
  expect(await asking.services.pending(zone)).toEqual([]);
});
