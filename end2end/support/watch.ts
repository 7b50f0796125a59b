/** Watches a browser: whatever goes wrong without the test having announced it fails the test. */
import type { BrowserContext, Response } from '@playwright/test';

/** What Chromium says of a response with an error status: the response itself is judged already. */
const OF_A_STATUS = /^Failed to load resource: the server responded with a status of \d+/;
/** What Chromium says of a request without an answer. */
const NO_ANSWER = /^Failed to load resource: net::/;
/** Without JavaScript nothing uses what is loaded ahead for it. */
const UNUSED_PRELOAD = /was preloaded using link preload but not used/;
/** The typeface is optional: where it comes too late for the first paint, the page goes without it. */
const LATE_TYPEFACE = /\.woff2 was preloaded using link preload but not used/;
/** The demo's mailbox shows mails in frames where no script may run: not Playwright's either, which Chromium reports. */
const FRAMED_MAIL = /^Blocked script execution in '[^']*\/demo\/mailbox\/[^']*' because the document's frame is sandboxed/;

interface Announced {
  status: number;
  path: string;
}

export class Watch {
  #wrong: string[] = [];
  #refused: Announced[] = [];
  #announced: Announced[] = [];
  #permitted = new Set<number>();
  #mayLose = false;
  #mayPanic = false;

  constructor(context: BrowserContext, origin: string, javaScript: boolean) {
    context.on('console', message => {
      const bad = message.type() === 'error' || message.type() === 'warning';
      const known = OF_A_STATUS.test(message.text()) || (this.#mayLose && NO_ANSWER.test(message.text())) || FRAMED_MAIL.test(message.text()) || LATE_TYPEFACE.test(message.text()) || (!javaScript && UNUSED_PRELOAD.test(message.text()));
      if (bad && !known && !(this.#mayPanic && message.text().startsWith('panic: '))) this.#wrong.push(`console: ${message.text()}`);
    });
    context.on('weberror', error => {
      const { message } = error.error();
      if (!(this.#mayPanic && message === 'unreachable')) this.#wrong.push(`exception: ${message}`);
    });
    context.on('dialog', dialog => {
      this.#wrong.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('request', request => {
      if (new URL(request.url()).origin !== origin) this.#wrong.push(`asks another site: ${request.url()}`);
    });
    context.on('requestfailed', request => {
      const why = request.failure()?.errorText ?? '';
      // The browser itself gives up what a page was reading when another page takes its place, and scripts if they are off.
      const givenUp = why === 'net::ERR_ABORTED' || (!javaScript && request.resourceType() === 'script');
      if (!givenUp && !this.#mayLose) this.#wrong.push(`no answer: ${request.method()} ${request.url()}: ${why}`);
    });
    context.on('response', response => this.#judge(response));
  }

  /** Announces a response with an error status. It must come, once. */
  announce(status: number, path: string): void {
    this.#announced.push({ status, path });
  }

  /** Permits responses with a status, as many as come. */
  permit(status: number): void {
    this.#permitted.add(status);
  }

  /** Permits requests that get no answer. */
  permitLoss(): void {
    this.#mayLose = true;
  }

  /** Permits that the client panics. */
  permitPanic(): void {
    this.#mayPanic = true;
  }

  /** What went wrong. */
  findings(): string[] {
    const refused = this.#refused.map(({ status, path }) => `${status} ${path}`);
    const missing = [];
    for (const { status, path } of this.#announced) {
      const at = refused.indexOf(`${status} ${path}`);
      if (at >= 0) refused.splice(at, 1);
      else missing.push(`announced, but did not come: ${status} ${path}`);
    }
    return [...this.#wrong, ...refused.map(answer => `answer: ${answer}`), ...missing];
  }

  #judge(response: Response): void {
    if (response.status() < 400 || this.#permitted.has(response.status())) return;
    this.#refused.push({ status: response.status(), path: new URL(response.url()).pathname });
  }
}
