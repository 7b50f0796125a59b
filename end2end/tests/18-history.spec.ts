import { readFileSync } from 'node:fs';
import { owed } from '../support/mail.ts';
import { john, lucia, marie, services, zofia } from '../support/people.ts';
import { about, archive, zofiaAsksLucia } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('18. The history of a service tells who asked and who accepted, on the page and as CSV', { tag: '@postgres' }, async ({ visit, mailbox }) => {
  const { asking, number, toZofia, toLucia } = await zofiaAsksLucia(visit, mailbox);
  await asking.accepts(toZofia, 'notice-waiting');
  const taking = await visit(lucia);
  await taking.accepts(toLucia, 'notice-done');
  await mailbox.take(owed(zofia, 'done', about), owed(lucia, 'done', about), owed(marie, 'replaced', about));

  await taking.services.open();
  await taking.services.edit(archive);
  await taking.link('history').click();
  await expect(taking.heading).toHaveText(taking.t('history-title', { service: archive.name }));
  const rows = taking.page.getByRole('table').getByRole('row');
  // The head, the change, and the three roles of the beginning.
  await expect(rows).toHaveCount(5);
  const change = rows.nth(1);
  for (const text of [taking.t('role-tech'), marie.id, lucia.id, zofia.id]) await expect(change).toContainText(text);
  await expect(rows.nth(4)).toContainText(taking.t('history-added'));

  const [download] = await Promise.all([taking.page.waitForEvent('download'), taking.link('history-csv').click()]);
  const lines = readFileSync(await download.path(), 'utf8').trim().split('\n');
  expect(lines).toHaveLength(5);
  expect(lines[1]).toContain(`"contactTech","${marie.id}","${lucia.id}","","${zofia.id}","${zofia.id} `);
  expect(lines[1]).toMatch(new RegExp(`,"${number}"\\s*$`));

  await change.getByRole('link', { name: taking.t('request-number', { number: String(number) }) }).click();
  await taking.request.is(number);
});

test('18. The history is for the present contacts', async ({ visit }) => {
  const stranger = await visit(john);
  const owner = await visit(zofia);
  await owner.services.open();
  await owner.services.edit(archive);
  const path = `${new URL(owner.page.url()).pathname}/history`;
  stranger.watch.announce(404, path);
  await stranger.open(path);
  await stranger.seesNotFound();
  expect((await stranger.page.request.get(`${path}.csv`)).status()).toBe(404);
  expect((await owner.page.request.get(`${path}.csv`)).headers()['content-type']).toContain('text/csv');
});

test('18. From the menu of a row to the history @hydrated', async ({ visit }) => {
  const visitor = await visit(john);
  const { staging } = services;
  await visitor.services.open();
  await visitor.services.more(staging).click();
  await visitor.services.row(staging).getByRole('link', { name: visitor.t('history'), exact: true }).click();
  await expect(visitor.heading).toHaveText(visitor.t('history-title', { service: staging.name }));
  await expect(visitor.heading).toBeFocused();
  await expect(visitor.page).toHaveTitle(visitor.t('page-title', { title: visitor.t('history-title', { service: staging.name }) }));
  await visitor.page.goBack();
  await expect(visitor.services.table).toBeVisible();
});
