import { owed } from '../support/mail.ts';
import { john, lucia, marie, services, zofia, type Customer } from '../support/people.ts';
import { about, archive, code, zofiaAsksLucia } from '../support/steps.ts';
import { expect, START, test } from '../support/test.ts';
import { day } from '../support/texts.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const demo = { service: services.shop, roles: ['tech' as const] };

test('11. A request that not everyone accepts in time expires', async ({ visit, mailbox, server }) => {
  const { asking, number, toZofia, toLucia } = await zofiaAsksLucia(visit, mailbox);
  await asking.follow(toZofia);
  await expect(asking.request.fact('request-expires')).toContainText(asking.t('left-days', { days: 7 }));
  await asking.request.accepts();
  await asking.seesNotice('notice-waiting');
  const taking = await visit(lucia);
  await taking.follow(toLucia);
  await expect(taking.request.code).toHaveValue(code(toLucia));

  await test.step('between the page and the press', async () => {
    server.moveClock(7 * DAY + HOUR);
    taking.expectRefusal(410, 'decide');
    await taking.request.accepts();
    // The form says so, and is gone as soon as the page follows.
    await taking.request.says('ended-expired');
    await taking.request.isDecided();
  });
  await mailbox.take(
    owed(zofia, 'expired', about), owed(lucia, 'expired', about),
    // The demo's own request was older still.
    owed(john, 'expired', demo), owed(marie, 'expired', demo),
  );

  await test.step('the link says why it can no longer be used, and what next', async () => {
    await taking.follow(toLucia);
    await taking.request.says('ended-expired');
    await taking.request.isDecided();
    await taking.seesBanner();
    await taking.requests.says(number, taking.t('state-expired'));
    await asking.services.hold(archive);
    expect(await asking.services.pending(archive)).toEqual([]);
    await asking.request.open(number);
    await asking.request.says('ended-expired');
    // Once more, with one press.
    await asking.button('ask-again').click();
    const again = await asking.request.isRegistered();
    expect(again).toBeGreaterThan(number);
    await mailbox.take(owed(zofia, 'asked-own', about), owed(lucia, 'asked-new', about));
    await asking.services.open();
    expect(await asking.services.pending(archive)).toEqual(['tech']);
  });
});

test('11. Who has not decided is reminded two days before, and the first code still works', async ({ visit, mailbox, server }) => {
  const { asking, number, toZofia, toLucia } = await zofiaAsksLucia(visit, mailbox);
  await asking.accepts(toZofia, 'notice-waiting');

  server.moveClock(5.5 * DAY);
  const until = (start: number) => new Date(start + 7 * DAY);
  const reminder = (who: Customer, what: typeof about, date: Date) =>
    owed(who, 'reminder', what, { date: day(who.language, date) });
  // The demo's own request was made 20 hours before the server's start.
  const [mail] = await mailbox.take(
    reminder(lucia, about, until(START)),
    reminder(john, demo, until(START - 20 * HOUR)), reminder(marie, demo, until(START - 20 * HOUR)),
  );
  expect(mail.code).toBeUndefined();

  const taking = await visit(lucia);
  await taking.follow(mail);
  await taking.request.is(number);
  await expect(taking.request.code).toHaveValue('');
  await expect(taking.request.fact('request-expires')).toContainText(taking.t('left-days', { days: 1 }));
  await taking.request.accepts(toLucia.code);
  await taking.seesNotice('notice-done');
  await mailbox.take(owed(zofia, 'done', about), owed(lucia, 'done', about), owed(archive.contacts.tech, 'replaced', about));
});
