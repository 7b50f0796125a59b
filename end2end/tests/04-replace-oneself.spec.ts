import { owed } from '../support/mail.ts';
import { lucia, joao, marie, sakura, services, zofia, type Customer, type Role } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const service = services.vps;

interface Case {
  role: Role;
  holder: Customer;
  next: Customer;
}

const cases: Case[] = [
  { role: 'tech', holder: joao, next: lucia },
  { role: 'billing', holder: zofia, next: sakura },
];

for (const { role, holder, next } of cases) {
  const about = { service, roles: [role] };
  const other: Role = role === 'tech' ? 'billing' : 'tech';

  test(`4. A ${role} contact replaces itself`, async ({ visit, mailbox }) => {
    const asking = await visit(holder);
    await asking.services.edit(service);
    await asking.contacts.isOpen(role, holder);
    const number = await asking.contacts.ask({ [role]: next });
    const [toHolder, toNext] = await mailbox.take(owed(holder, 'asked-own', about), owed(next, 'asked-new', about));

    await asking.accepts(toHolder, 'notice-waiting');
    const taking = await visit(next);
    await taking.accepts(toNext, 'notice-done');
    // The administrator is no party, and is not told.
    await mailbox.take(owed(holder, 'done', about), owed(next, 'done', about));
    await taking.services.hold(service, { [role]: next });
    await asking.services.open();
    await expect(asking.services.row(service)).toHaveCount(0);
    await asking.requests.says(number, asking.t('state-done'));
  });

  test(`4. A ${role} contact cannot touch the other roles`, async ({ visit }) => {
    const visitor = await visit(holder);
    await visitor.services.edit(service);
    const key = await visitor.contacts.key();

    await test.step('the form offers nothing else, and says why', async () => {
      await visitor.contacts.isOpen(role, holder);
      await visitor.contacts.isClosed('admin', service.contacts.admin, visitor.t('closed-admin'));
      const reason = visitor.t('closed-not-yours', { role: visitor.t(`role-${other}-long`) });
      await visitor.contacts.isClosed(other, service.contacts[other], reason);
    });

    await test.step('a forged form is refused, alone or beside what is allowed', async () => {
      const forged = async (fields: Record<string, string>) => visitor.forge('submit', { service: key, ...fields });
      const refused = (wire: string) => ({ status: 403, problem: { NotYourRole: wire } });
      const otherWire = other === 'tech' ? 'contactTech' : 'contactBilling';
      expect(await forged({ admin: holder.id })).toEqual(refused('contactAdmin'));
      expect(await forged({ [other]: holder.id })).toEqual(refused(otherWire));
      expect(await forged({ [role]: next.id, [other]: next.id })).toEqual(refused(otherWire));
    });

    await test.step('and nothing has changed', async () => {
      await visitor.services.hold(service);
      expect(await visitor.services.pending(service)).toEqual([]);
      await visitor.requests.open();
      await expect(visitor.requests.table.getByText(service.name)).toHaveCount(0);
    });
  });
}

test('4. A stranger cannot touch a service at all', async ({ visit }) => {
  const administrator = await visit(marie);
  await administrator.services.edit(service);
  const key = await administrator.contacts.key();

  const stranger = await visit(lucia);
  stranger.watch.announce(404, `/contacts/services/${key}`);
  await stranger.open(`/contacts/services/${key}`);
  await stranger.seesNotFound();
  for (const role of ['admin', 'tech', 'billing']) {
    expect(await stranger.forge('submit', { service: key, [role]: lucia.id })).toEqual({ status: 404, problem: 'NotFound' });
  }
  await administrator.services.hold(service);
});
