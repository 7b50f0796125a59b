/** A forgotten password: asking for the mail, and choosing a new one. */
import { expect, type Locator } from '@playwright/test';
import type { Visitor } from './visitor.ts';

export class Forgotten {
  readonly #visitor: Visitor;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  /** Goes there from the sign-in page. */
  async open(): Promise<void> {
    const visitor = this.#visitor;
    await visitor.open('/sign-in');
    await visitor.link('forgotten-link').click();
    await expect(visitor.heading).toHaveText(visitor.t('forgotten-title'));
    await visitor.settle();
  }

  /** Asks for the mail with a customer ID or an address. */
  async ask(login: string): Promise<void> {
    await this.#visitor.field('login-label').fill(login);
    await this.#visitor.button('forgotten-submit').click();
  }

  /** A mail is on its way, if there is an account. */
  async isSentTo(login: string): Promise<void> {
    const visitor = this.#visitor;
    await expect(visitor.heading).toHaveText(visitor.t('sent-title'));
    await expect(visitor.page.getByRole('main')).toContainText(visitor.t('forgotten-sent', { login }));
  }

  get code(): Locator {
    return this.#visitor.field('code-label');
  }

  get newPassword(): Locator {
    return this.#visitor.page.getByLabel(this.#visitor.t('password-new'), { exact: true });
  }

  /** Chooses a password on the page to which the mail leads. */
  async choose(password: string): Promise<void> {
    const visitor = this.#visitor;
    await expect(visitor.heading).toHaveText(visitor.t('reset-title'));
    await this.newPassword.fill(password);
    await visitor.button('password-submit').click();
  }

  /** The link is of no use any more; the page says what next. */
  async isStale(): Promise<void> {
    const visitor = this.#visitor;
    await expect(visitor.heading).toHaveText(visitor.t('stale-title'));
    await expect(visitor.page.getByRole('main')).toContainText(visitor.t('reset-stale'));
  }
}
