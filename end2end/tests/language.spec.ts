import { owed } from '../support/mail.ts';
import { john, marie, services, zofia } from '../support/people.ts';
import { zofiaAsksLucia } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('a first visit is in the language that the browser asks for', async ({ visit }) => {
  const visitor = await visit(undefined, { locale: 'fr-CH' });
  visitor.language = 'fr';
  await visitor.open('/help');
  await expect(visitor.page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(visitor.heading).toHaveText(visitor.t('help-title'));
});

test('switching the language keeps the page, and the choice', async ({ visit }) => {
  const visitor = await visit();
  await visitor.open('/help');
  await expect(visitor.heading).toHaveText('Help');
  await visitor.chooseLanguage('Français', 'fr');
  await expect(visitor.page).toHaveURL('/help');
  await expect(visitor.heading).toHaveText('Aide');
  await visitor.open('/sign-in');
  await expect(visitor.heading).toHaveText(visitor.t('sign-in'));
  await expect(visitor.page.getByRole('button', { name: 'Français', exact: true }).first()).toHaveAttribute('aria-pressed', 'true');
  await visitor.chooseLanguage('English', 'en');
  await expect(visitor.page).toHaveURL('/sign-in');
});

test('the choice is the account’s: its address stays, its mails follow', async ({ visit, mailbox }) => {
  const visitor = await visit(john);
  const query = '?search=smith&sort=expiry';
  await visitor.services.open(query);
  await visitor.chooseLanguage('Français', 'fr');
  await expect(visitor.page).toHaveURL(`/contacts/services${query}`);
  await expect(visitor.services.table).toBeVisible();
  await expect(visitor.page).toHaveTitle(visitor.t('page-title', { title: visitor.t('contact-management') }));

  await visitor.services.edit(services.staging);
  await visitor.contacts.ask({ tech: zofia });
  const about = { service: services.staging, roles: ['tech' as const] };
  await mailbox.take(owed({ ...john, language: 'fr' }, 'asked-own', about), owed(zofia, 'asked-new', about));
});

test('whoever signs in reads the account’s language, whatever the browser asked for', async ({ visit }) => {
  const visitor = await visit(undefined, { locale: 'en-GB' });
  await visitor.open('/profile');
  await visitor.signIn.isAskedFor();
  await visitor.signIn.here(marie);
  await expect(visitor.page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(visitor.heading).toHaveText(visitor.t('profile'));
});

test('pages and mails of one request, each in its reader’s language', async ({ visit, mailbox }) => {
  // That mails are in their recipients' languages is checked wherever they are taken.
  const { number } = await zofiaAsksLucia(visit, mailbox);
  const replaced = await visit(marie);
  await replaced.services.open();
  await expect(replaced.page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(replaced.services.table.getByText(replaced.t('change-pending')).first()).toBeVisible();
  // The replaced contact does not see a request before it is done.
  replaced.watch.announce(404, `/contacts/requests/${number}`);
  await replaced.open(`/contacts/requests/${number}`);
  await replaced.seesNotFound();
});
