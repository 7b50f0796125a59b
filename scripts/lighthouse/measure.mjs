// Lighthouse's marks for a running demo, as a telephone: node measure.mjs ORIGIN. A line for each page, and what was marked down.
import { existsSync } from 'node:fs';
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const [origin] = process.argv.slice(2);

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? CHROMIUM.find(existsSync),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const port = Number(new URL(browser.wsEndpoint()).port);

let isPerfect = true;
/** As if nothing of it had been seen before, but for whom one is signed in as. */
async function look(path) {
  const blank = await browser.newPage();
  await (await blank.createCDPSession()).send('Network.clearBrowserCache');
  await blank.close();
  const options = { port, onlyCategories: CATEGORIES, formFactor: 'mobile', disableStorageReset: true, logLevel: 'error' };
  return (await lighthouse(`${origin}${path}`, options)).lhr;
}

/** The one in the middle of three: a machine has other things to do as well. */
async function measure(name, path) {
  const looks = [await look(path), await look(path), await look(path)];
  const [, lhr] = looks.sort((one, other) => one.categories.performance.score - other.categories.performance.score);
  const marks = CATEGORIES.map(category => Math.round((lhr.categories[category].score ?? 0) * 100));
  const { 'largest-contentful-paint': lcp, 'total-blocking-time': tbt, 'cumulative-layout-shift': cls } = lhr.audits;
  const figures = `LCP ${Math.round(lcp.numericValue)} ms, TBT ${Math.round(tbt.numericValue)} ms, CLS ${cls.numericValue}`;
  console.log(`${name.padEnd(16)} ${marks.join(' / ').padEnd(24)} ${figures}`);
  if (marks.every(mark => mark === 100)) return;
  isPerfect = false;
  for (const category of CATEGORIES) {
    for (const { id, weight } of lhr.categories[category].auditRefs) {
      const { score, title, displayValue } = lhr.audits[id];
      if (weight > 0 && score !== null && score < 1) console.log(`    ${category}: ${title} ${displayValue ?? ''} (${id}, ${score})`);
    }
  }
}

console.log('performance / accessibility / best practices / search engines');
for (const name of ['sign-in', 'sign-up', 'forgot-password', 'help']) await measure(name, `/${name}`);

const page = await browser.newPage();
const open = async path => {
  await page.goto(`${origin}${path}`, { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('html[data-hydrated]');
};
await open('/sign-in');
await page.type('[name=login]', 'zk10003');
await page.type('[name=password]', 'countersign-demo');
await Promise.all([page.waitForNavigation({ waitUntil: 'domcontentloaded' }), page.keyboard.press('Enter')]);
await open('/contacts/services?search=kowalska.example');
const [service, owner] = await page.$$eval('.cell-actions a', links => [
  links[0]?.getAttribute('href'), links.map(link => link.getAttribute('href')).find(href => href.endsWith('/owner')),
]);
await page.close();
await measure('services', '/contacts/services');
await measure('edit contacts', service);
await measure('owner', owner);
await measure('history', `${service}/history`);
await measure('requests', '/contacts/requests');
await measure('request', '/contacts/requests/1');
await measure('profile', '/profile');
await browser.close();
process.exitCode = isPerfect ? 0 : 1;
