/** Someone without a mouse: whatever a test clicks, fills in or chooses is walked to by the Tab key, and then typed. */
import { expect, type Locator, type Page } from '@playwright/test';

/** No page has more places to stop at; whoever has not arrived by then never does. */
const MOST_STOPS = 400;
/** What is longer is pasted, as people do. */
const TYPED = 80;

const pages = new WeakSet<Page>();
let isLaid = false;

/** From now on, this page is used by keyboard alone. */
export function byKeyboard(page: Page): void {
  pages.add(page);
  if (isLaid) return;
  isLaid = true;
  const hands = Object.getPrototypeOf(page.locator('html')) as Locator;
  replace(hands, 'click', press);
  replace(hands, 'fill', fill);
  replace(hands, 'check', target => tick(target, true));
  replace(hands, 'uncheck', target => tick(target, false));
  replace(hands, 'selectOption', (target, values) => choose(target, (values as { label: string }).label));
}

type Hand = 'click' | 'fill' | 'check' | 'uncheck' | 'selectOption';

function replace(hands: Locator, name: Hand, keys: (target: Locator, argument: unknown) => Promise<unknown>): void {
  const mouse = hands[name] as (this: Locator, ...values: unknown[]) => Promise<unknown>;
  Object.assign(hands, {
    [name](this: Locator, ...values: unknown[]): Promise<unknown> {
      return pages.has(this.page()) ? keys(this, values[0]) : mouse.apply(this, values);
    },
  });
}

/** About how many stops there are from where the focus is to a target: nothing is asked of the page on the way. */
function stopsBefore(target: Element): number {
  const all = [...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, select, textarea, [tabindex="0"]')];
  const stops = all.filter(one => one.checkVisibility() && !one.matches(':disabled, [type=hidden]'));
  const place = (of: Element | null) => stops.filter(one => of && !(one.compareDocumentPosition(of) & Node.DOCUMENT_POSITION_PRECEDING)).length;
  // What is on the way before one has the focus; the target itself is one of them.
  const from = document.activeElement === document.body ? 0 : place(document.activeElement);
  const way = place(target.closest('a, button, summary, input, select, textarea') ?? target) - from;
  // What is behind is reached round the end.
  return way > 0 ? way : stops.length - from;
}

/** Walks on until the target has the focus, which one must see. */
async function reach(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  await expect(target).toBeEnabled();
  const { keyboard } = target.page();
  const isReached = () => target.evaluate(one => {
    const stop = one.closest('a, button, summary, input, select, textarea, [tabindex]');
    return stop !== null && stop === document.activeElement;
  });
  for (let stops = 0; !(await isReached());) {
    if (stops > MOST_STOPS) throw new Error(`no Tab leads to ${target.toString()}`);
    const way = Math.max(1, await target.evaluate(stopsBefore));
    for (let one = 0; one < way; one += 1) await keyboard.press('Tab');
    stops += way;
  }
  const look = await target.evaluate(one => {
    const stop = one.closest('a, button, summary, input, select, textarea, [tabindex]') ?? one;
    const { outlineStyle, outlineWidth } = getComputedStyle(stop);
    // Words may go on on the next line.
    const { x, y, width, height } = stop.getClientRects()[0] ?? new DOMRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    return { outline: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth), isOnTop: top !== null && stop.contains(top) };
  });
  expect(look.outline, `one sees that ${target.toString()} has the focus`).toBeGreaterThanOrEqual(2);
  expect(look.isOnTop, `nothing lies over ${target.toString()}, which has the focus`).toBe(true);
}

async function press(target: Locator): Promise<void> {
  await reach(target);
  await target.page().keyboard.press('Enter');
}

async function fill(target: Locator, value: unknown): Promise<void> {
  const text = String(value);
  await reach(target);
  const { keyboard } = target.page();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.press('Delete');
  if (text.length > TYPED) await keyboard.insertText(text);
  else await keyboard.type(text);
}

async function tick(target: Locator, wished: boolean): Promise<void> {
  await reach(target);
  if ((await target.isChecked()) !== wished) await target.page().keyboard.press('Space');
  await expect(target).toBeChecked({ checked: wished });
}

async function choose(target: Locator, label: string): Promise<void> {
  await reach(target);
  const { keyboard } = target.page();
  const chosen = target.locator('option:checked');
  const count = await target.locator('option').count();
  await keyboard.press('Home');
  for (let at = 1; at < count && (await chosen.textContent())?.trim() !== label; at += 1) await keyboard.press('ArrowDown');
  await expect(chosen).toHaveText(label);
}
