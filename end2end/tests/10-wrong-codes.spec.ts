import { owed } from '../support/mail.ts';
import { lucia, zofia } from '../support/people.ts';
import { about, archive, code, zofiaAsksLucia } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const TRIES = 5;

test('10. Wrong codes five times, then the right one: refused until a new one is sent', async ({ visit, mailbox }) => {
  const { asking, number, toZofia, toLucia } = await zofiaAsksLucia(visit, mailbox);
  const taking = await visit(lucia);
  await taking.request.open(number);

  await test.step('what is no code at all costs no try', async () => {
    taking.expectRefusal(422, 'decide');
    await taking.request.accepts('ABC-123');
    await taking.seesProblem(taking.t('wrong-format-code', { field: taking.t('code-label') }), taking.request.code);
    await expect(taking.request.code).toHaveValue('ABC-123');
  });

  // The other party's code is one of the wrong ones.
  const wrong = [code(toZofia), ...Array.from({ length: TRIES - 1 }, (_, at) => String(at).repeat(28))];
  for (const [at, one] of wrong.entries()) {
    await test.step(`wrong code ${at + 1}`, async () => {
      taking.expectRefusal(422, 'decide');
      await taking.request.accepts(one);
      const left = TRIES - 1 - at;
      await taking.seesProblem(taking.t('problem-wrong-code', { left }), taking.request.code);
    });
  }

  await test.step('the right one comes too late', async () => {
    taking.expectRefusal(429, 'decide');
    await taking.request.accepts(toLucia.code);
    await taking.seesProblem(taking.t('problem-code-void'), taking.request.code);
    await asking.services.hold(archive);
  });

  await test.step('a new one works, and the other party has all its tries', async () => {
    await taking.request.resends();
    const [again] = await mailbox.take(owed(lucia, 'resent', about));
    await taking.accepts(again, 'notice-waiting');
    await asking.request.open(number);
    asking.expectRefusal(422, 'decide');
    await asking.request.accepts('9'.repeat(28));
    await asking.seesProblem(asking.t('problem-wrong-code', { left: TRIES - 1 }), asking.request.code);
    // As one types it who reads it from a screen.
    await asking.request.accepts(` ${(toZofia.code ?? '').toLowerCase().replaceAll('-', ' ')} `);
    await asking.seesNotice('notice-done');
  });
  await mailbox.take(owed(zofia, 'done', about), owed(lucia, 'done', about), owed(archive.contacts.tech, 'replaced', about));
  await asking.services.hold(archive, { tech: lucia });
});
