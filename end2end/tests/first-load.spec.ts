import { DEMO_REQUESTS, john, services } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

/** What a first visit may download, in bytes. */
const BUDGET = 180_000;
/** What the typeface may be beside that: nothing waits for it. */
const TYPEFACE = 40_000;

test('a first visit downloads 180 kB at the most, and the pages after it no more code', { tag: '@hydrated' }, async ({ visit }) => {
  const visitor = await visit(john);
  const { page } = visitor;
  const loaded = new Set<string>();
  const twice: string[] = [];
  page.on('request', request => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/pkg/')) return;
    if (loaded.has(pathname)) twice.push(pathname);
    loaded.add(pathname);
  });
  await page.reload();
  await visitor.settle();
  expect(twice, 'what is loaded ahead is what is used').toEqual([]);
  const kind = (path: string) => path.split('.').pop() ?? '';
  expect([...loaded].map(kind).filter(kind => kind !== 'woff2').sort()).toEqual(['css', 'js', 'wasm']);

  const sizes = await Promise.all([...loaded].map(async path => {
    const answer = await page.request.get(path, { headers: { 'Accept-Encoding': 'br' } });
    const headers = answer.headers();
    if (kind(path) !== 'woff2') expect(headers['content-encoding']).toBe('br');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    return { isType: kind(path) === 'woff2', size: Number(headers['content-length']) };
  }));
  const sum = (isType: boolean) => sizes.filter(one => one.isType === isType).reduce((all, one) => all + one.size, 0);
  expect(sum(false)).toBeLessThanOrEqual(BUDGET);
  expect(sum(true)).toBeLessThanOrEqual(TYPEFACE);
  const first = loaded.size;

  await visitor.link('my-requests').click();
  await expect(visitor.requests.table).toBeVisible();
  await visitor.menu.follow('profile');
  await expect(visitor.heading).toHaveText(visitor.t('profile'));
  expect([...loaded].slice(first).map(kind).filter(kind => kind !== 'woff2')).toEqual([]);
});

test('a page that is older than the server loads anew, and what was typed in it arrives', { tag: '@hydrated' }, async ({ visit }) => {
  const visitor = await visit(john);
  const { page } = visitor;
  const growOld = () => page.locator('html').evaluate(root => root.setAttribute('data-build', 'former'));

  visitor.watch.permit(426);
  await growOld();
  await visitor.link('my-requests').click();
  await expect(visitor.requests.table).toBeVisible();
  await visitor.settle();
  await expect(page.locator('html')).not.toHaveAttribute('data-build', 'former');

  await visitor.services.open();
  await visitor.services.edit(services.staging);
  await visitor.contacts.field('tech').fill('nonsense');
  await growOld();
  await visitor.contacts.submit();
  await visitor.seesProblem(visitor.t('wrong-format-id', { field: visitor.t('field-tech') }), visitor.contacts.field('tech'));
  await expect(visitor.contacts.field('tech')).toHaveValue('nonsense');

  // The button that was pressed arrives as well.
  await visitor.request.open(DEMO_REQUESTS.open);
  await growOld();
  await visitor.request.accepts('nonsense');
  await visitor.seesProblem(visitor.t('wrong-format-code', { field: visitor.t('code-label') }), visitor.request.code);
  await expect(visitor.request.code).toHaveValue('nonsense');
});
