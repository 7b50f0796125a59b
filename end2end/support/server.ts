/** A server of a test's own: a process of the real program, with demo data, on a free port of this machine. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { renameSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { binary, site } from './paths.ts';

/** Starting includes making and filling the database, on a machine that may be busy. */
const READY_WITHIN = 30_000;
/** A server that has not ended by then hangs. */
const ENDS_WITHIN = 15_000;
const PORT_TRIES = 5;

export interface Setup {
  folder: string;
  databaseUrl: string;
  /** Where mails go; the demo's mailbox if there is none. */
  smtpUrl?: string;
  /** By how many milliseconds its clock is shifted against the machine's at first. */
  clock: number;
}

export class Server {
  readonly url: string;
  #log = '';
  #process: ChildProcess;
  #setup: Setup;

  private constructor(setup: Setup, port: number) {
    this.#setup = setup;
    this.url = `http://127.0.0.1:${port}`;
    this.moveClock(0);
    this.#process = this.#spawn();
  }

  #spawn(): ChildProcess {
    const { folder, smtpUrl } = this.#setup;
    const process = spawn(binary(), ['serve', '--demo', '--listen', new URL(this.url).host], {
      cwd: folder,
      env: { ...this.#environment(), ...(smtpUrl ? { SMTP_URL: smtpUrl } : {}) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const output of [process.stdout, process.stderr]) {
      output?.setEncoding('utf8').on('data', (text: string) => { this.#log += text; });
    }
    return process;
  }

  /** Starts one and waits until it is ready. */
  static async start(setup: Setup): Promise<Server> {
    for (let tries = 1; ; tries += 1) {
      const server = new Server(setup, await freePort());
      try {
        await server.#ready();
        return server;
      } catch (error) {
        server.#process.kill('SIGKILL');
        // The port was free a moment ago; another may have taken it since.
        if (tries >= PORT_TRIES || !server.#log.includes('in use')) throw error;
      }
    }
  }

  /** After it has been stopped: the same again, at the same address. */
  async startAgain(): Promise<void> {
    this.#process = this.#spawn();
    await this.#ready();
  }

  /** Another process on the same database. */
  another(): Promise<Server> {
    return Server.start(this.#setup);
  }

  get databaseUrl(): string {
    return this.#setup.databaseUrl;
  }

  /** What it has written. */
  get log(): string {
    return this.#log;
  }

  /** Moves the server's clock to so many milliseconds after where it would be by itself. */
  moveClock(milliseconds: number): void {
    // Renamed into place: the server never reads half a number.
    writeFileSync(`${this.#clock}.new`, String(this.#setup.clock + milliseconds));
    renameSync(`${this.#clock}.new`, this.#clock);
  }

  /**
   * Runs a command of the program on the server's database, as its operator would; answers with what it prints. Commands go by
   * the machine's clock: days that they are given count from there, see `daysUntil`.
   */
  async command(...words: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(binary(), [...words, '--demo'], { env: this.#environment() });
    return stdout;
  }

  /** How many whole days after the machine's present a moment is that is `milliseconds` after the server's start; to half a day. */
  daysUntil(milliseconds: number): number {
    const DAY = 86_400_000;
    return Math.round((milliseconds + this.#setup.clock) / DAY);
  }

  /** Asks it to end; answers with how it has ended. */
  async stop(): Promise<number | NodeJS.Signals | null> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return this.#outcome();
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    const impatient = setTimeout(() => this.#process.kill('SIGKILL'), ENDS_WITHIN);
    await ended;
    clearTimeout(impatient);
    return this.#outcome();
  }

  #outcome(): number | NodeJS.Signals | null {
    return this.#process.exitCode ?? this.#process.signalCode;
  }

  get #clock(): string {
    return `${this.#setup.folder}/clock`;
  }

  #environment(): NodeJS.ProcessEnv {
    // Nothing of the surroundings but the path: settings of whoever runs the tests are not the tests'.
    return {
      PATH: process.env['PATH'],
      ...movedDate(),
      DATABASE_URL: this.#setup.databaseUrl,
      COUNTERSIGN_SITE: site,
      COUNTERSIGN_LOG: 'warn',
      RUST_BACKTRACE: '1',
      COUNTERSIGN_SIGN_INS_PER_MINUTE: '1000',
      COUNTERSIGN_TEST_CLOCK: this.#clock,
    };
  }

  async #ready(): Promise<void> {
    const deadline = Date.now() + READY_WITHIN;
    while (Date.now() < deadline) {
      if (this.#process.exitCode !== null) throw new Error(`the server did not start:\n${this.#log}`);
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (answer?.ok) return;
      await pause(25);
    }
    throw new Error(`the server was not ready within ${READY_WITHIN} ms:\n${this.#log}`);
  }
}

/** What `scripts/calendar.sh` sets to move the date of a process. */
function movedDate(): NodeJS.ProcessEnv {
  const names = ['LD_PRELOAD', 'FAKETIME', 'FAKETIME_DONT_FAKE_MONOTONIC', 'NO_FAKE_STAT', 'TZ'];
  return Object.fromEntries(names.map(name => [name, process.env[name]]).filter(([, value]) => value !== undefined));
}

async function freePort(): Promise<number> {
  const listener = createServer();
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return port;
}
