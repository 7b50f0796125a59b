import { owed } from '../support/mail.ts';
import { john, marie, PASSWORD } from '../support/people.ts';
import { code } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const NEXT = 'quite another wool lamp 52';

test('14. A forgotten password is replaced by the link of a mail', { tag: '@postgres' }, async ({ visit, mailbox }) => {
  const elsewhere = await visit(john);
  const visitor = await visit();
  const { forgotten } = visitor;
  await forgotten.open();
  await forgotten.ask(john.email);
  await forgotten.isSentTo(john.email);
  const [reset] = await mailbox.take(owed(john, 'password-reset'));

  await test.step('opening the link decides nothing', async () => {
    await visitor.follow(reset);
    await visitor.follow(reset);
    await expect(forgotten.code).toHaveValue(code(reset));
    await expect(visitor.page).toHaveURL('/reset-password');
    await elsewhere.profile.open();
  });

  await test.step('a password that does not do leaves the code where it is', async () => {
    await forgotten.choose('password1234');
    await visitor.seesProblem(visitor.t('wrong-pattern', { field: visitor.t('password-new') }), forgotten.newPassword);
    await expect(forgotten.code).toHaveValue(code(reset));
    await expect(forgotten.newPassword).toHaveValue('');
  });

  await forgotten.choose(NEXT);
  await visitor.seesNotice('notice-password-reset');
  await mailbox.take(owed(john, 'password-changed'));

  await test.step('every session has ended, and the former password is of no use', async () => {
    await elsewhere.open('/contacts/services');
    await elsewhere.signIn.isAskedFor();
    await visitor.signIn.submit(john.id, PASSWORD);
    await visitor.seesProblem(visitor.t('problem-credentials'), visitor.field('login-label'));
    await visitor.signIn.here(john, NEXT);
  });

  await test.step('the link works once', async () => {
    elsewhere.watch.announce(410, '/reset-password');
    await elsewhere.follow(reset);
    await elsewhere.forgotten.isStale();
    await elsewhere.link('reset-again').click();
    await expect(elsewhere.heading).toHaveText(elsewhere.t('forgotten-title'));
  });
});

test('14. A known and an unknown customer get the same answer', async ({ visit, mailbox }) => {
  const visitor = await visit();
  const { forgotten } = visitor;
  for (const login of ['zz99999-ovh', 'nobody@example.org', marie.id]) {
    await forgotten.open();
    await forgotten.ask(login);
    await forgotten.isSentTo(login);
  }
  await mailbox.take(owed(marie, 'password-reset'));

  await forgotten.open();
  await forgotten.ask('nonsense');
  await visitor.seesProblem(visitor.t('wrong-format-login', { field: visitor.t('login-label') }), visitor.field('login-label'));
  await expect(visitor.field('login-label')).toHaveValue('nonsense');
});

test('14. A newer link leaves the former one as it is, and an hour ends both', async ({ visit, mailbox, server }) => {
  const visitor = await visit();
  const { forgotten } = visitor;
  const ask = async () => {
    await forgotten.open();
    await forgotten.ask(john.id);
    await forgotten.isSentTo(john.id);
    const [mail] = await mailbox.take(owed(john, 'password-reset'));
    return mail;
  };
  const first = await ask();
  const second = await ask();
  await visitor.follow(first);
  await expect(forgotten.code).toHaveValue(code(first));

  await test.step('the time is over between the page and the press', async () => {
    await visitor.follow(second);
    server.moveClock(61 * 60 * 1000);
    visitor.watch.announce(410, '/reset-password');
    await forgotten.choose(NEXT);
    await forgotten.isStale();
    visitor.watch.announce(410, '/reset-password');
    await visitor.follow(first);
    await forgotten.isStale();
  });
});
