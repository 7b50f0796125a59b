/** My services. */
import { expect, type Locator } from '@playwright/test';
import { ROLES, type Customer, type Role, type Service } from '../support/people.ts';
import type { Visitor } from './visitor.ts';

export class Services {
  readonly #visitor: Visitor;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  async open(query = ''): Promise<void> {
    await this.#visitor.open(`/contacts/services${query}`);
    await expect(this.#visitor.heading).toHaveText(this.#visitor.t('contact-management'));
  }

  get table(): Locator {
    return this.#visitor.page.getByRole('table', { name: this.#visitor.t('services-caption') });
  }

  /** The names of the services that are listed, from top to bottom. */
  get names(): Locator {
    return this.table.getByRole('rowheader');
  }

  row(service: Service): Locator {
    const { page } = this.#visitor;
    const category = this.#visitor.t(`category-${service.category}`);
    return this.table.getByRole('row')
      .filter({ has: page.getByText(service.name, { exact: true }) })
      .filter({ has: page.getByText(category, { exact: true }) });
  }

  /** The cell of a role. */
  contact(service: Service, role: Role): Locator {
    // Columns before: category, status, expiry. The name is a row header and no cell.
    return this.row(service).getByRole('cell').nth(3 + ROLES.indexOf(role));
  }

  /** Reads the list anew: these are the contacts, but for those that are said to have changed. */
  async hold(service: Service, changed: Partial<Record<Role, Customer>> = {}): Promise<void> {
    await this.open();
    const columns = ROLES.map(role => this.#visitor.t(`role-${role}`));
    await expect(this.table.getByRole('columnheader')).toContainText(['', '', '', '', ...columns, '']);
    for (const role of ROLES) {
      const holder = changed[role] ?? service.contacts[role];
      await expect(this.contact(service, role), `${role} of ${service.name}`).toContainText(holder.id);
    }
  }

  /** Which cells say that a change is on its way. */
  async pending(service: Service): Promise<Role[]> {
    await expect(this.row(service)).toBeVisible();
    const mark = this.#visitor.t('change-pending');
    const marked = await Promise.all(ROLES.map(role => this.contact(service, role).getByText(mark).count()));
    return ROLES.filter((_, at) => marked[at] === 1);
  }

  /** The `…` of a row: a menu with JavaScript, a link without. */
  more(service: Service): Locator {
    const [beginning] = this.#visitor.t('actions-for', { service: service.name, category: '\0' }).split('\0');
    return this.row(service).getByLabel(beginning ?? '');
  }

  /** Goes to the form of a service's contacts. */
  async edit(service: Service): Promise<void> {
    const visitor = this.#visitor;
    await this.more(service).click();
    // The one difference between the two: without JavaScript the `…` itself is the link.
    if (visitor.hydrated) await this.row(service).getByRole('link', { name: visitor.t('edit-contacts'), exact: true }).click();
    await expect(visitor.heading).toHaveText(visitor.t('edit-title', { service: service.name }));
    await visitor.settle();
  }

  /** Searches by the form above the table. */
  async search(wish: { words?: string; category?: string; role?: Role }): Promise<void> {
    const visitor = this.#visitor;
    const form = visitor.page.getByRole('search');
    if (wish.words !== undefined) await form.getByRole('searchbox', { name: visitor.t('search-label') }).fill(wish.words);
    if (wish.category !== undefined) {
      await form.getByRole('combobox', { name: visitor.t('filter-category') }).selectOption({ label: wish.category });
    }
    if (wish.role) {
      await form.getByRole('combobox', { name: visitor.t('filter-role') }).selectOption({ label: visitor.t(`role-${wish.role}`) });
    }
    await form.getByRole('button', { name: visitor.t('apply-filters') }).click();
  }

  async count(count: number): Promise<void> {
    const text = this.#visitor.t('services-count', { count });
    await expect(this.#visitor.page.getByRole('status').getByText(text, { exact: true })).toBeVisible();
  }
}
