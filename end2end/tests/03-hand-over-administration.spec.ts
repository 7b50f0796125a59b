import { owed } from '../support/mail.ts';
import { lucia, zofia } from '../support/people.ts';
import { archive } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('3. An administrator hands the administration over', async ({ visit, mailbox }) => {
  const about = { service: archive, roles: ['admin' as const] };
  const asking = await visit(zofia);
  await asking.services.edit(archive);
  const key = await asking.contacts.key();
  await asking.contacts.isOpen('admin', zofia);
  const number = await asking.contacts.ask({ admin: lucia });
  const [toZofia, toLucia] = await mailbox.take(owed(zofia, 'asked-own', about), owed(lucia, 'asked-new', about));

  // The new contact is the first to accept: the order is free.
  const taking = await visit(lucia);
  await taking.accepts(toLucia, 'notice-waiting');
  await taking.request.says('decided-already', { accounts: zofia.id });
  await asking.requests.says(number, asking.t('waiting-for-you'));
  await asking.services.hold(archive);

  await asking.accepts(toZofia, 'notice-done');
  await mailbox.take(owed(zofia, 'done', about), owed(lucia, 'done', about));

  await test.step('the new administrator may change every role, the former one nothing', async () => {
    await taking.services.hold(archive, { admin: lucia });
    await taking.services.edit(archive);
    await taking.contacts.isOpen('admin', lucia);
    await taking.contacts.isOpen('tech', archive.contacts.tech);
    await taking.contacts.isOpen('billing', archive.contacts.billing);

    await asking.services.open();
    await expect(asking.services.table).toBeVisible();
    await expect(asking.services.row(archive)).toHaveCount(0);
    asking.watch.announce(404, `/contacts/services/${key}`);
    await asking.open(`/contacts/services/${key}`);
    await asking.seesNotFound();
    expect(await asking.forge('submit', { service: key, tech: zofia.id })).toEqual({ status: 404, problem: 'NotFound' });
    await asking.request.open(number);
    await asking.request.says('ended-done');
  });
});
