import { owed } from '../support/mail.ts';
import type { Mailbox } from '../support/mailbox.ts';
import { DEMO_REQUESTS, john, marie, PASSWORD } from '../support/people.ts';
import { code } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const corrected = { ...john, email: 'john@smith.example' };

/** The mails of the demo's open request. */
function demo(mailbox: Mailbox) {
  if (!mailbox.demo) throw new Error('the demo mails have not been taken');
  return mailbox.demo;
}

// The forms of pages that the server renders, sent by the script.
test.describe('@hydrated', { tag: '@hydrated' }, () => {
  test('what is no answer of ours is told above the form, and what is typed stays', async ({ visit, mailbox }) => {
    const visitor = await visit(john);
    const { page, profile } = visitor;
    const told = page.getByRole('alert');
    await profile.open();
    const html = 'text/html';
    const answers = [
      { status: 502, contentType: html, body: '<html lang="de"><title>502</title><body><h1>Bad Gateway</h1><p>nginx</p></body></html>' },
      { status: 500, body: '' },
      { status: 413, contentType: 'text/plain', body: 'length limit exceeded' },
      { status: 415, body: '' },
      // Somebody on the way who wants to be paid first.
      { status: 200, contentType: html, body: '<html><body><p>Welcome to the Wi-Fi</p></body></html>' },
    ];
    for (const answer of answers) {
      await page.route('**/api/change-email', route => route.fulfill(answer));
      if (answer.status >= 400) visitor.watch.announce(answer.status, '/api/change-email');
      await profile.changeEmail(corrected.email);
      await expect(told).toHaveText(visitor.t('problem-unreachable'));
      await expect(told).toBeFocused();
      await expect(profile.newEmail).toHaveValue(corrected.email);
      await expect(visitor.heading).toHaveText(visitor.t('profile'));
      await expect(page).toHaveURL('/profile');
      await page.unroute('**/api/change-email');
      // That the next one is told is seen by this one being gone.
      await told.evaluate(line => line.replaceChildren());
    }
    // The password is there still as well.
    await visitor.button('email-submit').click();
    await visitor.seesNotice('notice-email-asked');
    await expect(told).toHaveCount(0);
    await mailbox.take(owed(corrected, 'email-confirm'), owed(john, 'email-announce'));
  });

  test('too many tries are told above the form', async ({ visit }) => {
    const visitor = await visit();
    const { page, forgotten } = visitor;
    await forgotten.open();
    let status = 0;
    while (status !== 429) ({ status } = await visitor.forge('forgot-password', { login: 'nonsense' }));
    visitor.watch.announce(429, '/api/forgot-password');
    await forgotten.ask(john.id);
    const told = page.getByRole('alert');
    await expect(told).toBeFocused();
    const expected = [1, 2].map(minutes => visitor.t('problem-too-many', { minutes }));
    expect(expected).toContain(await told.textContent());
    await expect(visitor.heading).toHaveText(visitor.t('forgotten-title'));
    await expect(visitor.field('login-label')).toHaveValue(john.id);
  });

  test('a form of a page that is older than the server arrives', async ({ visit }) => {
    const visitor = await visit(john);
    const { page, profile } = visitor;
    await profile.open();
    visitor.watch.announce(426, '/api/change-email');
    await page.locator('html').evaluate(root => root.setAttribute('data-build', 'former'));
    await profile.changeEmail('john@smith');
    await visitor.seesProblem(visitor.t('wrong-format-email', { field: visitor.t('email-new') }), profile.newEmail);
    await expect(profile.newEmail).toHaveValue('john@smith');
    await expect(page.locator('html')).not.toHaveAttribute('data-build', 'former');
  });

  test('and that of a page in another language than the account’s by now', async ({ visit }) => {
    const visitor = await visit(john);
    const { page, profile } = visitor;
    await profile.open();
    // As in another window.
    await page.request.post('/language', { form: { language: 'fr' }, headers: { 'Sec-Fetch-Site': 'same-origin' } });
    visitor.watch.announce(426, '/api/change-email');
    await profile.changeEmail('john@smith');
    visitor.language = 'fr';
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await visitor.seesProblem(visitor.t('wrong-format-email', { field: visitor.t('email-new') }), profile.newEmail);
    await expect(profile.newEmail).toHaveValue('john@smith');
  });

  test('when the session has ended, that is told above the form, and after signing in elsewhere it is sent', async ({ visit, mailbox }) => {
    const visitor = await visit(john);
    const { page, profile } = visitor;
    // The page does not hear that its session has ended.
    await page.route('**/api/live*', () => {});
    await profile.open();
    // As in another window.
    expect((await visitor.forge('sign-out', {})).status).toBe(200);
    visitor.watch.announce(401, '/api/change-email');
    await profile.changeEmail(corrected.email);
    const told = page.getByRole('alert');
    await expect(told).toHaveText(visitor.t('problem-signed-out'));
    await expect(told).toBeFocused();
    await expect(profile.newEmail).toHaveValue(corrected.email);

    expect((await visitor.forge('sign-in', { login: john.id, password: PASSWORD, next: '/' })).status).toBe(200);
    await visitor.button('email-submit').click();
    await visitor.seesNotice('notice-email-asked');
    await mailbox.take(owed(corrected, 'email-confirm'), owed(john, 'email-announce'));
  });
});

test('after a mistyped password the code is still there, in whichever language one goes on', async ({ visit, mailbox }) => {
  const { toMarie } = demo(mailbox);
  const visitor = await visit(undefined, { locale: 'en-GB' });
  await visitor.follow(toMarie);
  await visitor.signIn.isAskedFor();
  for (const login of [marie.id, 'nonsense']) {
    await visitor.signIn.submit(login, 'countersign-wrong');
    await visitor.seesProblem(visitor.t('problem-credentials'), visitor.field('login-label'));
    await expect(visitor.field('login-label')).toHaveValue(login);
    await visitor.settle();
  }
  await visitor.signIn.here(marie);
  await expect(visitor.page.locator('html')).toHaveAttribute('lang', marie.language);
  await visitor.request.is(DEMO_REQUESTS.open);
  await expect(visitor.request.code).toHaveValue(code(toMarie));
  if (visitor.hydrated) await expect(visitor.page).toHaveURL(`/contacts/requests/${DEMO_REQUESTS.open}`);
});

test('choosing a language keeps the code that the link has brought', async ({ visit, mailbox }) => {
  const { toMarie, toJohn } = demo(mailbox);
  const visitor = await visit(john);
  await visitor.follow(toJohn);
  await expect(visitor.request.code).toHaveValue(code(toJohn));
  await visitor.chooseLanguage('Français', 'fr');
  await expect(visitor.request.code).toHaveValue(code(toJohn));
  if (visitor.hydrated) await expect(visitor.page).toHaveURL(`/contacts/requests/${DEMO_REQUESTS.open}`);

  await test.step('before signing in as well', async () => {
    const taking = await visit();
    await taking.follow(toMarie);
    await taking.signIn.isAskedFor();
    await taking.chooseLanguage('Français', 'fr');
    await taking.signIn.isAskedFor();
    await taking.signIn.here(marie);
    await taking.request.is(DEMO_REQUESTS.open);
    await expect(taking.request.code).toHaveValue(code(toMarie));
  });
});
