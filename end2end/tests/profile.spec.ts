import { owed } from '../support/mail.ts';
import { john, lucia, PASSWORD, sakura } from '../support/people.ts';
import { code } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const NEXT = 'seven quiet herons';

test('a new e-mail address takes the password and must be another one', async ({ visit }) => {
  const visitor = await visit(lucia);
  const { profile } = visitor;
  const wrong = (key: string, field = 'email-new') => visitor.t(key, { field: visitor.t(field) });
  await profile.open();

  await profile.changeEmail('lucia@garcia.example', 'countersign-wrong');
  await visitor.seesProblem(wrong('wrong-mismatch', 'password-label'));
  await expect(profile.newEmail).toHaveValue('lucia@garcia.example');

  await profile.changeEmail(lucia.email);
  await visitor.seesProblem(wrong('wrong-unchanged'), profile.newEmail);

  // One that the browser itself lets through.
  await profile.changeEmail('lucia@garcia');
  await visitor.seesProblem(wrong('wrong-format-email'), profile.newEmail);
  await profile.open();
  await expect(profile.email).toHaveText(lucia.email);
});

test('a confirmation link is for its own account, and works once', async ({ visit, mailbox }) => {
  const corrected = { ...lucia, email: 'lucia@garcia.example' };
  const visitor = await visit(lucia);
  await visitor.profile.open();
  await visitor.profile.changeEmail(corrected.email);
  await visitor.seesNotice('notice-email-asked');
  const [confirm] = await mailbox.take(owed(corrected, 'email-confirm'), owed(lucia, 'email-announce'));

  const stranger = await visit(sakura);
  stranger.watch.announce(410, '/profile/email');
  await stranger.follow(confirm);
  await stranger.profile.linkIsStale();

  await visitor.follow(confirm);
  await expect(visitor.request.code).toHaveValue(code(confirm));
  await visitor.profile.confirmEmail();
  await visitor.seesNotice('notice-email-confirmed');
  await expect(visitor.profile.email).toHaveText(corrected.email);

  visitor.watch.announce(410, '/profile/email');
  await visitor.follow(confirm);
  await visitor.profile.linkIsStale();
});

test('the new address is the one to sign in with', async ({ visit, mailbox }) => {
  const corrected = { ...lucia, email: 'lucia@garcia.example' };
  const visitor = await visit(lucia);
  await visitor.profile.open();
  await visitor.profile.changeEmail(corrected.email);
  const [confirm] = await mailbox.take(owed(corrected, 'email-confirm'), owed(lucia, 'email-announce'));
  await visitor.follow(confirm);
  await visitor.profile.confirmEmail();
  await visitor.seesNotice('notice-email-confirmed');
  await visitor.menu.signOut();

  await visitor.signIn.submit(lucia.email, PASSWORD);
  await visitor.seesProblem(visitor.t('problem-credentials'), visitor.field('login-label'));
  await visitor.signIn.submit(corrected.email, PASSWORD);
  await visitor.menu.shows(lucia);
});

test('a new password ends the other sessions', async ({ visit, mailbox }) => {
  const visitor = await visit(john);
  const elsewhere = await visit(john);
  await visitor.profile.open();
  await visitor.profile.changePassword(PASSWORD, NEXT);
  await visitor.seesNotice('notice-password');
  await mailbox.take(owed(john, 'password-changed'));
  await visitor.services.open();
  await visitor.menu.shows(john);

  await elsewhere.open('/contacts/services');
  await elsewhere.signIn.isAskedFor();
  await elsewhere.signIn.submit(john.id, PASSWORD);
  await elsewhere.seesProblem(elsewhere.t('problem-credentials'), elsewhere.field('login-label'));
  await elsewhere.signIn.here(john, NEXT);
  await expect(elsewhere.heading).toHaveText(elsewhere.t('contact-management'));
});

test('one sees where one is signed in, and signs the others out', async ({ visit }) => {
  const visitor = await visit(john);
  const [second, third] = [await visit(john), await visit(john)];
  await visitor.profile.open();
  const { devices } = visitor.profile;
  await expect(devices).toHaveCount(3);
  await expect(devices.first()).toContainText('Chrome, ');
  await expect(devices.first()).toContainText(visitor.t('sessions-here'));
  await expect(devices.first().getByRole('button')).toHaveCount(0);

  await devices.nth(1).getByRole('button').click();
  await visitor.seesNotice('notice-session-ended');
  await expect(devices).toHaveCount(2);
  await visitor.profile.endOthers();
  await visitor.seesNotice('notice-sessions-ended');
  await expect(devices).toHaveCount(1);
  await expect(visitor.button('sessions-end-others')).toHaveCount(0);
  await visitor.menu.shows(john);
  for (const elsewhere of [second, third]) {
    await elsewhere.open('/contacts/services');
    await elsewhere.signIn.isAskedFor();
  }
});

test('a session that has ended is told so where it acts', { tag: '@hydrated' }, async ({ visit, mailbox }) => {
  const elsewhere = await visit(john);
  // It does not hear that its session has ended.
  await elsewhere.page.route('**/api/live*', () => {});
  await elsewhere.profile.open();
  const visitor = await visit(john);
  await visitor.profile.open();
  await visitor.profile.changePassword(PASSWORD, NEXT);
  await visitor.seesNotice('notice-password');
  await mailbox.take(owed(john, 'password-changed'));

  elsewhere.watch.announce(401, '/api/change-email');
  await elsewhere.profile.changeEmail('john@smith.example');
  await expect(elsewhere.page.getByRole('alert')).toContainText(elsewhere.t('problem-signed-out'));
  await expect(elsewhere.profile.newEmail).toHaveValue('john@smith.example');
});

test('a new password must be right, long and not easily guessed', async ({ visit }) => {
  const visitor = await visit(john);
  const { profile } = visitor;
  await profile.open();
  const cases = [
    { present: 'countersign-wrong', next: NEXT, wrong: 'wrong-mismatch', field: profile.present, label: 'password-label' },
    { present: PASSWORD, next: 'short', wrong: 'wrong-too-short', field: profile.newPassword, label: 'password-new' },
    { present: PASSWORD, next: 'john.smith@example.org', wrong: 'wrong-related', field: profile.newPassword, label: 'password-new' },
  ];
  for (const { present, next, wrong, field, label } of cases) {
    await profile.changePassword(present, next);
    await visitor.seesProblem(visitor.t(wrong, { field: visitor.t(label) }), field);
  }
});
