import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/test.ts';
import { tour } from '../support/tour.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// axe needs JavaScript; what it looks at is, but for the `…`, what the server sends to everyone.
for (const stop of tour) {
  test(`axe finds nothing: ${stop.name}`, { tag: '@hydrated' }, async ({ visit, mailbox }) => {
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
  });
}
