import { owed } from '../support/mail.ts';
import { joao, lucia, marie, sakura, services, zofia } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const service = services.vps;
const about = { service, roles: ['tech' as const] };

test('21. The administrator takes back a role that its holder hands over', async ({ visit, mailbox }) => {
  const holder = await visit(joao);
  await holder.services.edit(service);
  const open = await holder.contacts.ask({ tech: lucia });
  await mailbox.take(owed(joao, 'asked-own', about), owed(lucia, 'asked-new', about));

  const administrator = await visit(marie);
  await administrator.services.edit(service);
  await administrator.contacts.isOpen('tech', joao);
  await expect(administrator.page.getByText(administrator.t('replaces-pending', { number: String(open) }))).toBeVisible();
  await administrator.contacts.type({ tech: marie });
  const preview = await administrator.contacts.check();
  await expect(preview).toContainText(administrator.t('preview-replaces', { number: String(open) }));
  await administrator.contacts.submit();
  await administrator.request.isRegistered();

  const [, toMarie] = await mailbox.take(
    owed(joao, 'aborted', about), owed(marie, 'asked-own', about), owed(lucia, 'aborted', about),
  );
  await holder.request.open(open);
  await holder.request.says('aborted-superseded');
  await administrator.accepts(toMarie, 'notice-done');
  await administrator.services.hold(service, { tech: marie });
  await mailbox.take(owed(marie, 'done', about), owed(joao, 'replaced', about));
});

test('21. The administrator ends a request that it is no party to', async ({ visit, mailbox }) => {
  const holder = await visit(joao);
  await holder.services.edit(service);
  const number = await holder.contacts.ask({ tech: lucia });
  await mailbox.take(owed(joao, 'asked-own', about), owed(lucia, 'asked-new', about));

  const administrator = await visit(marie);
  await administrator.request.open(number);
  await administrator.request.cancels('Not without me.', 'cancel-text-administrator');
  await administrator.seesNotice('notice-cancelled');
  await administrator.request.says('aborted-cancelled-by-administrator');
  const [, toLucia] = await mailbox.take(owed(joao, 'cancelled', about), owed(lucia, 'cancelled', about));
  expect(toLucia.text).toContain('> Not without me.');
  await holder.request.open(number);
  await holder.request.says('cancel-reason-given', { reason: 'Not without me.' });
  await administrator.services.open();
  expect(await administrator.services.pending(service)).toEqual([]);
});

test('21. Whoever is asked sees what else the form asks', async ({ visit, mailbox }) => {
  const asking = await visit(marie);
  await asking.services.edit(service);
  await asking.contacts.type({ admin: zofia, tech: sakura });
  await asking.contacts.submit();
  await expect(asking.page).toHaveURL(/\/contacts\/requests$/);
  const admin = { service, roles: ['admin' as const] };
  const mails = await mailbox.take(
    owed(marie, 'asked-own', admin), owed(zofia, 'asked-new', admin),
    owed(marie, 'asked-own', about), owed(sakura, 'asked-new', about),
  );
  const toZofia = mails.find(mail => mail.to === zofia.email);
  if (!toZofia) throw new Error('no mail');

  const next = await visit(zofia);
  await next.follow(toZofia);
  const others = next.request.fact('request-siblings');
  await expect(others).toContainText(next.t('other-customer'));
  await expect(others).not.toContainText(sakura.id);
  expect(toZofia.text, 'and so does the mail').not.toContain(sakura.id);
});
