import { owed } from '../support/mail.ts';
import { lucia, zofia } from '../support/people.ts';
import { about, archive, code, zofiaAsksLucia } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('12. A wrong e-mail address is corrected in the profile, and the mail sent again', async ({ visit, mailbox }) => {
  /** Lucía with the address at which she does receive mails. */
  const corrected = { ...lucia, email: 'lucia@garcia.example' };
  const { asking, number, toZofia, toLucia } = await zofiaAsksLucia(visit, mailbox);
  await asking.accepts(toZofia, 'notice-waiting');

  const taking = await visit(lucia);
  await taking.requests.open();
  await taking.requests.choose(number, 'decide-now');
  await taking.link('wrong-address').click();
  await expect(taking.heading).toHaveText(taking.t('profile'));
  await taking.settle();
  await expect(taking.profile.email).toHaveText(lucia.email);

  await test.step('the new address is confirmed by a mail to it, and announced to the old one', async () => {
    await taking.profile.changeEmail(corrected.email);
    await taking.seesNotice('notice-email-asked');
    await taking.profile.says('email-pending', { address: corrected.email });
    await expect(taking.profile.email).toHaveText(lucia.email);
    const [confirm, announce] = await mailbox.take(owed(corrected, 'email-confirm'), owed(lucia, 'email-announce'));
    expect(announce.code).toBeUndefined();
    expect(announce.text).not.toContain(corrected.email);

    await taking.follow(confirm);
    await expect(taking.request.code).toHaveValue(code(confirm));
    await expect(taking.page).toHaveURL('/profile/email');
    await taking.profile.confirmEmail();
    await taking.seesNotice('notice-email-confirmed');
    await expect(taking.profile.email).toHaveText(corrected.email);
    taking.customer = corrected;
  });

  await test.step('the code that went to the wrong address is dead', async () => {
    await taking.follow(toLucia);
    taking.expectRefusal(410, 'decide');
    await taking.request.accepts();
    await taking.seesProblem(taking.t('problem-code-replaced'), taking.request.code);
  });

  await taking.request.resends();
  const [again] = await mailbox.take(owed(corrected, 'resent', about));
  await taking.accepts(again, 'notice-done');
  await mailbox.take(owed(zofia, 'done', about), owed(corrected, 'done', about), owed(archive.contacts.tech, 'replaced', about));
  await taking.services.hold(archive, { tech: lucia });
});
