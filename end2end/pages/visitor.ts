/** Someone with a browser: what they see around every page, and the pages. */
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { Mail } from '../support/mail.ts';
import type { Customer } from '../support/people.ts';
import { beginning, texts, type Values } from '../support/texts.ts';
import { Watch } from '../support/watch.ts';
import { AccountMenu } from './account-menu.ts';
import { EditContacts } from './edit-contacts.ts';
import { Forgotten } from './forgotten.ts';
import { Owner } from './owner.ts';
import { Profile } from './profile.ts';
import { Request } from './request.ts';
import { Requests } from './requests.ts';
import { Services } from './services.ts';
import { SignIn } from './sign-in.ts';
import { SignUp } from './sign-up.ts';

export class Visitor {
  customer: Customer | undefined;
  /** The language that the visitor's pages are in. */
  language = 'en';
  readonly page: Page;
  readonly watch: Watch;
  /** Whether WASM takes the pages over. */
  readonly hydrated: boolean;

  readonly signIn = new SignIn(this);
  readonly signUp = new SignUp(this);
  readonly forgotten = new Forgotten(this);
  readonly menu = new AccountMenu(this);
  readonly services = new Services(this);
  readonly contacts = new EditContacts(this);
  readonly requests = new Requests(this);
  readonly request = new Request(this);
  readonly owner = new Owner(this);
  readonly profile = new Profile(this);

  private constructor(page: Page, watch: Watch, hydrated: boolean) {
    this.page = page;
    this.watch = watch;
    this.hydrated = hydrated;
  }

  static async arrive(context: BrowserContext, origin: string, hydrated: boolean): Promise<Visitor> {
    const watch = new Watch(context, origin, hydrated);
    return new Visitor(await context.newPage(), watch, hydrated);
  }

  get name(): string {
    return this.customer?.id ?? 'nobody';
  }

  /** A text of the interface in the visitor's language. */
  t(key: string, values: Values = {}): string {
    return texts(this.language)(key, values);
  }

  /** Opens an address, as from a bookmark. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.settle();
  }

  /** Follows the link of a mail. */
  async follow(mail: Mail): Promise<void> {
    await this.open(mail.link);
  }

  /** Follows the link of a mail, accepts, and is told how the request stands. */
  async accepts(mail: Mail, notice: 'notice-waiting' | 'notice-linked' | 'notice-done'): Promise<void> {
    await this.follow(mail);
    await this.request.accepts();
    await this.seesNotice(notice);
  }

  /** After the server has sent a page: waits until it answers by itself, if it ever does. */
  async settle(): Promise<void> {
    if (this.hydrated) await expect(this.page.locator('html')).toHaveAttribute('data-hydrated');
  }

  /** What the server is about to refuse: by a status of its function with JavaScript, by words on the next page without. */
  expectRefusal(status: number, act: string): void {
    if (this.hydrated) this.watch.announce(status, `/api/${act}`);
  }

  /** Sends a form that no page offers, with this visitor's session. */
  async forge(act: string, fields: Record<string, string>): Promise<{ status: number; problem: unknown }> {
    // What a script on one of our own pages would send: it is the rules that must refuse it, and not the guard against other sites.
    const headers = { Accept: 'application/json', 'Sec-Fetch-Site': 'same-origin' };
    const answer = await this.page.request.post(`/api/${act}`, { form: fields, headers });
    return { status: answer.status(), problem: await answer.json() };
  }

  /** The heading of the page. */
  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  button(key: string): Locator {
    return this.page.getByRole('button', { name: this.t(key), exact: true });
  }

  field(key: string): Locator {
    return this.page.getByRole('textbox', { name: this.t(key), exact: true });
  }

  link(key: string): Locator {
    return this.page.getByRole('link', { name: this.t(key), exact: true });
  }

  /** The green message: what has just been done. */
  async seesNotice(key: string, values: Values = {}): Promise<void> {
    const notice = this.page.getByRole('status').getByText(this.t(key, values), { exact: true });
    await expect(notice).toBeVisible();
  }

  /** What waits, at the top of every page. Nothing waits if there is no key. */
  async seesBanner(key?: 'banner-decide' | 'banner-waiting', count = 1): Promise<void> {
    const banner = this.page.getByRole('status').filter({ has: this.link('banner-show') });
    if (key) await expect(banner).toContainText(this.t(key, { count }));
    else await expect(banner).toHaveCount(0);
  }

  /** The summary of what went wrong, which says so in the title as well; and the same words at the field, if one is to blame. */
  async seesProblem(text: string, field?: Locator): Promise<void> {
    const summary = this.page.getByRole('alert');
    await expect(summary.getByRole('heading', { name: this.t('problem-title') })).toBeVisible();
    await expect(summary.getByRole('listitem').getByText(text, { exact: true })).toBeVisible();
    const heading = await this.heading.textContent();
    const title = this.t('page-title', { title: this.t('error-title', { title: heading ?? '' }) });
    await expect.soft(this.page).toHaveTitle(title);
    if (this.hydrated) await expect.soft(summary).toBeFocused();
    if (!field) return;
    await expect.soft(field).toHaveAttribute('aria-invalid', 'true');
    await expect.soft(field).toHaveAccessibleDescription(beginning(text));
  }

  async seesNoProblem(): Promise<void> {
    await expect(this.page.getByRole('alert')).toHaveCount(0);
  }

  /** The page for what is not there, or is not this visitor's to see. */
  async seesNotFound(): Promise<void> {
    await expect(this.heading).toHaveText(this.t('not-found-title'));
    await expect(this.page.getByRole('main')).toContainText(this.t('not-found-text'));
    await expect(this.link('not-found-home')).toBeVisible();
  }

  async chooseLanguage(ownName: string, language: string): Promise<void> {
    const choice = this.page.getByRole('contentinfo').getByRole('group', { name: this.t('choose-language') });
    await choice.getByRole('button', { name: ownName, exact: true }).click();
    this.language = language;
    await expect(this.page.locator('html')).toHaveAttribute('lang', language);
    await this.settle();
  }
}
