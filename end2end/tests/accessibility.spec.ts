import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { john } from '../support/people.ts';
import { fitsTelephones } from '../support/layout.ts';
import { expect, test } from '../support/test.ts';
import { tour } from '../support/tour.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// axe needs JavaScript; what it looks at is, but for the `…`, what the server sends to everyone.
for (const stop of tour) {
  test(`axe finds nothing, and nothing is wider than a telephone: ${stop.name}`, { tag: '@hydrated' }, async ({ visit, mailbox }) => {
    const visitor = await visit(stop.who);
    const { page } = visitor;
    await stop.go(visitor, mailbox);
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
        const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(node => node.html) }));
        expect.soft(found, `${stop.name}, ${width} px, ${colorScheme}`).toEqual([]);
      }
    }
    await fitsTelephones(page, stop.name);
  });
}

test('with colours of the reader’s own, states and choices still show', { tag: '@hydrated' }, async ({ visit }) => {
  const visitor = await visit(john);
  const { page } = visitor;
  await visitor.services.open();
  await page.emulateMedia({ forcedColors: 'active' });
  const mark = await page.locator('.status').first().evaluate(status => {
    const { backgroundColor, width } = getComputedStyle(status, '::before');
    return { isSeen: backgroundColor !== getComputedStyle(document.body).backgroundColor, width };
  });
  expect(mark).toEqual({ isSeen: true, width: '9px' });
  const ground = (of: Locator) => of.evaluate(one => getComputedStyle(one).backgroundColor);
  const choice = page.getByRole('contentinfo').getByRole('group', { name: visitor.t('choose-language') });
  const chosen = await ground(choice.getByRole('button', { pressed: true }));
  expect(chosen).not.toBe(await ground(choice.getByRole('button', { pressed: false }).first()));
});
