import { john } from '../support/people.ts';
import { fitsTelephones } from '../support/layout.ts';
import { expect, test } from '../support/test.ts';
import { tour } from '../support/tour.ts';

// With JavaScript, this is looked at where axe is.
for (const stop of tour) {
  test(`nothing is wider than a telephone: ${stop.name}`, { tag: '@plain' }, async ({ visit, mailbox }) => {
    const visitor = await visit(stop.who, { width: 320, height: 640 });
    await stop.go(visitor, mailbox);
    await fitsTelephones(visitor.page, stop.name);
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
