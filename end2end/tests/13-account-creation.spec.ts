import { owed } from '../support/mail.ts';
import { john, marie, type Customer } from '../support/people.ts';
import { code } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const PASSWORD = 'correct staple grief 81';
const ANOTHER = 'quite another wool lamp 52';
/** Who has no account yet: mails go to the address, in the language that is chosen. */
const eva: Customer = { id: '', name: 'Éva Żak', email: 'eva.zak@example.net', language: 'fr' };
const applicant = { name: eva.name, organisation: 'Żak & fils', email: eva.email, language: 'Français', password: PASSWORD };

test('13. An account is created, and its customer ID comes by e-mail', { tag: '@postgres' }, async ({ visit, mailbox }) => {
  const visitor = await visit();
  await visitor.signUp.open();
  await visitor.signUp.submit(applicant);
  await visitor.signUp.isSentTo(eva.email);
  const [confirm] = await mailbox.take(owed(eva, 'sign-up-confirm'));
  expect(confirm.text, 'a stranger is told nothing that was typed').not.toContain('Żak');

  await test.step('before the address is confirmed there is no account', async () => {
    await visitor.open('/sign-in');
    await visitor.signIn.submit(eva.email, PASSWORD);
    await visitor.seesProblem(visitor.t('problem-credentials'), visitor.field('login-label'));
  });

  await test.step('opening the link decides nothing', async () => {
    await visitor.follow(confirm);
    await visitor.follow(confirm);
    await expect(visitor.page.getByRole('main')).toContainText(visitor.t('sign-up-confirm-address', { address: eva.email }));
    await expect(visitor.field('code-label')).toHaveValue(code(confirm));
    await expect(visitor.page).toHaveURL('/sign-up/confirm');
  });

  await visitor.signUp.confirms(PASSWORD);
  const id = await visitor.signUp.customerId();
  expect(id).toMatch(/^ez\d{5}-ovh$/);
  const created = { ...eva, id };
  const [welcome] = await mailbox.take(owed(created, 'welcome'));
  expect(welcome.text).toContain(id);

  await test.step('one signs in with it and the password that one chose, and reads the chosen language', async () => {
    await visitor.page.getByRole('main').getByRole('link', { name: visitor.t('sign-in'), exact: true }).click();
    await visitor.settle();
    await visitor.signIn.here(created, PASSWORD);
    await visitor.profile.open();
    await expect(visitor.profile.email).toHaveText(eva.email);
    await expect(visitor.page.getByRole('main')).toContainText('Żak & fils');
    // Signed out, one reads the browser's language again.
    await visitor.page.context().clearCookies();
    visitor.language = 'en';
  });

  await test.step('the link works once', async () => {
    visitor.watch.announce(410, '/sign-up/confirm');
    await visitor.follow(confirm);
    await visitor.signUp.isStale();
  });
});

test('13. An address that has an account is told so by mail alone', async ({ visit, mailbox }) => {
  const visitor = await visit();
  await visitor.signUp.open();
  await visitor.signUp.submit({ ...applicant, email: marie.email });
  await visitor.signUp.isSentTo(marie.email);
  const [known] = await mailbox.take(owed(marie, 'sign-up-known'));
  expect(known.code).toBeUndefined();
  expect(known.text).not.toContain(marie.id);
  expect(known.text).toContain('/forgot-password');
});

test('13. What is wrong stands at its field, and what was typed stays', async ({ visit, mailbox }) => {
  const visitor = await visit();
  const { signUp } = visitor;
  await signUp.open();
  await signUp.submit({ ...applicant, name: ' ', email: 'eva@nowhere', password: 'too short' });
  for (const [key, label, field] of [
    ['wrong-empty', 'owner-name', signUp.name],
    ['wrong-format-email', 'profile-email', signUp.email],
    ['wrong-too-short', 'password-label', signUp.password],
  ] as const) {
    await visitor.seesProblem(visitor.t(key, { field: visitor.t(label) }), field);
  }
  await expect(signUp.email).toHaveValue('eva@nowhere');
  await expect(signUp.organisation).toHaveValue('Żak & fils');
  await expect(signUp.language).toHaveValue('fr');
  await expect(signUp.password).toHaveValue('');

  await signUp.submit(applicant);
  await signUp.isSentTo(eva.email);
  const [first] = await mailbox.take(owed(eva, 'sign-up-confirm'));

  await test.step('the link of either mail confirms a second form for the same address, and one is used', async () => {
    await signUp.open();
    await signUp.submit(applicant);
    const [second] = await mailbox.take(owed(eva, 'sign-up-confirm'));
    await visitor.follow(first);
    await signUp.confirms(PASSWORD);
    await mailbox.take(owed({ ...eva, id: await signUp.customerId() }, 'welcome'));
    visitor.watch.announce(410, '/sign-up/confirm');
    await visitor.follow(second);
    await signUp.isStale();
  });
});

test('13. What somebody else has asked for with an address is nothing that its owner opens', async ({ visit, mailbox }) => {
  const [visitor, stranger] = [await visit(), await visit()];
  const { signUp } = visitor;
  await signUp.open();
  await signUp.submit(applicant);
  await mailbox.take(owed(eva, 'sign-up-confirm'));
  await stranger.signUp.open();
  await stranger.signUp.submit({ ...applicant, password: ANOTHER });
  const [theirs] = await mailbox.take(owed(eva, 'sign-up-confirm'));

  await test.step('a password that nobody chose does not fit, and the page says what to do', async () => {
    await visitor.follow(theirs);
    await signUp.confirms('some other goat stairs 77');
    await visitor.seesProblem(visitor.t('wrong-mismatch', { field: visitor.t('password-label') }), signUp.password);
    await expect(visitor.field('code-label')).toHaveValue(code(theirs));
    await expect(signUp.password).toHaveValue('');
    await expect(visitor.page.getByRole('main')).toContainText(visitor.t('sign-up-confirm-other'));
    await visitor.link('sign-up-link').click();
    await expect(visitor.heading).toHaveText(visitor.t('sign-up-title'));
    await visitor.settle();
  });

  // Her own does, whosever form the mail was for.
  await visitor.follow(theirs);
  await signUp.confirms(PASSWORD);
  const created = { ...eva, id: await signUp.customerId() };
  await mailbox.take(owed(created, 'welcome'));
  await stranger.open('/sign-in');
  await stranger.signIn.submit(eva.email, ANOTHER);
  await stranger.seesProblem(stranger.t('problem-credentials'), stranger.field('login-label'));
});

test('13. Who is signed in has an account', async ({ visit }) => {
  const visitor = await visit(john);
  await visitor.open('/sign-up');
  await expect(visitor.page).toHaveURL('/contacts/services');
});
