import { mkdirSync } from 'node:fs';
import type { Visitor } from '../pages/visitor.ts';
import { test } from '../support/test.ts';
import { tour } from '../support/tour.ts';

// Every page at two widths, light and dark, in two languages: to be looked at, and judged as a customer would.
//
//   npx playwright test --project=pictures        into /tmp/pictures, or the folder in PICTURES_TO
const folder = process.env['PICTURES_TO'] ?? '/tmp/pictures';
const WIDTHS = [1280, 375];
const SCHEMES = ['light', 'dark'] as const;
const LANGUAGES = [{ code: 'en', ownName: 'English' }, { code: 'fr', ownName: 'Français' }];

for (const { code, ownName } of LANGUAGES) {
  for (const stop of tour) {
    test(`${stop.name} in ${ownName}`, async ({ visit, mailbox }) => {
      mkdirSync(folder, { recursive: true });
      const visitor = await visit(stop.who, stop.who ? {} : { locale: code });
      if (stop.who && visitor.language !== code) await visitor.chooseLanguage(ownName, code);
      visitor.language = code;
      await stop.go(visitor, mailbox);
      await take(visitor, `${folder}/${stop.name}.${code}`);
    });
  }
}

test.describe('without a mail server', () => {
  test.use({ mails: 'demo' });
  test('the demo’s mailbox', async ({ visit }) => {
    mkdirSync(folder, { recursive: true });
    const visitor = await visit();
    await visitor.page.goto('/demo/mailbox');
    await visitor.page.getByRole('row').nth(6).waitFor();
    await take(visitor, `${folder}/demo-mailbox`);
    await visitor.page.getByRole('table').getByRole('link').first().click();
    await visitor.page.locator('pre').waitFor();
    await take(visitor, `${folder}/demo-mail`);
  });
});

async function take(visitor: Visitor, path: string): Promise<void> {
  const { page } = visitor;
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${path}.${width}.${colorScheme}.png`, fullPage: true });
    }
  }
}
