/** How most journeys begin. */
import type { Visitor } from '../pages/visitor.ts';
import type { Mail } from './mail.ts';
import { owed } from './mail.ts';
import type { Mailbox } from './mailbox.ts';
import { lucia, services, zofia } from './people.ts';
import type { Visit } from './test.ts';

export const archive = services.archive;
/** What the request below is about. */
export const about = { service: archive, roles: ['tech' as const] };

export interface Asked {
  /** Zofia, on the request's page. */
  asking: Visitor;
  number: number;
  toZofia: Mail;
  toLucia: Mail;
}

/** Zofia, the administrator of an archive, asks Lucía to become its technical contact in Marie's place. */
export async function zofiaAsksLucia(visit: Visit, mailbox: Mailbox): Promise<Asked> {
  const asking = await visit(zofia);
  await asking.services.edit(archive);
  const number = await asking.contacts.ask({ tech: lucia });
  const [toZofia, toLucia] = await mailbox.take(owed(zofia, 'asked-own', about), owed(lucia, 'asked-new', about));
  return { asking, number, toZofia, toLucia };
}

/** The code of a mail, as a link fills it in. */
export function code(mail: Mail): string {
  if (!mail.code) throw new Error(`the mail “${mail.subject}” has no code`);
  return mail.code.replaceAll('-', '');
}
