/** The sign-in form: on its own page, or in the place of any page that needs an account. */
import { expect } from '@playwright/test';
import { PASSWORD, type Customer } from '../support/people.ts';
import type { Visitor } from './visitor.ts';

export class SignIn {
  readonly #visitor: Visitor;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  /** Opens the sign-in page and signs in: to my services. */
  async as(customer: Customer, password = PASSWORD): Promise<void> {
    const visitor = this.#visitor;
    visitor.language = customer.language;
    await visitor.open('/sign-in');
    await this.here(customer, password);
    await expect(visitor.page).toHaveURL('/contacts/services');
  }

  /** Signs in with the form on the present page. */
  async here(customer: Customer, password = PASSWORD): Promise<void> {
    const visitor = this.#visitor;
    await this.submit(customer.id, password);
    visitor.customer = customer;
    await visitor.menu.shows(customer);
    visitor.language = customer.language;
    await visitor.settle();
  }

  /** Fills the form in and sends it. */
  async submit(login: string, password: string): Promise<void> {
    const visitor = this.#visitor;
    await visitor.field('login-label').fill(login);
    await visitor.page.getByLabel(visitor.t('password-label'), { exact: true }).fill(password);
    await visitor.button('sign-in').click();
  }

  /** The form stands there, and says that one comes back to this page. */
  async isAskedFor(): Promise<void> {
    const visitor = this.#visitor;
    await expect(visitor.heading).toHaveText(visitor.t('sign-in'));
    await expect(visitor.page.getByText(visitor.t('sign-in-first'), { exact: true })).toBeVisible();
  }
}
