/** My requests. */
import { expect, type Locator } from '@playwright/test';
import type { Visitor } from './visitor.ts';

export class Requests {
  readonly #visitor: Visitor;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  async open(query = ''): Promise<void> {
    await this.#visitor.open(`/contacts/requests${query}`);
    await expect(this.#visitor.heading).toHaveText(this.#visitor.t('contact-management'));
  }

  get table(): Locator {
    return this.#visitor.page.getByRole('table', { name: this.#visitor.t('requests-caption') });
  }

  row(number: number): Locator {
    const name = this.#visitor.t('request-number', { number: String(number) });
    return this.table.getByRole('row').filter({ has: this.#visitor.page.getByRole('link', { name, exact: true }) });
  }

  /** Reads the list anew: the request stands there so. */
  async says(number: number, state: string): Promise<void> {
    await this.open();
    await expect(this.row(number).getByText(state, { exact: true })).toBeVisible();
  }

  /** Goes to a request by the button in its row. */
  async choose(number: number, action: 'decide-now' | 'open-request'): Promise<void> {
    const visitor = this.#visitor;
    const name = `${visitor.t(action)}: ${visitor.t('request-number', { number: String(number) })}`;
    await this.row(number).getByRole('link', { name, exact: true }).click();
    await visitor.request.is(number);
    await visitor.settle();
  }
}
