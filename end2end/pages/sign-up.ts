/** Creating an account: the form, the mail's page, and the page that tells the customer ID. */
import { expect, type Locator } from '@playwright/test';
import type { Visitor } from './visitor.ts';

export interface Applicant {
  name: string;
  organisation?: string;
  email: string;
  /** A language's own name, as the form offers it. */
  language?: string;
  password: string;
}

export class SignUp {
  readonly #visitor: Visitor;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  /** Goes there from the sign-in page. */
  async open(): Promise<void> {
    const visitor = this.#visitor;
    await visitor.open('/sign-in');
    await visitor.link('sign-up-link').click();
    await expect(visitor.heading).toHaveText(visitor.t('sign-up-title'));
    await visitor.settle();
  }

  get name(): Locator {
    return this.#visitor.field('owner-name');
  }

  get organisation(): Locator {
    return this.#visitor.field('owner-organisation');
  }

  get email(): Locator {
    return this.#visitor.field('profile-email');
  }

  get language(): Locator {
    return this.#visitor.page.getByRole('combobox', { name: this.#visitor.t('language-title'), exact: true });
  }

  get password(): Locator {
    return this.#visitor.page.getByLabel(this.#visitor.t('password-label'), { exact: true });
  }

  /** Fills the form in and sends it. */
  async submit({ name, organisation = '', email, language, password }: Applicant): Promise<void> {
    await this.name.fill(name);
    await this.organisation.fill(organisation);
    await this.email.fill(email);
    if (language) await this.language.selectOption({ label: language });
    await this.password.fill(password);
    await this.#visitor.button('sign-up-submit').click();
  }

  /** A mail is on its way, whether or not the address has an account. */
  async isSentTo(email: string): Promise<void> {
    const visitor = this.#visitor;
    await expect(visitor.heading).toHaveText(visitor.t('sent-title'));
    await expect(visitor.page.getByRole('main')).toContainText(visitor.t('sign-up-sent', { address: email }));
  }

  /** Types the password on the page to which the mail leads, and presses its button. */
  async confirms(password: string): Promise<void> {
    const visitor = this.#visitor;
    await expect(visitor.heading).toHaveText(visitor.t('sign-up-confirm-title'));
    await this.password.fill(password);
    await visitor.button('sign-up-confirm-submit').click();
  }

  /** The customer ID that the page tells. */
  async customerId(): Promise<string> {
    const visitor = this.#visitor;
    await expect(visitor.heading).toHaveText(visitor.t('sign-up-done-title'));
    return (await visitor.page.locator('.customer-id').textContent()) ?? '';
  }

  /** The link is of no use any more; the page says what next. */
  async isStale(): Promise<void> {
    const visitor = this.#visitor;
    await expect(visitor.heading).toHaveText(visitor.t('stale-title'));
    await expect(visitor.page.getByRole('main')).toContainText(visitor.t('sign-up-stale'));
  }
}
