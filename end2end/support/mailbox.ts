/** Every customer's mailbox in one: a real SMTP listener that keeps what it is given. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { languageOf, owed, read, type Expected, type Mail } from './mail.ts';
import { john, lucia, marie, services, zofia } from './people.ts';

/** Mails that time asks for are owed within five seconds, when the jobs look next. */
const ARRIVES_WITHIN = 15_000;

export class Mailbox {
  /** Where the mails' links lead. Known once the server is started. */
  origin = '';
  /** The mails of the demo data's open request. */
  demo: { toMarie: Mail; toJohn: Mail } | undefined;
  #unread: ParsedMail[] = [];
  #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      onData: (stream, _session, done) => {
        simpleParser(stream).then(mail => { this.#unread.push(mail); done(); }, done);
      },
    });
  }

  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    mailbox.#server.listen(0, '127.0.0.1');
    await once(mailbox.#server.server, 'listening');
    return mailbox;
  }

  get url(): string {
    const { port } = this.#server.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${port}`;
  }

  /**
   * Waits for exactly these mails, in any order, and takes them out. One that arrives and is not among them fails the test:
   * here, at the next call, or at the end.
   */
  async take<const E extends Expected[]>(...expected: E): Promise<{ [K in keyof E]: Mail }> {
    const wanted = expected.map(name).sort();
    await expect.poll(() => this.names(), { message: 'the mails that have arrived', timeout: ARRIVES_WITHIN }).toEqual(wanted);
    const arrived = this.#unread.splice(0).map(mail => read(mail, this.origin));
    return expected.map(one => {
      const at = arrived.findIndex(mail => name(mail) === name(one));
      const [mail] = arrived.splice(at, 1) as [Mail];
      expect(languageOf(mail), `the language of “${mail.subject}” to ${mail.to}`).toBe(one.language);
      return mail;
    }) as { [K in keyof E]: Mail };
  }

  /** The mails of the requests in the demo data, which are sent as soon as a server starts. Of the one that has expired, nobody is
      sent a code any more. */
  async takeDemoMails(): Promise<void> {
    const expired = { service: services.rossiMail, roles: ['tech' as const] };
    const open = { service: services.shop, roles: ['tech' as const] };
    const [toMarie, toJohn] = await this.take(
      owed(marie, 'asked-new', open), owed(john, 'asked-own', open),
      owed(lucia, 'expired', expired), owed(zofia, 'expired', expired),
    );
    this.demo = { toMarie, toJohn };
  }

  /** Whom the mails that nobody has taken yet are to, and what they are about. */
  names(): string[] {
    return this.#unread.map(mail => {
      const to = [mail.to ?? []].flat().flatMap(field => field.value).map(entry => entry.address);
      return name({ to: to.join(), subject: mail.subject ?? '' });
    }).sort();
  }

  async close(): Promise<void> {
    await new Promise<void>(done => this.#server.close(() => done()));
  }
}

function name(mail: { to: string; subject: string }): string {
  return `${mail.to}: ${mail.subject}`;
}
