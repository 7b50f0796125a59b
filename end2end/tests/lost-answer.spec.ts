import { owed } from '../support/mail.ts';
import { lucia, marie, zofia } from '../support/people.ts';
import { about, zofiaAsksLucia } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('a decision whose answer was lost is made once, and told when it is sent again', { tag: '@hydrated' }, async ({ visit, mailbox }) => {
  const { asking, toZofia, toLucia } = await zofiaAsksLucia(visit, mailbox);
  const { page } = asking;
  asking.watch.permitLoss();
  // The line is gone for what comes by itself, too: the page would see by it that the decision was made.
  await page.route('**/api/live*', route => route.abort('internetdisconnected'));
  await asking.follow(toZofia);
  const sent: string[] = [];
  await page.route('**/api/decide', async route => {
    sent.push(route.request().postData() ?? '');
    expect((await route.fetch()).status()).toBe(200);
    await route.abort('connectionreset');
  }, { times: 1 });
  await asking.request.accepts();
  await expect(page.getByRole('alert')).toContainText(asking.t('problem-unreachable'));

  page.on('request', request => { if (request.url().endsWith('/api/decide')) sent.push(request.postData() ?? ''); });
  await asking.request.accepts();
  await asking.seesNotice('notice-waiting');
  expect(sent).toHaveLength(2);
  expect(sent[1], 'the same press').toBe(sent[0]);
  await asking.request.isDecided();

  // The other party accepts, and the change is made once.
  const other = await visit(lucia);
  await other.accepts(toLucia, 'notice-done');
  await mailbox.take(owed(zofia, 'done', about), owed(lucia, 'done', about), owed(marie, 'replaced', about));
});
