/** A request's page. */
import { expect, type Locator } from '@playwright/test';
import type { Customer } from '../support/people.ts';
import type { Values } from '../support/texts.ts';
import type { Visitor } from './visitor.ts';

export class Request {
  readonly #visitor: Visitor;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  async open(number: number): Promise<void> {
    await this.#visitor.open(`/contacts/requests/${number}`);
    await this.is(number);
  }

  async is(number: number): Promise<void> {
    await expect(this.#visitor.heading).toHaveText(this.#visitor.t('request-title', { number: String(number) }));
  }

  /** After a form of contacts: the page of the one request that it made. Answers with its number. */
  async isRegistered(): Promise<number> {
    const visitor = this.#visitor;
    await expect(visitor.page).toHaveURL(/\/contacts\/requests\/\d+$/);
    await visitor.settle();
    await visitor.seesNotice('notice-registered', { address: masked(visitor.customer) });
    const number = Number(new URL(visitor.page.url()).pathname.split('/').at(-1));
    await this.is(number);
    return number;
  }

  get code(): Locator {
    return this.#visitor.field('code-label');
  }

  get accept(): Locator {
    return this.#visitor.button('accept');
  }

  /** Accepts with the code that stands in its field, or with this one. */
  async accepts(code?: string): Promise<void> {
    if (code !== undefined) await this.code.fill(code);
    await this.accept.click();
  }

  /** Refuses, and answers the question whether that is meant. */
  async refuses(): Promise<void> {
    const visitor = this.#visitor;
    await visitor.page.getByText(visitor.t('refuse-ask'), { exact: true }).click();
    await expect(visitor.page.getByText(visitor.t('refuse-sure'), { exact: true })).toBeVisible();
    await visitor.button('refuse-confirm').click();
  }

  /** Ends it without deciding, as its requester or (`cancel-text-administrator`) as the service's administrator. */
  async cancels(reason = '', text = 'cancel-text'): Promise<void> {
    const visitor = this.#visitor;
    await visitor.page.getByText(visitor.t('cancel-ask'), { exact: true }).click();
    await expect(visitor.page.getByText(visitor.t(text), { exact: true })).toBeVisible();
    await visitor.field('cancel-reason').fill(reason);
    await visitor.button('cancel-request').click();
  }

  /** Blocks the requester, and answers the question whether that is meant. */
  async blocks(requester: Customer): Promise<void> {
    const visitor = this.#visitor;
    await this.asksToBlock(requester);
    await visitor.page.getByRole('button', { name: visitor.t('block-confirm', { account: requester.id }), exact: true }).click();
  }

  /** Opens what blocking the requester would do. */
  async asksToBlock(requester: Customer): Promise<void> {
    const visitor = this.#visitor;
    await this.block(requester).click();
    await expect(visitor.page.getByText(visitor.t('block-text', { account: requester.id }), { exact: true })).toBeVisible();
  }

  block(requester: Customer): Locator {
    return this.#visitor.page.getByText(this.#visitor.t('block-ask', { account: requester.id }), { exact: true });
  }

  /** Asks for a new code. */
  async resends(): Promise<void> {
    const visitor = this.#visitor;
    await visitor.button('resend').click();
    await visitor.seesNotice('notice-resent', { address: masked(visitor.customer) });
  }

  /** How the page says in a sentence where the request stands. */
  async says(key: string, values: Values = {}): Promise<void> {
    const text = this.#visitor.t(key, values);
    await expect(this.#visitor.page.getByRole('main').getByText(text, { exact: true })).toBeVisible();
  }

  /** What stands beside a label. */
  fact(key: string): Locator {
    return this.#visitor.page.locator(`dt:text-is(${JSON.stringify(this.#visitor.t(key))}) + dd`);
  }

  /** One may decide no more. */
  async isDecided(): Promise<void> {
    await expect(this.code).toHaveCount(0);
    await expect(this.accept).toHaveCount(0);
    await expect(this.#visitor.button('resend')).toHaveCount(0);
  }

  /** What happened, in this order; and these mails about it, in any: they are sent side by side. */
  async tells(events: string[], mails: string[]): Promise<void> {
    const { page } = this.#visitor;
    const region = page.getByRole('region', { name: this.#visitor.t('timeline-title') });
    const lines = (selector: string) => region.locator(`li${selector}`).locator('span');
    await expect(lines(':not(.event-mail, .event-next)')).toHaveText(events);
    expect((await lines('.event-mail').allTextContents()).sort()).toEqual([...mails].sort());
  }

  /** How the timeline says that a mail has gone. */
  sent(to: Customer, about: string): string {
    const visitor = this.#visitor;
    return visitor.t('mail-sent', { account: to.id, subject: visitor.t(`mail-${about}`) });
  }
}

/** An address as the pages show it. */
export function masked(customer: Customer | undefined): string {
  const [local = '', domain = ''] = customer?.email.split('@') ?? [];
  return `${local.charAt(0)}•••@${domain}`;
}
