import { owed } from '../support/mail.ts';
import { FIRST_EXPIRY, john, marie, services, type Customer } from '../support/people.ts';
import { expect, START, test } from '../support/test.ts';
import { day } from '../support/texts.ts';

const DAY = 86_400_000;
const END = START + FIRST_EXPIRY * DAY;

const { domain, shop } = services;
const open = { service: shop, roles: ['tech' as const] };
const billing = { service: domain, roles: ['billing' as const] };

test('16. Whoever is the billing contact is told 30, 7 and 1 days before a service expires', { tag: '@postgres' }, async ({ visit, mailbox, server }) => {
  const end = new Date(END);
  const notice = (to: Customer, kind: 'renewal' | 'unpaid') =>
    owed(to, kind, undefined, { service: domain.name, date: day(to.language, end) });
  const daysBefore = (days: number) => server.moveClock((FIRST_EXPIRY - days + 0.5) * DAY);

  daysBefore(30);
  const [, , first] = await mailbox.take(
    // The demo's own request has not been accepted either.
    owed(john, 'expired', open), owed(marie, 'expired', open),
    notice(marie, 'renewal'),
  );
  const payer = await visit(marie);
  await payer.follow(first);
  await expect(payer.heading).toHaveText(payer.t('edit-title', { service: domain.name }));
  await expect(payer.page.getByRole('main')).toContainText(`${payer.t('expires-on')} ${day('fr', end)}`);

  await test.step('the next notice is for whom holds the role by then', async () => {
    await payer.page.getByRole('checkbox', { name: payer.t('companion-dns-zone'), exact: true }).uncheck();
    await payer.contacts.ask({ billing: john });
    const [toMarie, toJohn] = await mailbox.take(owed(marie, 'asked-own', billing), owed(john, 'asked-new', billing));
    await payer.accepts(toMarie, 'notice-waiting');
    const taking = await visit(john);
    await taking.accepts(toJohn, 'notice-done');
    await mailbox.take(owed(marie, 'done', billing), owed(john, 'done', billing));
    daysBefore(7);
    await mailbox.take(notice(john, 'renewal'));
  });

  await test.step('of an unpaid service it says so, with the way to pay', async () => {
    await server.command('service', 'update', '--name', domain.name, '--category', 'domain', '--status', 'unPaid');
    daysBefore(1);
    const [last] = await mailbox.take(notice(john, 'unpaid'));
    expect(new URL(last.link).pathname).toBe('/demo/invoices');
  });
});

test('16. Of notices that were missed only the nearest comes, and none of a service that was renewed', async ({ visit, mailbox, server }) => {
  const end = new Date(END);
  // Nobody looked for six weeks.
  server.moveClock((FIRST_EXPIRY - 5) * DAY);
  await mailbox.take(
    owed(john, 'expired', open), owed(marie, 'expired', open),
    owed(marie, 'renewal', undefined, { service: domain.name, date: day('fr', end) }),
  );
  // Of another service there is a notice when the server has looked again; of the renewed one there is none.
  await server.command('service', 'update', '--name', domain.name, '--category', 'domain', '--expires-in', '365');
  const other = { name: 'other.example', category: 'vps', contacts: { admin: john, tech: john, billing: john } };
  const days = server.daysUntil((FIRST_EXPIRY + 29) * DAY);
  await server.command('service', 'add', '--name', other.name, '--category', other.category, '--admin', john.id, `--expires-in=${days}`);
  const owner = await visit(john);
  await owner.services.open(`?search=${other.name}`);
  const date = await owner.services.row(other).locator('time').innerText();
  server.moveClock((FIRST_EXPIRY - 0.5) * DAY);
  await mailbox.take(owed(john, 'renewal', undefined, { service: other.name, date }));
});
