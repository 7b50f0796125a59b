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

/** Walks on until the target has the focus, which one must see. */
async function reach(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  await expect(target).toBeEnabled();
  const { keyboard } = target.page();
  const isReached = () => target.evaluate(one => {
    const stop = one.closest('a, button, summary, input, select, textarea, [tabindex]');
    return stop !== null && stop === document.activeElement;
  });
  for (let stops = 0; !(await isReached()); stops += 1) {
    if (stops === MOST_STOPS) throw new Error(`no Tab leads to ${target.toString()}`);
    await keyboard.press('Tab');
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
