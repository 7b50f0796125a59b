import { john, marie, services, zofia } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('services are found by words, category and role, and the address tells all of it', async ({ visit }) => {
  const visitor = await visit(zofia);
  const { services: list, page } = visitor;
  await list.open();
  const all = await list.names.count();
  await list.count(all);

  await list.search({ words: 'KOWALSKA' });
  await expect(page).toHaveURL(/[?&]search=KOWALSKA(&|$)/);
  await expect(list.names).toHaveText([/^blog\./, /^Fibre/, 'Kowalska "data" & more', 'kowalska-archive', ...Array(2).fill('kowalska.example')]);
  await list.count(6);

  await list.search({ category: visitor.t('category-dns-zone'), role: 'admin' });
  await expect(page).toHaveURL(/[?&]category=dnsZone(&|$)/);
  await expect(page).toHaveURL(/[?&]role=contactAdmin(&|$)/);
  await expect(list.names).toHaveText(['kowalska.example']);

  await list.search({ role: 'billing' });
  await expect(page.getByRole('heading', { name: visitor.t('services-no-match') })).toBeVisible();
  await list.count(0);
  await visitor.link('clear-filters').click();
  await expect(page).toHaveURL('/contacts/services');
  await expect(list.names).toHaveCount(all);
  await expect(page.getByRole('searchbox')).toHaveValue('');
});

test('services are found by any contact’s customer ID', async ({ visit }) => {
  const visitor = await visit(zofia);
  await visitor.services.open();
  await visitor.services.search({ words: marie.id });
  await expect(visitor.services.row(services.vps)).toBeVisible();
  await expect(visitor.services.row(services.archive)).toBeVisible();
  await visitor.services.search({ words: 'rt10007' });
  await expect(visitor.services.row(services.archive)).toBeVisible();
  await expect(visitor.services.row(services.vps)).toHaveCount(0);
});

test('services are sorted by any column, and the address keeps it', async ({ visit }) => {
  const visitor = await visit(john);
  const { services: list, page } = visitor;
  await list.open('?role=contactAdmin&category=hosting');
  await list.open('?search=smith');
  const head = (key: string) => list.table.getByRole('columnheader').filter({ has: visitor.page.getByText(visitor.t(key), { exact: true }) });
  await expect(head('column-name')).toHaveAttribute('aria-sort', 'ascending');
  const byName = await list.names.allTextContents();
  expect(byName).toEqual([...byName].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));

  await head('column-name').getByRole('link').click();
  await expect(page).toHaveURL(/[?&]order=desc(&|$)/);
  await expect(page).toHaveURL(/[?&]search=smith(&|$)/);
  await expect(head('column-name')).toHaveAttribute('aria-sort', 'descending');
  await expect(list.names).toHaveText([...byName].reverse());

  await head('column-expiry').getByRole('link').click();
  await expect(page).toHaveURL(/[?&]sort=expiry(&|$)/);
  await expect(head('column-expiry')).toHaveAttribute('aria-sort', 'ascending');
  await expect(head('column-name')).not.toHaveAttribute('aria-sort');
  const dates = await list.table.locator('time').evaluateAll(times => times.map(time => time.getAttribute('datetime') ?? ''));
  expect(dates).toEqual([...dates].sort());
  expect(dates.length).toBeGreaterThan(3);

  const before = await list.names.allTextContents();
  await page.reload();
  await expect(list.names).toHaveText(before);
  await page.goBack();
  await expect(head('column-name')).toHaveAttribute('aria-sort', 'descending');
});

test('one’s own customer ID is marked, and a change on its way', async ({ visit }) => {
  const visitor = await visit(john);
  await visitor.services.open();
  const mine = visitor.services.contact(services.shop, 'admin').getByText(visitor.t('me-mark'), { exact: true });
  await expect(mine).toBeVisible();
  const foreign = visitor.services.contact(services.rossiMail, 'admin').getByText(visitor.t('me-mark'), { exact: true });
  await expect(foreign).toHaveCount(0);
  expect(await visitor.services.pending(services.shop)).toEqual(['tech']);
  await visitor.services.contact(services.shop, 'tech').getByRole('link', { name: visitor.t('change-pending') }).click();
  await visitor.request.is(2);
});

test('requests are filtered by their state', async ({ visit }) => {
  const visitor = await visit(zofia);
  const { requests } = visitor;
  await requests.open();
  await expect(requests.row(1)).toBeVisible();
  const filter = async (key: string) => {
    await visitor.page.getByRole('combobox', { name: visitor.t('filter-state') }).selectOption({ label: visitor.t(key) });
    await visitor.button('apply-filters').click();
  };
  await filter('filter-open');
  await expect(visitor.page).toHaveURL(/[?&]state=open(&|$)/);
  await expect(visitor.page.getByRole('heading', { name: visitor.t('requests-no-match') })).toBeVisible();
  await filter('state-expired');
  await expect(visitor.page).toHaveURL(/[?&]state=expired(&|$)/);
  await expect(requests.row(1)).toBeVisible();
});
