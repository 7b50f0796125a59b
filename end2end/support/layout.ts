/** Whether a page fits. */
import { expect, type Page } from '@playwright/test';

/** At these widths, in pixels, nothing may be wider than the page. */
const NARROW = [320, 375];

/** Nothing has to be scrolled to sideways on a telephone. */
export async function fitsTelephones(page: Page, name: string): Promise<void> {
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 640 });
    const found = await page.evaluate(() => {
      const root = document.documentElement;
      const wide = [...document.body.querySelectorAll('*')].filter(element => {
        const { right, width } = element.getBoundingClientRect();
        return width > 1 && right > root.clientWidth + 1;
      });
      const names = wide.map(element => `${element.localName}.${element.className}: ${element.textContent?.trim().slice(0, 40)}`);
      return root.scrollWidth > root.clientWidth ? [`page: ${root.scrollWidth}`, ...names] : [];
    });
    expect.soft(found, `${name} at ${width} px`).toEqual([]);
  }
}
