import type { Visitor } from '../pages/visitor.ts';
import { owed } from '../support/mail.ts';
import { john, type Customer } from '../support/people.ts';
import type { Server } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

// Commands go by the machine's clock: so does the server here, or a mail that a command has made would not be due yet.
test.use({ startsAt: 'machine' });

const NEXT = 'quite another wool lamp 52';

/** Has the operator create an account; answers with it, and with what the command printed. */
async function create(server: Server, ...more: string[]): Promise<{ ada: Customer; printed: string }> {
  const who = ['--name', 'Ada Byron', '--email', 'ada@example.org', '--language', 'en'];
  const printed = await server.command('account', 'create', ...who, ...more);
  const id = /Customer ID: (\S+)/.exec(printed)?.[1] ?? '';
  return { ada: { id, name: 'Ada Byron', email: 'ada@example.org', language: 'en' }, printed };
}

/** The form for an own password stands there, whatever the page is. */
async function mustChoose(visitor: Visitor): Promise<void> {
  await expect(visitor.heading).toHaveText(visitor.t('choose-own-title'));
}

async function choose(visitor: Visitor, password: string): Promise<void> {
  await visitor.forgotten.newPassword.fill(password);
  await visitor.button('password-submit').click();
}

test('20. The password of the operator is replaced before anything else', { tag: '@postgres' }, async ({ visit, server, mailbox }) => {
  const { ada, printed } = await create(server);
  const password = /Password: +(\S+)/.exec(printed)?.[1] ?? '';
  await mailbox.take(owed(ada, 'welcome'));
  const visitor = await visit();
  await visitor.open('/contacts/requests');
  await visitor.signIn.submit(ada.id, password);
  await mustChoose(visitor);
  for (const page of ['/profile', '/contacts/services', '/sign-in', '/contacts/requests']) {
    await visitor.open(page);
    await mustChoose(visitor);
  }
  await choose(visitor, 'Summer2024!!');
  await visitor.seesProblem(visitor.t('wrong-pattern', { field: visitor.t('password-new') }), visitor.forgotten.newPassword);
  await choose(visitor, NEXT);
  await visitor.menu.shows(ada);
  await expect(visitor.page).toHaveURL('/contacts/requests');
  await mailbox.take(owed(ada, 'password-changed'));
});

test('20. An invitation leads to an own password', async ({ visit, server, mailbox }) => {
  const { ada, printed } = await create(server, '--invite');
  expect(printed).not.toContain('Password:');
  const [invite] = await mailbox.take(owed(ada, 'invite'));
  const visitor = await visit();
  await visitor.follow(invite);
  await expect(visitor.heading).toHaveText(visitor.t('invite-title'));
  await choose(visitor, NEXT);
  await visitor.seesNotice('notice-password-chosen');
  await mailbox.take(owed(ada, 'welcome'));
  await visitor.signIn.here(ada, NEXT);
});

test('20. A customer corrects its name', async ({ visit, mailbox }) => {
  const visitor = await visit(john);
  await visitor.profile.open();
  await visitor.field('owner-name').fill('John Smith junior');
  await visitor.field('owner-organisation').fill('Smith and sons');
  await visitor.button('name-submit').click();
  await visitor.seesNotice('notice-name');
  await visitor.menu.shows({ ...john, name: 'John Smith junior' });
  await expect(visitor.page.getByRole('main').getByText('Smith and sons', { exact: true })).toBeVisible();
  await mailbox.take(owed(john, 'name-changed'));
});
