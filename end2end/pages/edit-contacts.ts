/** The form of a service's contacts. */
import { expect, type Locator } from '@playwright/test';
import type { Customer, Role } from '../support/people.ts';
import type { Visitor } from './visitor.ts';

export class EditContacts {
  readonly #visitor: Visitor;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  field(role: Role): Locator {
    return this.#visitor.field(`field-${role}`);
  }

  get message(): Locator {
    return this.#visitor.field('message-label');
  }

  /** The present contacts stand in the fields that may be changed. */
  async isOpen(role: Role, holder: Customer): Promise<void> {
    await expect(this.field(role)).toHaveValue(holder.id);
  }

  /** No field to fill in, but the contact and the reason. */
  async isClosed(role: Role, holder: Customer, reason: string): Promise<void> {
    const visitor = this.#visitor;
    await expect(this.field(role)).toHaveCount(0);
    const place = visitor.page.locator(`#${role}.field-closed`);
    await expect(place).toContainText(visitor.t(`field-${role}`));
    await expect(place).toContainText(holder.id);
    await expect(place).toContainText(reason);
  }

  /** Types customer IDs, as they would be told on the telephone: without the ending that all have. */
  async type(wishes: Partial<Record<Role, Customer>>): Promise<void> {
    for (const [role, customer] of Object.entries(wishes)) {
      await this.field(role as Role).fill(customer.id.replace(/-.*/, ''));
    }
  }

  /** What will happen: with JavaScript as one types, without it when one asks. */
  async check(): Promise<Locator> {
    const visitor = this.#visitor;
    if (!visitor.hydrated) await visitor.button('preview-request').click();
    return visitor.page.getByRole('complementary', { name: visitor.t('what-happens') });
  }

  async submit(): Promise<void> {
    await this.#visitor.button('submit-request').click();
  }

  /** Asks for one hand-over; answers with the request's number. */
  async ask(wishes: Partial<Record<Role, Customer>>): Promise<number> {
    await this.type(wishes);
    await this.submit();
    return this.#visitor.request.isRegistered();
  }

  /** Asks on a service's page, from the list on. */
  async key(): Promise<string> {
    await expect(this.#visitor.page).toHaveURL(/\/contacts\/services\/[0-9a-f-]{36}/);
    return new URL(this.#visitor.page.url()).pathname.split('/').at(-1) ?? '';
  }
}
