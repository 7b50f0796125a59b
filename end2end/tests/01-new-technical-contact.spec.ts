import { owed } from '../support/mail.ts';
import { lucia, marie, zofia } from '../support/people.ts';
import { about, archive, code } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('1. An administrator names a new technical contact, and both countersign', { tag: '@postgres' }, async ({ visit, mailbox }) => {
  const asking = await visit(zofia);
  await asking.services.edit(archive);
  await asking.contacts.isOpen('tech', marie);
  await asking.contacts.type({ tech: lucia });
  const preview = await asking.contacts.check();
  await expect(preview).toContainText(asking.t('preview-accept', { accounts: `${zofia.id}, ${lucia.id}` }));
  await expect(preview).toContainText(asking.t('preview-told', { accounts: `${zofia.id}, ${lucia.id}, ${marie.id}` }));
  await asking.contacts.message.fill('You know this archive best.');
  await asking.contacts.submit();
  const number = await asking.request.isRegistered();
  const [toZofia, toLucia] = await mailbox.take(owed(zofia, 'asked-own', about), owed(lucia, 'asked-new', about));
  expect(toZofia.code).not.toBe(toLucia.code);
  expect(toLucia.text).toContain('> You know this archive best.');

  await test.step('asking is not accepting', async () => {
    await asking.seesBanner('banner-decide');
    await asking.requests.says(number, asking.t('waiting-for-you'));
    await asking.services.hold(archive);
    expect(await asking.services.pending(archive)).toEqual(['tech']);
  });

  await test.step('the requester follows the link, which fills the code in and decides nothing', async () => {
    await asking.follow(toZofia);
    await asking.request.is(number);
    await expect(asking.request.code).toHaveValue(code(toZofia));
    if (asking.hydrated) await expect(asking.page).toHaveURL(`/contacts/requests/${number}`);
    await asking.seesBanner('banner-decide');
    await asking.request.accepts();
    await asking.seesNotice('notice-waiting');
    await asking.request.isDecided();
    await asking.request.says('decided-already', { accounts: lucia.id });
    await asking.seesBanner('banner-waiting');
    await asking.requests.says(number, asking.t('waiting-for', { accounts: lucia.id }));
    await asking.services.hold(archive);
  });

  await test.step('the new contact follows its own link, and the change is made', async () => {
    const taking = await visit(lucia);
    await taking.seesBanner('banner-decide');
    await taking.follow(toLucia);
    await expect(taking.request.code).toHaveValue(code(toLucia));
    if (taking.hydrated) await expect(taking.page).toHaveURL(`/contacts/requests/${number}`);
    await expect(taking.page.getByRole('blockquote')).toHaveText('You know this archive best.');
    await taking.request.accepts();
    await taking.seesNotice('notice-done');
    await taking.request.says('ended-done');
    await taking.request.isDecided();
    await taking.seesBanner();
    await taking.services.hold(archive, { tech: lucia });
    expect(await taking.services.pending(archive)).toEqual([]);
  });

  await test.step('the three whom it concerns are told', async () => {
    await mailbox.take(owed(zofia, 'done', about), owed(lucia, 'done', about), owed(marie, 'replaced', about));
    await asking.requests.says(number, asking.t('state-done'));
    await asking.seesBanner();
    await asking.request.open(number);
    const accepted = [zofia, lucia].map(({ id }) => asking.t('event-accepted', { account: id }));
    await asking.request.tells(
      [asking.t('event-asked', { account: zofia.id }), ...accepted, asking.t('event-done')],
      [
        asking.request.sent(zofia, 'asked'), asking.request.sent(lucia, 'asked'),
        asking.request.sent(zofia, 'done'), asking.request.sent(lucia, 'done'), asking.request.sent(marie, 'replaced'),
      ],
    );
    await asking.services.hold(archive, { tech: lucia });
    const replaced = await visit(marie);
    await expect(replaced.services.table).toBeVisible();
    await expect(replaced.services.row(archive)).toHaveCount(0);
    await replaced.request.open(number);
    await replaced.request.says('ended-done');
  });
});
