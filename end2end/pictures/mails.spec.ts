import { existsSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { overview } from './overview.ts';

// Every mail as its recipient's program may show it: two widths, light and dark, in every language.
//
//   make mails          into target/mails, with an index.html
const folder = process.env['MAILS_TO'] ?? '';
const mails = folder && existsSync(folder) ? readdirSync(folder).filter(file => file.endsWith('.html') && file !== 'index.html') : [];

test.afterAll(() => { if (mails.length > 0) overview(folder, 'Countersign: every mail'); });

for (const file of mails) {
  test(`the mail ${file}`, async ({ page }) => {
    await page.goto(pathToFileURL(`${folder}/${file}`).href);
    for (const width of [600, 360]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      expect.soft(wide, `${file} is wider than ${width} px`).toBe(false);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: `${folder}/${file.replace(/\.html$/, '')}.${width}.${colorScheme}.png`, fullPage: true });
      }
    }
  });
}
