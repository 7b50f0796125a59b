/** Every page in its different states: for what must hold everywhere, and for pictures. */
import { expect } from '@playwright/test';
import type { Visitor } from '../pages/visitor.ts';
import { owed } from './mail.ts';
import type { Mailbox } from './mailbox.ts';
import { DEMO_REQUESTS, giulia, joao, john, lucia, marie, sakura, services, zofia, type Customer } from './people.ts';

const PASSWORD = 'correct staple grief 81';

export interface Stop {
  name: string;
  /** Signed in as whom. */
  who?: Customer;
  go: (visitor: Visitor, mailbox: Mailbox) => Promise<void>;
}

export const tour: Stop[] = [
  { name: 'sign-in', go: visitor => visitor.open('/sign-in') },
  {
    name: 'sign-in-problem',
    go: async visitor => {
      await visitor.open('/sign-in');
      await visitor.signIn.submit('md10001', 'countersign-wrong');
      await visitor.seesProblem(visitor.t('problem-credentials'));
    },
  },
  { name: 'sign-in-first', go: visitor => visitor.open(`/contacts/requests/${DEMO_REQUESTS.open}?token=${'7'.repeat(28)}`) },
  { name: 'sign-up', go: visitor => visitor.signUp.open() },
  {
    name: 'sign-up-problem',
    go: async visitor => {
      await visitor.signUp.open();
      await visitor.signUp.submit({ name: '', email: 'eva@nowhere', password: 'short' });
      await visitor.seesProblem(visitor.t('wrong-empty', { field: visitor.t('owner-name') }), visitor.signUp.name);
    },
  },
  { name: 'sign-up-sent', go: visitor => visitor.open('/sign-up?sent') },
  { name: 'sign-up-confirm', go: visitor => visitor.open('/sign-up/confirm') },
  {
    name: 'sign-up-done',
    go: async (visitor, mailbox) => {
      const language = visitor.t('language-name');
      const eva: Customer = { id: '', name: 'Éva Żak', email: 'eva.zak@example.net', language: visitor.language };
      await visitor.signUp.open();
      await visitor.signUp.submit({ name: eva.name, email: eva.email, language, password: PASSWORD });
      const [confirm] = await mailbox.take(owed(eva, 'sign-up-confirm'));
      await visitor.follow(confirm);
      await visitor.signUp.confirms(PASSWORD);
      const id = await visitor.signUp.customerId();
      await mailbox.take(owed({ ...eva, id }, 'welcome'));
    },
  },
  { name: 'forgot-password', go: visitor => visitor.forgotten.open() },
  { name: 'reset-password', go: visitor => visitor.open('/reset-password') },
  {
    name: 'reset-password-stale',
    go: async visitor => {
      visitor.watch.announce(410, '/reset-password');
      await visitor.open(`/reset-password?token=${'7'.repeat(28)}`);
      await visitor.forgotten.isStale();
    },
  },
  { name: 'services', who: marie, go: visitor => visitor.services.open() },
  { name: 'services-found', who: john, go: visitor => visitor.services.open('?search=smith&role=contactAdmin&sort=expiry&order=desc') },
  { name: 'services-no-match', who: john, go: visitor => visitor.services.open('?search=nothing-of-that-name') },
  {
    name: 'services-menu',
    who: john,
    go: async visitor => {
      await visitor.services.open();
      // Without JavaScript the `…` is a link, and there is no menu.
      if (visitor.hydrated) await visitor.services.more(services.shop).click();
    },
  },
  {
    name: 'edit-contacts',
    who: zofia,
    go: async visitor => {
      await visitor.services.open();
      await visitor.services.edit(services.archive);
      await visitor.contacts.type({ admin: lucia, tech: lucia, billing: sakura });
      await expect(await visitor.contacts.check()).toContainText(visitor.t('preview-count', { count: 3 }));
    },
  },
  {
    name: 'edit-contacts-closed',
    who: joao,
    go: async visitor => {
      await visitor.services.open();
      await visitor.services.edit(services.vps);
    },
  },
  {
    name: 'edit-contacts-companion',
    who: marie,
    go: async visitor => {
      await visitor.services.open();
      await visitor.services.edit(services.domain);
    },
  },
  {
    name: 'edit-contacts-problem',
    who: giulia,
    go: async visitor => {
      await visitor.services.open();
      await visitor.services.edit(services.hostileFibre);
      await visitor.contacts.field('tech').fill('someone@example.org');
      await visitor.contacts.field('billing').fill('');
      visitor.expectRefusal(422, 'submit');
      await visitor.contacts.submit();
      await visitor.seesProblem(visitor.t('wrong-format-id', { field: visitor.t('field-tech') }), visitor.contacts.field('tech'));
    },
  },
  { name: 'owner', who: zofia, go: visitor => visitor.owner.open(services.kowalska) },
  { name: 'owner-read', who: lucia, go: visitor => visitor.owner.open(services.kowalska) },
  {
    name: 'owner-problem',
    who: zofia,
    go: async visitor => {
      await visitor.owner.open(services.kowalska);
      await visitor.owner.fill({ name: '', phone: '12', 'postal-code': '1' });
      await visitor.owner.save();
      await visitor.seesProblem(visitor.t('wrong-empty', { field: visitor.t('owner-name') }), visitor.owner.field('name'));
    },
  },
  {
    name: 'history',
    who: zofia,
    go: async visitor => {
      await visitor.services.open();
      await visitor.services.edit(services.archive);
      await visitor.open(`${new URL(visitor.page.url()).pathname}/history`);
    },
  },
  { name: 'requests', who: john, go: visitor => visitor.requests.open() },
  { name: 'requests-none', who: sakura, go: visitor => visitor.requests.open() },
  { name: 'requests-no-match', who: lucia, go: visitor => visitor.requests.open('?state=done') },
  {
    name: 'request',
    who: john,
    go: async visitor => {
      await visitor.request.open(DEMO_REQUESTS.open);
      for (const key of ['refuse-ask', 'cancel-ask']) {
        await visitor.page.getByText(visitor.t(key), { exact: true }).click();
      }
    },
  },
  { name: 'request-received', who: marie, go: visitor => visitor.request.open(DEMO_REQUESTS.open) },
  {
    name: 'request-block',
    who: marie,
    go: async visitor => {
      await visitor.request.open(DEMO_REQUESTS.open);
      await visitor.request.asksToBlock(john);
    },
  },
  {
    name: 'requests-blocked',
    who: marie,
    go: async visitor => {
      await visitor.request.open(DEMO_REQUESTS.open);
      await visitor.request.blocks(john);
      await visitor.seesNotice('notice-blocked');
    },
  },
  {
    name: 'request-problem',
    who: marie,
    go: async visitor => {
      await visitor.request.open(DEMO_REQUESTS.open);
      visitor.expectRefusal(422, 'decide');
      await visitor.request.accepts('ABC');
      await visitor.seesProblem(visitor.t('wrong-format-code', { field: visitor.t('code-label') }));
    },
  },
  { name: 'request-expired', who: lucia, go: visitor => visitor.request.open(DEMO_REQUESTS.expired) },
  { name: 'profile', who: lucia, go: visitor => visitor.profile.open() },
  {
    name: 'profile-problem',
    who: lucia,
    go: async visitor => {
      await visitor.profile.open();
      await visitor.profile.changeEmail('nobody@nowhere.example', 'countersign-wrong');
      await visitor.seesProblem(visitor.t('wrong-mismatch', { field: visitor.t('password-label') }));
    },
  },
  {
    name: 'profile-blocked',
    who: lucia,
    go: async visitor => {
      await visitor.profile.open();
      for (const [customer, count] of [[john, 1], [sakura, 2]] as const) {
        await visitor.profile.block(customer.id);
        await expect(visitor.profile.blocked).toHaveCount(count);
      }
      await visitor.profile.block(lucia.id);
      await visitor.seesProblem(visitor.t('wrong-own', { field: visitor.t('profile-id') }), visitor.profile.customer);
    },
  },
  { name: 'confirm-email', who: lucia, go: visitor => visitor.open('/profile/email') },
  {
    name: 'confirm-email-stale',
    who: lucia,
    go: async visitor => {
      visitor.watch.announce(410, '/profile/email');
      await visitor.open(`/profile/email?token=${'7'.repeat(28)}`);
      await visitor.profile.linkIsStale();
    },
  },
  { name: 'help', go: visitor => visitor.open('/help') },
  {
    name: 'not-found',
    who: john,
    go: async visitor => {
      visitor.watch.announce(404, '/nowhere');
      await visitor.open('/nowhere');
      await visitor.seesNotFound();
    },
  },
  { name: 'demo-invoices', who: giulia, go: async visitor => { await visitor.page.goto('/demo/invoices'); } },
];
