/** Whatever an address says where to go on to, the browser stays with us: each request of a test to another origin fails it. */
import { owed } from '../support/mail.ts';
import { DEMO_REQUESTS, john, PASSWORD } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

/** What the server, `fetch` and the address bar may each read in their own way. */
const ELSEWHERE = [
  '/..//evil.example/x',
  '/.//evil.example/x',
  '/contacts/..//evil.example/x',
  '/%2e%2e//evil.example/x',
  '/contacts/%2E%2E//evil.example/x',
  '/..\\/evil.example/x',
  '//evil.example/x',
  '/\\evil.example/x',
  '/\t/evil.example/x',
  'https://evil.example/x',
  'https:evil.example',
  'javascript:alert(1)',
];

test('signing in leads to no other origin', async ({ visit, server }) => {
  const visitor = await visit();
  const { page } = visitor;
  for (const next of ELSEWHERE) {
    await test.step(JSON.stringify(next), async () => {
      await visitor.open(`/sign-in?next=${encodeURIComponent(next)}`);
      visitor.language = 'en';
      // After a wrong password the way on is the same.
      await visitor.signIn.submit(john.id, 'countersign-wrong');
      await visitor.seesProblem(visitor.t('problem-credentials'), visitor.field('login-label'));
      await visitor.signIn.here(john);
      await expect(page).toHaveURL(`${server.url}/contacts/services`);
      // What the page still reads must not be refused for want of the cookie.
      await expect(page.getByRole('table')).toBeVisible();
      await visitor.settle();
      await page.context().clearCookies();
    });
  }
});

test('nor does a form on a page whose own address looks like another site’s', async ({ visit, server }) => {
  const visitor = await visit(john);
  for (const place of ['//evil.example/x', '/..//evil.example/x', '/contacts/..//evil.example/x']) {
    visitor.watch.permit(404);
    await visitor.page.goto(server.url + place);
    await visitor.settle();
    await visitor.seesNotFound();
    await visitor.chooseLanguage('Français', 'fr');
    expect(new URL(visitor.page.url()).origin).toBe(server.url);
    await visitor.open('/contacts/services');
    await visitor.chooseLanguage('English', 'en');
  }
});

test('an answer that leads elsewhere is not followed by the script', { tag: '@hydrated' }, async ({ visit, server }) => {
  const visitor = await visit(john);
  const { page } = visitor;
  for (const location of ['//evil.example/x', '/..//evil.example/x', 'https://evil.example/x', '/\\evil.example/x', 'javascript:alert(1)']) {
    await test.step(location, async () => {
      await visitor.request.open(DEMO_REQUESTS.open);
      const answered = page.waitForResponse('**/api/cancel');
      await page.route('**/api/cancel', route => route.fulfill({ status: 200, headers: { location }, body: '' }));
      visitor.watch.permit(404);
      await visitor.request.cancels();
      await answered;
      await page.unroute('**/api/cancel');
      await visitor.open('/contacts/services');
      expect(new URL(page.url()).origin).toBe(server.url);
    });
  }
});

test('a code is in no address, and outlives a new page', async ({ visit, mailbox }) => {
  const visitor = await visit();
  const asked: string[] = [];
  visitor.page.context().on('request', request => asked.push(request.url()));
  expect((await visitor.forge('forgot-password', { login: john.id })).status).toBe(200);
  const [mail] = await mailbox.take(owed(john, 'password-reset'));
  const code = new URL(mail.link).searchParams.get('token') ?? '';
  await visitor.follow(mail);
  await expect(visitor.page).toHaveURL('/reset-password');
  await expect(visitor.field('code-label')).toHaveValue(mail.code?.replaceAll('-', '') ?? '');
  await visitor.page.reload();
  await visitor.settle();
  await expect(visitor.field('code-label')).toHaveValue(code);
  // Only the link itself has it; and nobody signs in by opening it.
  expect(asked.filter(url => url.includes(code))).toEqual([mail.link]);
  expect((await visitor.forge('sign-in', { login: john.id, password: PASSWORD, next: '/' })).status).toBe(200);
});
