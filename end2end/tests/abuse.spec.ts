/** What only a real browser can show of what somebody may try who should not. (The other cases: server/tests/http.) */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { Visitor } from '../pages/visitor.ts';
import { dump } from '../support/database.ts';
import { owed, type Mail } from '../support/mail.ts';
import { DEMO_REQUESTS, john, lucia, marie, PASSWORD, type Customer } from '../support/people.ts';
import { code, zofiaAsksLucia } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

// A page that one goes back to may be kept as it was, with all that stood on it. Playwright switches that off; people do not.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  },
});

/** Looks at a page as a scanner of mails does, or a browser that is left alone: everything but pressing a button. */
async function scan(visitor: Visitor, mail: Mail): Promise<void> {
  const { page } = visitor;
  await visitor.follow(mail);
  await page.evaluate(() => {
    scrollTo(0, document.body.scrollHeight);
    for (const part of document.querySelectorAll('*')) {
      for (const event of ['mouseover', 'mouseenter', 'focus', 'pointermove']) part.dispatchEvent(new Event(event));
      if (part instanceof HTMLDetailsElement) part.open = true;
    }
  });
  // Every link, as a browser fetches ahead, and as a scanner fetches it.
  const links = await page.locator('a[href]').evaluateAll(all => all.map(link => (link as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(0);
  for (const link of new Set(links)) {
    await page.request.get(link, { headers: { 'Sec-Purpose': 'prefetch' } });
    await page.request.head(link);
  }
  await page.reload();
  await visitor.settle();
}

test('a scanner that runs every script and fetches every link decides nothing', { tag: ['@hydrated', '@postgres'] }, async ({ visit, mailbox, server, database }) => {
  const { asking, number, toLucia } = await zofiaAsksLucia(visit, mailbox);
  const eva: Customer = { id: '', name: 'Eva Zak', email: 'eva.zak@example.net', language: 'fr' };
  const moved = { ...john, email: 'john@smith.example' };
  const nobody = await visit();
  const changing = await visit(john);
  const signUp = { name: eva.name, organisation: '', address: eva.email, language: 'fr', password: 'correct staple grief 81' };
  for (const [who, act, fields] of [
    [nobody, 'sign-up', signUp], [nobody, 'forgot-password', { login: marie.id }], [changing, 'change-email', { email: moved.email, password: PASSWORD }],
  ] as const) {
    expect((await who.forge(act, fields)).status, act).toBe(200);
  }
  const [confirm, reset, email] = await mailbox.take(
    owed(eva, 'sign-up-confirm'), owed(marie, 'password-reset'), owed(moved, 'email-confirm'), owed(john, 'email-announce'),
  );

  // On Postgres every row; on SQLite (where the tests of the server compare them) what the parties read.
  const taking = await visit(lucia);
  const facts = async () => {
    const ask = { Accept: 'application/json', 'Sec-Fetch-Site': 'same-origin' };
    const read = async (who: Visitor, place: string) => (await who.page.request.get(place, { headers: ask })).json() as Promise<unknown>;
    const seen = await Promise.all([asking, taking].flatMap(who => [`/api/request?id=${number}`, '/api/me', '/api/profile'].map(place => read(who, place))));
    return { seen, rows: database === 'postgres' ? await dump(server.databaseUrl) : {} };
  };
  const before = await facts();
  expect(JSON.stringify(before.seen)).toContain(String(number));

  for (const mail of [toLucia, confirm, reset, email]) await scan(nobody, mail);
  // In a browser where she is signed in as well, and in one of somebody else.
  await scan(taking, toLucia);
  await scan(changing, email);
  changing.watch.permit(404);
  await scan(changing, toLucia);
  expect(await facts()).toEqual(before);

  await taking.follow(toLucia);
  await expect(taking.request.code).toHaveValue(code(toLucia));
  await taking.request.accepts();
  await taking.seesNotice('notice-waiting');
});

/** What a frame shows: the text of its page, or nothing where the browser has put an error of its own in its place. */
async function framed(page: Page, name: string): Promise<string> {
  const frame = page.frame({ name });
  if (!frame || frame.url().startsWith('chrome-error:')) return '';
  return frame.locator('body').innerText();
}

test('no page can be framed, not even by a neighbour', { tag: ['@hydrated', '@postgres'] }, async ({ browser, server, visit }) => {
  const places = ['/contacts/services', `/contacts/requests/${DEMO_REQUESTS.open}`, '/profile', '/help', '/nowhere', '/api/me'];
  // Another port of the same host is the same site: cookies go along. Nothing but the answer itself keeps it from being framed.
  const neighbour = createServer((request, response) => {
    const frames = ['/inside', ...places.map(place => server.url + place)];
    response.setHeader('Content-Type', 'text/html');
    response.end(request.url === '/' ? frames.map((place, at) => `<iframe name="frame${at}" src="${place}"></iframe>`).join('') : 'framed');
  });
  neighbour.listen(0, '127.0.0.1');
  await once(neighbour, 'listening');
  const visitor = await visit(marie);
  // A page of its own, which the visitor's watch knows nothing of.
  const context = await browser.newContext({ storageState: await visitor.page.context().storageState() });
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('requestfailed', request => { refused.push(`${request.failure()?.errorText} ${new URL(request.url()).pathname}`); });
  await page.goto(`http://127.0.0.1:${(neighbour.address() as AddressInfo).port}/`);
  expect(await framed(page, 'frame0'), 'what may be framed is').toBe('framed');
  for (const [at, place] of places.entries()) expect(await framed(page, `frame${at + 1}`), place).toBe('');
  expect(refused.sort()).toEqual(places.map(place => `net::ERR_BLOCKED_BY_RESPONSE ${place}`).sort());
  // Where it stands alone, the same browser shows the page.
  await page.goto(`${server.url}/profile`);
  await expect(page.getByRole('main')).toContainText(marie.email);
  await context.close();
  neighbour.close();
});

/** Goes back, whether the browser has kept the page or asks for it again. */
async function goBack(page: Page): Promise<void> {
  // A page that is still on its way would take the script with it; so would the way back, if the script waited for it.
  await page.waitForLoadState();
  await page.evaluate(() => { setTimeout(() => history.back()); });
}

test('after signing out, the way back shows nothing', { tag: '@postgres' }, async ({ visit }) => {
  const visitor = await visit(marie);
  const { page } = visitor;
  await visitor.request.open(DEMO_REQUESTS.open);
  await visitor.profile.open();
  await visitor.services.open();
  await visitor.menu.signOut();
  for (let steps = 0; steps < 3; steps += 1) {
    await goBack(page);
    await expect(visitor.heading).toHaveText(visitor.t('sign-in'));
    for (const told of [marie.name, marie.id, marie.email]) await expect(page.getByText(told)).toHaveCount(0);
  }
});

test('nor does it where one has signed out in another tab', { tag: ['@hydrated', '@postgres'] }, async ({ visit }) => {
  const visitor = await visit(marie);
  const { page } = visitor;
  await visitor.profile.open();
  await page.goto('about:blank');
  const other = await page.context().newPage();
  await other.goto('/profile');
  await other.request.post('/api/sign-out', { headers: { 'Sec-Fetch-Site': 'same-origin' }, form: {} });
  await other.close();
  await goBack(page);
  await expect(visitor.heading).toHaveText(visitor.t('sign-in'));
  await expect(page.getByText(marie.email)).toHaveCount(0);
});
