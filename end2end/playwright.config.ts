import { existsSync } from 'node:fs';
import { defineConfig, devices, type Project } from '@playwright/test';
import type { Options } from './support/test.ts';

// Debian's Chromium where it is; elsewhere the one that Playwright has installed.
const chromium = '/usr/bin/chromium';
// Chromium's sandbox does not work for root. The rest keeps it from doing what no test asked for.
const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
// Where `scripts/calendar.sh` moves the date, the browser keeps the machine's: nothing may depend on the browser's clock.
const { LD_PRELOAD, FAKETIME, ...surroundings } = process.env;
const ownDate = FAKETIME ? { env: surroundings as Record<string, string> } : {};
const args = process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;

// The pictures are for people to look at: made when they are asked for, and not by the default run. Workers read this file
// again with other arguments, but with the same environment.
if (process.argv.some(argument => /^(--project=)?pictures$/.test(argument))) process.env['COUNTERSIGN_PICTURES'] = 'yes';

const JOURNEYS = /\/\d\d-[^/]*\.spec\.ts$/;
const IN_POLISH = /\/(01|05|08|12)-[^/]*\.spec\.ts$/;

/** A journey is the same for a page that WASM has taken over and for one without any script. */
const modes = [
  { name: 'hydrated', javaScriptEnabled: true, grepInvert: /@plain/ },
  { name: 'plain', javaScriptEnabled: false, grepInvert: /@hydrated/ },
];

const projects: Project<Options>[] = modes.flatMap(({ name, javaScriptEnabled, grepInvert }) => [
  // One process alone uses SQLite.
  { name, grepInvert: [grepInvert, /@postgres-only/], use: { javaScriptEnabled, database: 'sqlite' } },
  { name: `${name} on Postgres`, grep: /@postgres/, grepInvert, use: { javaScriptEnabled, database: 'postgres' } },
]);
// Every journey without a mouse, and some in a language that bends its words.
projects.push({ name: 'by keyboard', testMatch: JOURNEYS, grepInvert: [/@plain/, /@postgres-only/], use: { database: 'sqlite', hands: 'keyboard' } });
for (const { name, javaScriptEnabled, grepInvert } of modes) {
  const use = { javaScriptEnabled, database: 'sqlite', everyoneSpeaks: 'pl' } as const;
  projects.push({ name: `${name} in Polish`, testMatch: IN_POLISH, grepInvert, use });
}
const pictures: Project<Options> = { name: 'pictures', testDir: 'pictures', timeout: 600_000, use: { database: 'sqlite' } };

export default defineConfig<Options>({
  testDir: 'tests',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  snapshotPathTemplate: 'transcripts/{arg}{ext}',
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    locale: 'en-GB',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    // A trace of each test takes a third of its time: `--trace retain-on-failure` shows what has happened in one that failed.
    trace: 'off',
    screenshot: 'only-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { args, ...ownDate, ...(existsSync(chromium) ? { executablePath: chromium } : {}) },
  },
  projects: process.env['COUNTERSIGN_PICTURES'] ? [pictures] : projects,
});
