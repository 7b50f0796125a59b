import { owed } from '../support/mail.ts';
import { lucia, zofia } from '../support/people.ts';
import { about, archive, zofiaAsksLucia } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('6. The requester cancels', async ({ visit, mailbox }) => {
  const { asking, number, toLucia } = await zofiaAsksLucia(visit, mailbox);
  const other = await visit(lucia);
  await other.follow(toLucia);

  await test.step('only the requester may', async () => {
    await expect(other.page.getByText(other.t('cancel-ask'))).toHaveCount(0);
    expect(await other.forge('cancel', { id: String(number) })).toEqual({ status: 403, problem: 'NotRequester' });
    await other.requests.says(number, other.t('waiting-for-you'));
  });

  await asking.request.open(number);
  await asking.request.cancels('The archive is sold.');
  await asking.seesNotice('notice-cancelled');
  await asking.request.says('aborted-cancelled');
  await asking.request.isDecided();
  await asking.seesBanner();
  const [mail] = await mailbox.take(owed(lucia, 'cancelled', about));
  expect(mail.text).toContain('> The archive is sold.');

  await other.follow(mail);
  await other.request.says('aborted-cancelled');
  await other.request.says('cancel-reason-given', { reason: 'The archive is sold.' });
  await other.request.isDecided();
  await other.request.tells(
    [other.t('event-asked', { account: zofia.id }), other.t('event-cancelled', { account: zofia.id })],
    [other.request.sent(zofia, 'asked'), other.request.sent(lucia, 'asked'), other.request.sent(lucia, 'cancelled')],
  );
  await other.requests.says(number, other.t('state-aborted'));
  await asking.services.hold(archive);
  expect(await asking.services.pending(archive)).toEqual([]);
});
