import { owed, type Expected } from '../support/mail.ts';
import { lucia, marie, sakura, services, zofia, type Customer } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

const { kowalska, blog } = services;
const ADDRESS = 'wlasciciel@kowalska.example';
const HOSTILE = '</textarea><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}';

/** The mail to an owner's address that no customer has: in the language of who edited. */
function toOwner(to: string, by: Customer): Expected {
  const subject = texts(by.language, 'mail')('owner-changed-subject', { service: kowalska.name });
  return { to, subject, language: by.language };
}

const toZofia = owed(zofia, 'owner-changed', undefined, { service: kowalska.name });

test('15. The administrator edits the owner, the other contacts see it, both addresses are told', { tag: '@postgres' }, async ({ visit, mailbox }) => {
  const administrator = await visit(zofia);
  await administrator.owner.open(kowalska);
  await expect(administrator.owner.field('name')).toHaveValue(zofia.name);
  await expect(administrator.owner.country).toHaveValue('PL');

  await test.step('what is wrong is said at its field, and what was typed stays', async () => {
    await administrator.owner.fill({ city: 'Kraków', 'postal-code': '3000', phone: 'none' });
    await administrator.owner.save();
    const wrong = (key: string, detail: string) => administrator.t(key, { field: administrator.t(`owner-${detail}`) });
    await administrator.seesProblem(wrong('wrong-format-postal-code', 'postal-code'), administrator.owner.field('postal-code'));
    await administrator.seesProblem(wrong('wrong-format-phone', 'phone'), administrator.owner.field('phone'));
    await expect(administrator.owner.field('city')).toHaveValue('Kraków');
    await expect(administrator.owner.field('phone')).toHaveValue('none');
  });

  await administrator.owner.fill({ 'postal-code': '30 001', phone: '12 555 01 99', email: ADDRESS, street: 'Rynek 1\n\nLokal 2' });
  await administrator.owner.save();
  await administrator.seesNotice('notice-owner');
  await expect(administrator.owner.field('postal-code')).toHaveValue('30-001');
  await expect(administrator.owner.field('phone')).toHaveValue('+48125550199');
  await expect(administrator.owner.field('street')).toHaveValue('Rynek 1\nLokal 2');
  for (const mail of await mailbox.take(toZofia, toOwner(ADDRESS, zofia))) {
    const t = texts(zofia.language, 'mail');
    const details = ['street', 'postal-code', 'city', 'phone', 'email'].map(detail => t(`owner-${detail}`)).join(', ');
    expect(mail.text).toContain(`${t('fact-details', { count: 5 })}: ${details}`);
    expect(mail.text).toContain(zofia.id);
    for (const secret of ['Kraków', 'Rynek', '555', ADDRESS]) expect(mail.text).not.toContain(secret);
  }

  await test.step('the same again is no change', async () => {
    await administrator.owner.fill({ phone: '0048 12.555.01.99' });
    await administrator.owner.save();
    await administrator.seesProblem(administrator.t('problem-nothing-changed'));
  });

  await test.step('the other contacts read it, each in their language', async () => {
    for (const contact of [marie, lucia]) {
      const reader = await visit(contact);
      await reader.owner.open(kowalska);
      await expect(reader.owner.fact('phone')).toHaveText('+48125550199');
      await expect(reader.owner.fact('city')).toHaveText('Kraków');
      await expect(reader.owner.fact('country')).toHaveText(reader.owner.nameOf('PL'));
      await expect(reader.page.getByRole('main')).toContainText(reader.t('owner-not-yours', { account: zofia.id }));
      await reader.owner.isReadOnly();
    }
  });
});

test('15. A second tab is told what was saved meanwhile, and writes over nothing unseen', async ({ visit, mailbox }) => {
  const administrator = await visit(zofia);
  await administrator.owner.open(kowalska);
  const { page } = administrator;
  const path = new URL(page.url()).pathname;
  const service = path.split('/').at(-2) ?? '';

  // The other tab.
  const other = await administrator.forge('edit-owner', {
    service, version: '1', name: zofia.name, street: 'ul. Długa 44/50 m. 7', postal_code: '80-001', city: 'Gdańsk', country: 'PL',
    phone: '+48225550112', owner_email: zofia.email,
  });
  expect(other.status).toBe(200);
  await mailbox.take(toZofia);

  await administrator.owner.fill({ name: 'Fundacja Kowalska' });
  await administrator.owner.save();
  await administrator.seesProblem(administrator.t('problem-changed'));
  await expect(administrator.owner.field('name')).toHaveValue('Fundacja Kowalska');
  await expect(administrator.owner.field('city')).toHaveValue('Warszawa');
  await expect(administrator.owner.meanwhile).toContainText(zofia.id);
  await expect(administrator.owner.meanwhile.getByRole('listitem'))
    .toContainText(`${administrator.t('owner-postal-code')}, ${administrator.t('owner-city')}`);
  await expect(administrator.owner.fact('city')).toHaveText('Gdańsk');

  await administrator.owner.fill({ city: 'Gdańsk', 'postal-code': '80-001' });
  await administrator.owner.save();
  await administrator.seesNotice('notice-owner');
  await mailbox.take(toZofia);
  await administrator.open(path);
  await expect(administrator.owner.field('name')).toHaveValue('Fundacja Kowalska');
  await expect(administrator.owner.field('city')).toHaveValue('Gdańsk');
});

test('15. Contacts without the right, strangers, and services without an owner', async ({ visit }) => {
  const technical = await visit(marie);
  await technical.owner.open(kowalska);
  const path = new URL(technical.page.url()).pathname;
  const service = path.split('/').at(-2) ?? '';
  const fields = { service, version: '1', name: 'x', street: 'x', city: 'x', country: 'PL', phone: '+48225550112', owner_email: 'x@y.example' };
  expect(await technical.forge('edit-owner', fields)).toEqual({ status: 403, problem: 'NotAdministrator' });

  const stranger = await visit(sakura);
  stranger.watch.announce(404, path);
  await stranger.open(path);
  await stranger.seesNotFound();
  expect((await stranger.forge('edit-owner', fields)).status).toBe(404);

  await technical.services.open();
  await technical.services.edit(blog);
  await expect(technical.link('owner-link')).toHaveCount(0);
});

test('15. A domain of which none is stored yet', async ({ visit, mailbox, server }) => {
  await server.command('service', 'add', '--name', 'new.example', '--category', 'domain', '--admin', zofia.id, '--tech', marie.id);
  const fresh = { name: 'new.example', category: 'domain', contacts: { admin: zofia, tech: marie, billing: zofia } };
  const technical = await visit(marie);
  await technical.owner.open(fresh);
  await expect(technical.page.getByRole('main')).toContainText(technical.t('owner-none-other', { account: zofia.id }));
  await technical.owner.isReadOnly();

  const administrator = await visit(zofia);
  await administrator.owner.open(fresh);
  await expect(administrator.page.getByRole('main')).toContainText(administrator.t('owner-none-yours'));
  await expect(administrator.owner.country).toHaveValue('');
  await administrator.owner.fill({
    name: HOSTILE, organisation: HOSTILE, street: HOSTILE, 'postal-code': 'D02 X285', city: HOSTILE, phone: '+353 1 555 0100', email: zofia.email,
  });
  await administrator.owner.country.selectOption({ label: administrator.owner.nameOf('IE') });
  await administrator.owner.save();
  await administrator.seesNotice('notice-owner');
  await expect(administrator.owner.field('name')).toHaveValue(HOSTILE);
  await expect(administrator.owner.country).toHaveValue('IE');
  const [mail] = await mailbox.take(owed(zofia, 'owner-first', undefined, { service: fresh.name }));
  expect(mail.text + mail.html).not.toContain('alert');

  await technical.owner.open(fresh);
  for (const detail of ['name', 'organisation', 'street', 'city'] as const) {
    await expect(technical.owner.fact(detail)).toHaveText(HOSTILE);
  }
});
