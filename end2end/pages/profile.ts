/** The profile. */
import { expect, type Locator } from '@playwright/test';
import { PASSWORD } from '../support/people.ts';
import type { Values } from '../support/texts.ts';
import type { Visitor } from './visitor.ts';

export class Profile {
  readonly #visitor: Visitor;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  async open(): Promise<void> {
    await this.#visitor.open('/profile');
    await expect(this.#visitor.heading).toHaveText(this.#visitor.t('profile'));
  }

  /** A section, by its heading. */
  #section(key: string): Locator {
    const { page } = this.#visitor;
    return page.locator('section').filter({ has: page.getByRole('heading', { name: this.#visitor.t(key), exact: true }) });
  }

  get email(): Locator {
    return this.#visitor.page.locator('.profile-email');
  }

  async says(key: string, values: Values): Promise<void> {
    await expect(this.#visitor.page.getByRole('main').getByText(this.#visitor.t(key, values), { exact: true })).toBeVisible();
  }

  get newEmail(): Locator {
    return this.#visitor.field('email-new');
  }

  async changeEmail(address: string, password = PASSWORD): Promise<void> {
    const visitor = this.#visitor;
    const section = this.#section('email-title');
    await this.newEmail.fill(address);
    await section.getByLabel(visitor.t('password-label'), { exact: true }).fill(password);
    await section.getByRole('button', { name: visitor.t('email-submit') }).click();
  }

  /** The link of a mail that can no longer be used says so, and what next. */
  async linkIsStale(): Promise<void> {
    const visitor = this.#visitor;
    await expect(visitor.heading).toHaveText(visitor.t('stale-title'));
    await expect(visitor.page.getByRole('main')).toContainText(visitor.t('problem-stale-link'));
    await expect(visitor.page.getByRole('main')).toContainText(visitor.t('email-stale'));
  }

  /** Presses the button on the page to which the confirmation mail leads. */
  async confirmEmail(): Promise<void> {
    await expect(this.#visitor.heading).toHaveText(this.#visitor.t('confirm-email-title'));
    await this.#visitor.button('confirm-email-submit').click();
  }

  /** The devices on which one is signed in, a row each. */
  get devices(): Locator {
    return this.#section('sessions-title').getByRole('row').filter({ has: this.#visitor.page.getByRole('rowheader') });
  }

  async endOthers(): Promise<void> {
    await this.#visitor.button('sessions-end-others').click();
  }

  /** The customers that are blocked, a row each. */
  get blocked(): Locator {
    return this.#section('blocked-title').getByRole('row').filter({ has: this.#visitor.page.getByRole('rowheader') });
  }

  get customer(): Locator {
    return this.#section('blocked-title').getByRole('textbox');
  }

  async block(customer: string): Promise<void> {
    await this.customer.fill(customer);
    await this.#visitor.button('block-submit').click();
  }

  async unblock(account: string): Promise<void> {
    const visitor = this.#visitor;
    await visitor.page.getByRole('button', { name: visitor.t('unblock-label', { account }), exact: true }).click();
  }

  get present(): Locator {
    return this.#section('password-title').getByLabel(this.#visitor.t('password-current'), { exact: true });
  }

  get newPassword(): Locator {
    return this.#visitor.page.getByLabel(this.#visitor.t('password-new'), { exact: true });
  }

  async changePassword(present: string, next: string): Promise<void> {
    const visitor = this.#visitor;
    await this.present.fill(present);
    await this.newPassword.fill(next);
    await this.#section('password-title').getByRole('button', { name: visitor.t('password-submit') }).click();
  }
}
