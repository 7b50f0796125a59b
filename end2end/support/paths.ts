import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The folder of the texts. */
export const locales = process.env['COUNTERSIGN_LOCALES'] ?? `${root}/locales`;

/** What the browser loads. */
export const site = process.env['COUNTERSIGN_SITE'] ?? `${root}/target/site`;

/** The program under test: what `make` builds, with a clock that can be moved, unless another is named. */
export function binary(): string {
  const path = resolve(process.env['COUNTERSIGN_BIN'] ?? `${root}/target/release/countersign-test`);
  if (!existsSync(path)) throw new Error(`${path} is not there: build it (make test-browser), or name it in COUNTERSIGN_BIN`);
  return path;
}
