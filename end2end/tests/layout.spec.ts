import { john } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { tour } from '../support/tour.ts';

for (const stop of tour) {
  test(`nothing is wider than a telephone: ${stop.name}`, async ({ visit, mailbox }) => {
    const visitor = await visit(stop.who, { width: 320, height: 640 });
    await stop.go(visitor, mailbox);
    for (const width of [320, 375]) {
      await visitor.page.setViewportSize({ width, height: 640 });
      const found = await visitor.page.evaluate(() => {
        const root = document.documentElement;
        const wide = [...document.body.querySelectorAll('*')].filter(element => {
          const { right, width } = element.getBoundingClientRect();
          return width > 1 && right > root.clientWidth + 1;
        });
        const names = wide.map(element => `${element.localName}.${element.className}: ${element.textContent?.trim().slice(0, 40)}`);
        return root.scrollWidth > root.clientWidth ? [`page: ${root.scrollWidth}`, ...names] : [];
      });
      expect.soft(found, `${stop.name} at ${width} px`).toEqual([]);
    }
  });
}

test('the first key press offers the way to the content', async ({ visit }) => {
  const visitor = await visit(john);
  await visitor.services.open();
  await visitor.page.keyboard.press('Tab');
  const skip = visitor.link('skip-link');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await visitor.page.keyboard.press('Enter');
  await expect(visitor.page.getByRole('main')).toBeFocused();
  await visitor.page.keyboard.press('Tab');
  await expect(visitor.page.getByRole('main').locator(':focus')).toHaveCount(1);
});
