import { owed } from '../support/mail.ts';
import { john, lucia, marie, robert, sakura, services, zofia, type Customer } from '../support/people.ts';
import { about, archive, zofiaAsksLucia } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('what is wrong is said at the field, and what was typed stays', async ({ visit }) => {
  const visitor = await visit(zofia);
  const { contacts } = visitor;
  await visitor.services.edit(archive);
  visitor.expectRefusal(422, 'submit');
  await contacts.submit();
  await visitor.seesProblem(visitor.t('problem-nothing-changed'));

  await contacts.field('tech').fill('lucia.garcia@example.org');
  await contacts.field('billing').fill('');
  await contacts.message.fill('Two lines,\nboth mine.');
  visitor.expectRefusal(422, 'submit');
  await contacts.submit();
  await visitor.seesProblem(visitor.t('wrong-format-id', { field: visitor.t('field-tech') }), contacts.field('tech'));
  await visitor.seesProblem(visitor.t('wrong-empty', { field: visitor.t('field-billing') }), contacts.field('billing'));
  await expect(contacts.field('tech')).toHaveValue('lucia.garcia@example.org');
  await expect(contacts.message).toHaveValue('Two lines,\nboth mine.');

  await visitor.page.getByRole('alert').getByRole('link', { name: visitor.t('wrong-empty', { field: visitor.t('field-billing') }) }).click();
  await expect(contacts.field('billing')).toBeFocused();
  await visitor.services.hold(archive);
});

test('two tabs at once: the second is told what changed meanwhile, and nothing is handed on unseen', async ({ visit, mailbox }) => {
  const late = await visit(zofia);
  await late.services.edit(archive);
  const early = await visit(zofia);
  await early.services.edit(archive);
  await early.contacts.ask({ tech: zofia });
  const [own] = await mailbox.take(owed(zofia, 'asked-own', about));
  await early.accepts(own, 'notice-done');
  await mailbox.take(owed(zofia, 'done', about), owed(archive.contacts.tech, 'replaced', about));

  late.expectRefusal(409, 'submit');
  await late.contacts.type({ tech: lucia });
  await late.contacts.submit();
  const text = late.t('problem-contact-changed', { role: late.t('role-tech-long'), account: zofia.id });
  await late.seesProblem(text, late.contacts.field('tech'));
  await expect(late.contacts.field('tech')).toHaveValue(lucia.id.replace(/-.*/, ''));
  await late.contacts.submit();
  await late.request.isRegistered();
  await expect(late.request.fact('request-roles')).toContainText(new RegExp(`${zofia.id}.* → ${lucia.id}`));
  await mailbox.take(owed(zofia, 'asked-own', about), owed(lucia, 'asked-new', about));
});

test('several roles in one form make one request for each pair', async ({ visit, mailbox }) => {
  const visitor = await visit(zofia);
  await visitor.services.edit(archive);
  // From Zofia to Lucía the administration, from Marie to Sakura the technique, from Robert to Sakura the billing.
  await visitor.contacts.type({ admin: lucia, tech: sakura, billing: sakura });
  const preview = await visitor.contacts.check();
  await expect(preview.getByRole('listitem')).toHaveCount(3);
  await expect(preview).toContainText(visitor.t('preview-count', { count: 3 }));
  await visitor.contacts.submit();
  await expect(visitor.page).toHaveURL('/contacts/requests');
  for (const number of [3, 4, 5]) await expect(visitor.requests.row(number)).toBeVisible();
  await visitor.seesBanner('banner-decide', 3);
  const mails = (to: Customer, role: 'admin' | 'tech' | 'billing') => {
    const what = { service: archive, roles: [role] };
    return [owed(zofia, 'asked-own', what), owed(to, 'asked-new', what)];
  };
  await mailbox.take(...mails(lucia, 'admin'), ...mails(sakura, 'tech'), ...mails(sakura, 'billing'));
});

test('two roles of the same two accounts make one request', async ({ visit, mailbox }) => {
  const visitor = await visit(john);
  await visitor.services.edit(services.staging);
  const number = await visitor.contacts.ask({ tech: zofia, billing: zofia });
  await expect(visitor.request.fact('request-roles')).toHaveText(
    new RegExp(`^${visitor.t('role-tech')}, ${visitor.t('role-billing')}\\s*${john.id}.* → ${zofia.id}$`),
  );
  const what = { service: services.staging, roles: ['tech' as const, 'billing' as const] };
  const [toJohn, toZofia] = await mailbox.take(owed(john, 'asked-own', what), owed(zofia, 'asked-new', what));
  const taking = await visit(zofia);
  await taking.accepts(toZofia, 'notice-waiting');
  await visitor.accepts(toJohn, 'notice-done');
  await mailbox.take(owed(john, 'done', what), owed(zofia, 'done', what));
  await visitor.services.hold(services.staging, { tech: zofia, billing: zofia });
  expect(number).toBe(3);
});

test('a role that is being handed over is closed for its holder, and the administrator is told what ends', async ({ visit, mailbox }) => {
  const { asking, number } = await zofiaAsksLucia(visit, mailbox);
  const holder = await visit(marie);
  await holder.services.edit(archive);
  await holder.contacts.isClosed('tech', marie, holder.t('closed-pending'));

  await asking.services.open();
  await asking.services.edit(archive);
  const key = await asking.contacts.key();
  await asking.contacts.isOpen('tech', marie);
  await expect(asking.page.getByText(asking.t('replaces-pending', { number: String(number) }))).toBeVisible();
  expect(await asking.forge('submit', { service: key, tech: sakura.id }))
    .toEqual({ status: 409, problem: { Busy: { role: 'contactTech', request: number } } });
  await asking.link('show-request').click();
  await asking.request.is(number);
});

test('two windows: the second request for a role leads to the first', async ({ visit, mailbox }) => {
  const late = await visit(zofia);
  await late.services.edit(archive);
  const { number } = await zofiaAsksLucia(visit, mailbox);
  await late.contacts.type({ tech: sakura });
  late.expectRefusal(409, 'submit');
  await late.contacts.submit();
  const problem = late.t('problem-busy', { role: late.t('role-tech-long') });
  await late.seesProblem(problem);
  await late.page.getByRole('alert').getByRole('link', { name: late.t('problem-busy-link') }).click();
  await late.request.is(number);
});

test('an unknown customer ID is answered like a known one', async ({ visit, mailbox }) => {
  const stranger = { ...lucia, id: 'xx99999-ovh' };
  const visitor = await visit(zofia);
  await visitor.services.edit(archive);
  const number = await visitor.contacts.ask({ tech: stranger });
  await mailbox.take(owed(zofia, 'asked-own', about));
  await expect(visitor.request.fact('request-roles')).toContainText(` → ${stranger.id}`);
  await visitor.requests.says(number, visitor.t('waiting-for-you'));
});

test('one click names oneself', { tag: '@hydrated' }, async ({ visit }) => {
  const visitor = await visit(zofia);
  await visitor.services.edit(archive);
  const name = visitor.t('use-me-for', { field: visitor.t('field-billing') });
  await visitor.page.getByRole('button', { name, exact: true }).click();
  await visitor.contacts.isOpen('billing', zofia);
  const preview = await visitor.contacts.check();
  const move = visitor.t('preview-move', { role: visitor.t('role-billing'), from: robert.id, to: zofia.id });
  await expect(preview).toContainText(move);
});

test('what was typed is still there after checking', async ({ visit }) => {
  const visitor = await visit(zofia);
  await visitor.services.edit(archive);
  await visitor.contacts.type({ tech: lucia });
  await visitor.contacts.message.fill('Not yet sent.');
  await expect(await visitor.contacts.check()).toContainText(lucia.id);
  await expect(visitor.contacts.field('tech')).toHaveValue('lg10004');
  await expect(visitor.contacts.message).toHaveValue('Not yet sent.');
});
