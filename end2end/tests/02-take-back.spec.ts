import { owed } from '../support/mail.ts';
import { robert, zofia } from '../support/people.ts';
import { archive, code } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('2. An administrator takes billing back alone', async ({ visit, mailbox }) => {
  const about = { service: archive, roles: ['billing' as const] };
  const asking = await visit(zofia);
  await asking.services.edit(archive);
  await asking.contacts.isOpen('billing', robert);
  await asking.contacts.type({ billing: zofia });
  const preview = await asking.contacts.check();
  await expect(preview).toContainText(asking.t('preview-accept', { accounts: zofia.id }));
  await expect(preview).toContainText(asking.t('preview-told', { accounts: `${zofia.id}, ${robert.id}` }));
  await asking.contacts.submit();
  const number = await asking.request.isRegistered();
  const [mail] = await mailbox.take(owed(zofia, 'asked-own', about));
  await asking.services.hold(archive);

  await asking.follow(mail);
  await expect(asking.request.code).toHaveValue(code(mail));
  await asking.request.accepts();
  await asking.seesNotice('notice-done');
  await asking.request.is(number);
  await asking.request.says('ended-done');
  await asking.seesBanner();
  await mailbox.take(owed(zofia, 'done', about), owed(robert, 'replaced', about));
  await asking.requests.says(number, asking.t('state-done'));
  await asking.services.hold(archive, { billing: zofia });
});
