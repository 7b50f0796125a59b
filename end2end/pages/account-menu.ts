/** The menu at the top right: my name and customer ID, and what is mine. */
import { expect, type Locator } from '@playwright/test';
import type { Customer } from '../support/people.ts';
import type { Visitor } from './visitor.ts';

export class AccountMenu {
  readonly #visitor: Visitor;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  get #nav(): Locator {
    // Not by its label: someone who has just signed in may see it in another language than the page before.
    return this.#visitor.page.getByRole('banner').getByRole('navigation');
  }

  get opener(): Locator {
    return this.#nav.locator('summary');
  }

  async shows(customer: Customer): Promise<void> {
    await expect(this.opener).toContainText(customer.id);
    await expect(this.opener).toContainText(customer.name);
  }

  async isAbsent(): Promise<void> {
    await expect(this.#nav).toHaveCount(0);
  }

  /** What the menu holds, from top to bottom. */
  get entries(): Locator {
    // Hidden, as long as the menu is closed.
    return this.#nav.getByRole('link', { includeHidden: true }).or(this.#nav.getByRole('button', { includeHidden: true }));
  }

  async follow(key: 'contact-management' | 'profile'): Promise<void> {
    await this.opener.click();
    await this.#nav.getByRole('link', { name: this.#visitor.t(key), exact: true }).click();
  }

  async signOut(): Promise<void> {
    const visitor = this.#visitor;
    await this.opener.click();
    await this.#nav.getByRole('button', { name: visitor.t('sign-out'), exact: true }).click();
    await visitor.seesNotice('notice-signed-out');
    await visitor.settle();
    await this.isAbsent();
    visitor.customer = undefined;
  }
}
