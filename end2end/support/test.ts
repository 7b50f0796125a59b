/** What every test gets: a server, the mailbox that its mails go to, and browsers to visit it with. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, request, test as base } from '@playwright/test';
import { Visitor } from '../pages/visitor.ts';
import { createDatabase, type Engine } from './database.ts';
import { byKeyboard } from './keyboard.ts';
import { Mailbox } from './mailbox.ts';
import { everyone, PASSWORD, speak, type Customer } from './people.ts';
import { Server } from './server.ts';

/**
 * What every server's clock says when it starts, unless a test says otherwise: the same moment whenever the tests are run, and
 * far from midnight. It is past: sessions go by the later of the server's clock and the machine's, so nobody is signed out when
 * a test moves the server's clock on.
 */
export const START = Date.UTC(2025, 5, 11, 10);

export interface Options {
  database: Engine;
  /** Where mails go: to a real mail server, or to the demo's own mailbox. */
  mails: 'smtp' | 'demo';
  /** What the server's clock says when it starts. */
  startsAt: number | 'machine';
  /** What every visitor works with. */
  hands: 'mouse' | 'keyboard';
  /** The language of all demo customers, instead of each one's own. */
  everyoneSpeaks: string;
}

export interface VisitOptions {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  /** What the browser asks for: the customer's own language, or English. */
  locale?: string;
  /** Another process of the server, instead of the test's own. */
  at?: Server;
}

export type Visit = (customer?: Customer, options?: VisitOptions) => Promise<Visitor>;

interface Fixtures {
  mailbox: Mailbox;
  /** Its demo mails are sent and taken, so that only those remain that the test brings about. */
  server: Server;
  /** A browser of its own, signed in as the customer, or as nobody. */
  visit: Visit;
}

export const test = base.extend<Options & Fixtures>({
  database: ['sqlite', { option: true }],
  mails: ['smtp', { option: true }],
  startsAt: [START, { option: true }],
  hands: ['mouse', { option: true }],
  everyoneSpeaks: ['', { option: true }],

  mailbox: async ({}, use) => {
    const mailbox = await Mailbox.open();
    await use(mailbox);
    await mailbox.close();
    expect(mailbox.names(), 'mails that nobody expected').toEqual([]);
  },

  server: async ({ database: engine, mails, startsAt, mailbox, everyoneSpeaks }, use, info) => {
    const folder = await mkdtemp(join(tmpdir(), 'countersign-'));
    const database = await createDatabase(engine, folder);
    const smtpUrl = mails === 'smtp' ? { smtpUrl: mailbox.url } : {};
    const clock = startsAt === 'machine' ? 0 : startsAt - Date.now();
    const server = await Server.start({ folder, databaseUrl: database.url, clock, ...smtpUrl });
    mailbox.origin = server.url;
    if (mails === 'smtp') await mailbox.takeDemoMails();
    if (everyoneSpeaks) await teach(server, everyoneSpeaks);
    await use(server);
    speak();
    const outcome = await server.stop();
    await writeFile(info.outputPath('server.log'), server.log);
    await database.drop();
    await rm(folder, { recursive: true });
    expect(outcome, 'SIGTERM ends the server cleanly').toBe(0);
  },

  visit: async ({ browser, javaScriptEnabled, server, hands }, use) => {
    const visitors: Visitor[] = [];
    await use(async (customer, { width = 1280, height = 800, at = server, ...wishes } = {}) => {
      const context = await browser.newContext({
        baseURL: at.url,
        viewport: { width, height },
        locale: customer?.language ?? 'en-GB',
        ...wishes,
      });
      const visitor = await Visitor.arrive(context, at.url, javaScriptEnabled);
      visitors.push(visitor);
      if (hands === 'keyboard') byKeyboard(visitor.page);
      if (customer) await visitor.signIn.as(customer);
      return visitor;
    });
    for (const visitor of visitors) await visitor.page.context().close();
    for (const visitor of visitors) {
      expect(visitor.watch.findings(), `what went wrong in the browser of ${visitor.name}`).toEqual([]);
    }
  },
});

/** Everyone chooses the language, as each would at the foot of a page. */
async function teach(server: Server, language: string): Promise<void> {
  const headers = { 'Sec-Fetch-Site': 'same-origin' };
  for (const customer of everyone) {
    const context = await request.newContext({ baseURL: server.url, extraHTTPHeaders: headers });
    await context.post('/api/sign-in', { form: { login: customer.id, password: PASSWORD, next: '' } });
    await context.post('/language', { form: { language } });
    expect(await (await context.get('/profile')).text(), `${customer.id} reads ${language}`).toMatch(new RegExp(`<html[^>]* lang="${language}".*${customer.id}`, 's'));
    await context.dispose();
  }
  speak(language);
}

export { expect };
