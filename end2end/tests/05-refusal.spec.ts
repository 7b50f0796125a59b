import { owed } from '../support/mail.ts';
import { lucia, zofia } from '../support/people.ts';
import { about, archive, zofiaAsksLucia } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('5. The requester refuses', async ({ visit, mailbox }) => {
  const { asking, number, toZofia, toLucia } = await zofiaAsksLucia(visit, mailbox);
  await asking.follow(toZofia);
  await asking.request.refuses();
  await asking.seesNotice('notice-refused');
  await asking.request.says('ended-refused', { account: zofia.id });
  await asking.request.isDecided();
  await asking.seesBanner();
  await mailbox.take(owed(lucia, 'refused', about));

  const other = await visit(lucia);
  await other.seesBanner();
  await other.follow(toLucia);
  await other.request.says('ended-refused', { account: zofia.id });
  await other.request.isDecided();
  await other.requests.says(number, other.t('state-refused'));
  await asking.services.hold(archive);
  expect(await asking.services.pending(archive)).toEqual([]);
});

test('5. The new contact refuses', async ({ visit, mailbox }) => {
  const { asking, number, toZofia, toLucia } = await zofiaAsksLucia(visit, mailbox);
  await asking.accepts(toZofia, 'notice-waiting');

  const other = await visit(lucia);
  await other.follow(toLucia);
  await other.request.refuses();
  await other.seesNotice('notice-refused');
  await other.request.says('ended-refused', { account: lucia.id });
  await other.request.isDecided();
  const [mail] = await mailbox.take(owed(zofia, 'refused', about));

  await asking.follow(mail);
  await asking.request.says('ended-refused', { account: lucia.id });
  await asking.requests.says(number, asking.t('state-refused'));
  await asking.services.hold(archive);
  await asking.request.open(number);
  await asking.link('ask-otherwise').click();
  await expect(asking.heading).toHaveText(asking.t('edit-title', { service: archive.name }));
});
