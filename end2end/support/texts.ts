/** The texts of the application by their keys, so that rewording one breaks no test. */
import { existsSync, readFileSync } from 'node:fs';
import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from '@fluent/bundle';
import { locales } from './paths.ts';

export type Values = Record<string, FluentVariable>;
export type Texts = (key: string, values?: Values) => string;

const cache = new Map<string, Texts>();

/** The texts of the pages, or of the mails, in a language. */
export function texts(language: string, of: 'pages' | 'mail' = 'pages'): Texts {
  const path = `${locales}/${language}`;
  const known = cache.get(`${path} ${of}`);
  if (known) return known;
  const bundle = new FluentBundle(language, { useIsolating: false });
  const files = of === 'mail' ? ['mail'] : ['ui', 'served'];
  for (const source of [...files.map(file => `${path}/${file}.ftl`), `${locales}/terms.ftl`].filter(existsSync)) {
    bundle.addResource(new FluentResource(readFileSync(source, 'utf8')));
  }
  const read: Texts = (key, values = {}) => {
    const pattern = bundle.getMessage(key)?.value;
    if (!pattern) throw new Error(`${path} has no text ${key}`);
    const errors: Error[] = [];
    const text = bundle.formatPattern(pattern, values, errors);
    if (errors[0]) throw new Error(`${path}, ${key}: ${errors[0].message}`);
    return text;
  };
  cache.set(`${path} ${of}`, read);
  return read;
}

/** A pattern that finds whatever begins with `text`. */
export function beginning(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november',
  'december'];

/** A day as pages and mails write it. */
export function day(language: string, date: Date): string {
  const text = texts(language);
  const month = text(`month-${MONTHS[date.getUTCMonth()]}`);
  const year = new FluentNumber(date.getUTCFullYear(), { useGrouping: false });
  return text('date-pattern', { day: date.getUTCDate(), month, year });
}
