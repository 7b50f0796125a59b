import { owed } from '../support/mail.ts';
import { lucia, zofia } from '../support/people.ts';
import { about, archive, code, zofiaAsksLucia } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('7. A mail is sent again: the old link says that it was replaced, the new one works', async ({ visit, mailbox }) => {
  const { asking, number, toZofia, toLucia } = await zofiaAsksLucia(visit, mailbox);
  const taking = await visit(lucia);
  await taking.requests.open();
  await taking.requests.choose(number, 'decide-now');
  await expect(taking.request.code).toHaveValue('');
  await taking.request.resends();
  const [again] = await mailbox.take(owed(lucia, 'resent', about));
  expect(again.code).not.toBe(toLucia.code);

  await taking.follow(toLucia);
  await expect(taking.request.code).toHaveValue(code(toLucia));
  taking.expectRefusal(410, 'decide');
  await taking.request.accepts();
  await taking.seesProblem(taking.t('problem-code-replaced'), taking.request.code);
  await expect(taking.request.code).toHaveValue(code(toLucia));

  await taking.follow(again);
  await taking.seesNoProblem();
  await expect(taking.request.code).toHaveValue(code(again));
  await taking.request.accepts();
  await taking.seesNotice('notice-waiting');

  // The other party's code is its own: it still works.
  await asking.accepts(toZofia, 'notice-done');
  await mailbox.take(owed(zofia, 'done', about), owed(lucia, 'done', about), owed(archive.contacts.tech, 'replaced', about));
  await asking.services.hold(archive, { tech: lucia });
});
