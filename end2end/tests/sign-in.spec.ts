import { john, PASSWORD } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const ELSEWHERE = ['//evil.example', '/\\evil.example', 'https://evil.example', '/%0d%0aSet-Cookie:%20a=b', 'javascript:alert(1)'];

for (const next of ELSEWHERE) {
  test(`signing in stays on the site: next=${next}`, async ({ visit, server }) => {
    const visitor = await visit();
    await visitor.open(`/sign-in?next=${next.includes('%') ? next : encodeURIComponent(next)}`);
    await visitor.signIn.submit(john.id, PASSWORD);
    await visitor.menu.shows(john);
    await expect(visitor.page).toHaveURL('/contacts/services');
    expect(new URL(visitor.page.url()).origin).toBe(server.url);
    expect((await visitor.page.context().cookies()).map(cookie => cookie.name)).not.toContain('a');
  });
}

test('signing in goes where one wanted to go', async ({ visit }) => {
  const visitor = await visit();
  await visitor.open('/sign-in?next=%2Fprofile');
  await visitor.signIn.here(john);
  await expect(visitor.page).toHaveURL('/profile');
  await expect(visitor.heading).toHaveText(visitor.t('profile'));
});

for (const login of ['js10002', ' JS10002-OVH ', 'John.Smith@Example.org']) {
  test(`one signs in as “${login}”`, async ({ visit }) => {
    const visitor = await visit();
    await visitor.open('/');
    await visitor.signIn.submit(login, PASSWORD);
    await visitor.menu.shows(john);
    await expect(visitor.page).toHaveURL('/contacts/services');
  });
}

test('a wrong password and an unknown customer get the same answer', async ({ visit }) => {
  const visitor = await visit();
  await visitor.open('/sign-in');
  for (const [login, password] of [[john.id, 'countersign-wrong'], ['xx99999-ovh', PASSWORD], ['no.one@example.org', PASSWORD]] as const) {
    await visitor.signIn.submit(login, password);
    await visitor.seesProblem(visitor.t('problem-credentials'), visitor.field('login-label'));
    await expect(visitor.field('login-label')).toHaveValue(login);
    await expect(visitor.page.getByLabel(visitor.t('password-label'), { exact: true })).toHaveValue('');
  }
});

test('a form of another site does nothing', async ({ visit }) => {
  const visitor = await visit(john);
  const form = { id: '2', reason: '' };
  const send = (headers: Record<string, string>) =>
    visitor.page.request.post('/api/cancel', { form, headers: { Accept: 'application/json', ...headers } });
  const foreign: Record<string, string>[] =
    [{}, { 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'same-site' }, { Origin: 'https://evil.example' }];
  for (const headers of foreign) {
    const answer = await send(headers);
    expect(answer.status()).toBe(403);
    expect(await answer.json()).toBe('CrossSite');
  }
  await visitor.requests.says(2, visitor.t('waiting-for-you'));
});

test('after signing out, nothing of the pages before is left', async ({ visit }) => {
  const visitor = await visit(john);
  await visitor.services.open();
  await visitor.menu.signOut();
  await visitor.page.goBack();
  await expect(visitor.heading).toHaveText(visitor.t('sign-in'));
  await expect(visitor.page.getByText(john.name)).toHaveCount(0);
});
