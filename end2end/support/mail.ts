/** A mail as its recipient reads it, and the mails that a test expects. */
import { expect } from '@playwright/test';
import type { ParsedMail } from 'mailparser';
import type { Customer, Role, Service } from './people.ts';
import { texts, type Values } from './texts.ts';

/** Mail programs cut off what is longer. */
const MOST_BYTES = 102 * 1024;
const CODE = /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){6}\b/;

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where the one button leads; empty, where there is none. */
  link: string;
  /** The code, as it is printed. */
  code: string | undefined;
}

export interface Expected {
  to: string;
  subject: string;
  language: string;
}

/** The mail of this key to a customer: `owed(marie, 'done', { service, roles: ['tech'] })`. */
export function owed(to: Customer, key: string, about?: { service: Service; roles: Role[] }, values: Values = {}): Expected {
  const text = texts(to.language, 'mail');
  const facts = about && {
    service: about.service.name,
    roles: about.roles.map(role => text(`role-${role}-short`)).join(', '),
  };
  return { to: to.email, subject: text(`${key}-subject`, { ...facts, ...values }), language: to.language };
}

/** Reads a mail, and checks what holds for every mail: both its forms say the same, and nothing in it comes from elsewhere. */
export function read(parsed: ParsedMail, origin: string): Mail {
  const [to, ...others] = [parsed.to ?? []].flat().flatMap(field => field.value).map(entry => entry.address ?? '');
  expect(to, 'a mail has a recipient').toBeTruthy();
  expect(others, 'a mail has one recipient').toEqual([]);
  const subject = parsed.subject ?? '';
  const about = `mail “${subject}” to ${to}`;
  const text = parsed.text ?? '';
  const html = parsed.html || '';
  expect(text.trim(), `${about}: plain text`).not.toBe('');
  expect(html.trim(), `${about}: HTML`).not.toBe('');
  expect(Buffer.byteLength(html), `${about}: its size`).toBeLessThan(MOST_BYTES);
  expect(parsed.headers.get('auto-submitted'), about).toBe('auto-generated');
  expect(html, `${about}: loads nothing`).not.toMatch(/<(img|script|link|iframe|object)\b|url\(|@import/i);

  const links = [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(match => unescape(match[1] ?? ''));
  const link = links[0] ?? '';
  for (const one of links) expect(one.startsWith(`${origin}/`), `${about}: ${one} is ours`).toBe(true);
  expect(text, `${about}: the text has the button's link`).toContain(link);
  const inText = [...text.matchAll(/https?:\/\/\S+/g)].map(match => match[0]);
  for (const one of inText) expect(one.startsWith(`${origin}/`), `${about}: ${one} is ours`).toBe(true);

  const code = CODE.exec(text)?.[0];
  expect(CODE.exec(html.replace(/<[^>]*>/g, ' '))?.[0], `${about}: both forms have the same code`).toBe(code);
  const token = link ? new URL(link).searchParams.get('token') : null;
  expect(token ?? undefined, `${about}: the link carries the code`).toBe(code?.replaceAll('-', ''));
  expect(subject, `${about}: no code in the subject`).not.toMatch(CODE);
  return { to: to ?? '', subject, text, html, link, code };
}

/** The language that a mail says it is in. */
export function languageOf(mail: Mail): string | undefined {
  return /<html lang="([^"]+)"/.exec(mail.html)?.[1];
}

function unescape(attribute: string): string {
  return attribute.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).replaceAll('&amp;', '&');
}
