import { john, marie } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const scrolled = () => scrollY;

test.describe('going on and back', { tag: '@hydrated' }, () => {
  test('back leads to where one was, and to the link that one had followed', async ({ visit }) => {
    const visitor = await visit(marie, { width: 375, height: 700 });
    const { page } = visitor;
    await visitor.services.open();
    const link = visitor.services.names.nth(12).getByRole('link');
    const name = await link.textContent() ?? '';
    await link.scrollIntoViewIfNeeded();
    const place = await page.evaluate(scrolled);
    expect(place).toBeGreaterThan(1000);
    await link.click();
    await expect(visitor.heading).toHaveText(visitor.t('edit-title', { service: name }));
    await expect.poll(() => page.evaluate(scrolled)).toBe(0);

    await page.goBack();
    await expect(link).toBeFocused();
    await expect.poll(() => page.evaluate(scrolled)).toBe(place);
  });

  test('sorting moves nothing but the rows', async ({ visit }) => {
    const visitor = await visit(john, { width: 375, height: 700 });
    const { page } = visitor;
    await visitor.services.open();
    await page.evaluate(() => scrollTo(0, 250));
    const sort = visitor.services.table.getByRole('columnheader').getByRole('link', { name: visitor.t('column-expiry') });
    await sort.click();
    await expect(page).toHaveURL(/sort=expiry/);
    await expect(visitor.services.table.locator('[aria-sort]')).toHaveText(visitor.t('column-expiry'));
    await expect(sort).toBeFocused();
    expect(await page.evaluate(scrolled)).toBe(250);
  });
});
