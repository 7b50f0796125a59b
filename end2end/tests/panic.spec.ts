import { john } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

// A client that fails says so, and stands in nobody's way.
test.describe('@hydrated', { tag: '@hydrated' }, () => {
  test('a client that panics leaves a line in the console, and the forms of the page work without it', async ({ visit }) => {
    const visitor = await visit(john);
    const { page } = visitor;
    const lines: string[] = [];
    page.on('console', message => lines.push(message.text()));
    visitor.watch.permitPanic();
    // The page that arrives is not the one that the server made: its heading is missing.
    await page.route('**/contacts/services', async route => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace(/<h1[^>]*>.*?<\/h1>/, '<h4>Damaged</h4>');
      await route.fulfill({ response: answer, body });
    });
    await page.goto('/contacts/services');
    await expect.poll(() => lines.filter(line => line.startsWith('panic: '))).toHaveLength(1);
    await expect(page.locator('html')).not.toHaveAttribute('data-hydrated');

    // A form of the page, and a link.
    await page.getByLabel(visitor.t('search-label')).fill('nothing is called so');
    await page.getByRole('button', { name: visitor.t('apply-filters') }).click();
    await expect(page).toHaveURL(/search=nothing/);
    await expect(page.getByRole('heading', { name: visitor.t('services-no-match') })).toBeVisible();
    await visitor.settle();
    await page.goto('/contacts/services');
    await expect.poll(() => lines.filter(line => line.startsWith('panic: '))).toHaveLength(2);
    await visitor.link('my-requests').click();
    await expect(visitor.requests.table).toBeVisible();
    await visitor.settle();
  });

  test('after a panic of a page that answered by itself, its forms are sent by the browser', async ({ visit }) => {
    const visitor = await visit(john);
    const { page } = visitor;
    await visitor.services.open();
    await visitor.settle();
    // What a panic of the client says to the page.
    await page.evaluate(() => dispatchEvent(new Event('client-panic')));
    await page.evaluate(() => { (window as { kept?: boolean }).kept = true; });
    await page.getByLabel(visitor.t('search-label')).fill('nothing is called so');
    await page.getByRole('button', { name: visitor.t('apply-filters') }).click();
    await expect(page).toHaveURL(/search=nothing/);
    await expect(page.getByRole('heading', { name: visitor.t('services-no-match') })).toBeVisible();
    // The page was loaded anew.
    expect(await page.evaluate(() => 'kept' in window)).toBe(false);
  });
});
