/** The owner of a service. */
import { expect, type Locator } from '@playwright/test';
import type { Service } from '../support/people.ts';
import type { Visitor } from './visitor.ts';

/** A detail that is typed, by the end of its key in the texts. */
export type Detail = 'name' | 'organisation' | 'street' | 'postal-code' | 'city' | 'phone' | 'email';

export class Owner {
  readonly #visitor: Visitor;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  /** Goes there from the list of services: by the `…` menu, or without JavaScript by the form of the contacts. */
  async open(service: Service): Promise<void> {
    const visitor = this.#visitor;
    await visitor.services.open();
    if (visitor.hydrated) {
      await visitor.services.more(service).click();
      const row = visitor.services.row(service);
      await row.getByRole('link', { name: visitor.t('owner-link'), exact: true }).click();
    } else {
      await visitor.services.edit(service);
      await visitor.link('owner-link').click();
    }
    await this.isOf(service);
  }

  async isOf(service: Pick<Service, 'name'>): Promise<void> {
    await expect(this.#visitor.heading).toHaveText(this.#visitor.t('owner-title', { service: service.name }));
  }

  field(detail: Detail): Locator {
    return this.#visitor.field(`owner-${detail}`);
  }

  get country(): Locator {
    return this.#visitor.page.getByRole('combobox', { name: this.#visitor.t('owner-country'), exact: true });
  }

  /** A country's name in the reader's language. */
  nameOf(country: string): string {
    const line = this.#visitor.t('country-names').split('\n').find(one => one.startsWith(`${country} `));
    if (!line) throw new Error(`no country ${country}`);
    return line.slice(country.length + 1);
  }

  async fill(details: Partial<Record<Detail, string>>): Promise<void> {
    for (const [detail, value] of Object.entries(details)) await this.field(detail as Detail).fill(value);
  }

  async save(): Promise<void> {
    await this.#visitor.button('owner-submit').click();
  }

  /** What a contact that may not edit it reads of a detail. */
  fact(detail: Detail | 'country'): Locator {
    return this.#visitor.page.locator(`dd.owner-${detail.replace('-', '_')}`);
  }

  /** What another has saved meanwhile. */
  get meanwhile(): Locator {
    const { page } = this.#visitor;
    const heading = page.getByRole('heading', { name: this.#visitor.t('owner-now-title'), exact: true });
    return page.locator('section').filter({ has: heading });
  }

  /** Nothing to fill in or to press. */
  async isReadOnly(): Promise<void> {
    await expect(this.#visitor.button('owner-submit')).toHaveCount(0);
    await expect(this.#visitor.page.getByRole('main').getByRole('textbox')).toHaveCount(0);
  }
}
