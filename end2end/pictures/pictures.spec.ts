import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import type { Visitor } from '../pages/visitor.ts';
import { locales } from '../support/paths.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';
import { tour } from '../support/tour.ts';
import { overview } from './overview.ts';

// Every page at two widths, light and dark, in every language: to be looked at, and judged as a customer would.
//
//   make gallery        into target/gallery, with an index.html
const folder = process.env['PICTURES_TO'] ?? '/tmp/pictures';
const WIDTHS = [1280, 375];
const SCHEMES = ['light', 'dark'] as const;
const wanted = process.env['PICTURES_IN']?.split(',');
const LANGUAGES = readdirSync(locales)
  .filter(code => existsSync(`${locales}/${code}/ui.ftl`) && (!wanted || wanted.includes(code)))
  .map(code => ({ code, ownName: texts(code)('language-name') }));

test.beforeAll(() => { mkdirSync(folder, { recursive: true }); });
test.afterAll(() => { overview(folder, 'Countersign: every page'); });

for (const { code, ownName } of LANGUAGES) {
  for (const stop of tour) {
    test(`${stop.name} in ${ownName}`, async ({ visit, mailbox }) => {
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
    const visitor = await visit();
    await visitor.page.goto('/demo/mailbox');
    await visitor.page.getByRole('row').nth(6).waitFor();
    await take(visitor, `${folder}/demo-mailbox.en`);
    await visitor.page.getByRole('table').getByRole('link').first().click();
    await visitor.page.locator('pre').waitFor();
    await take(visitor, `${folder}/demo-mail.en`);
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
  expect(await page.title()).not.toBe('');
}
