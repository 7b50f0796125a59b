import type { Locator } from '@playwright/test';
import { john, services } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

// Without JavaScript the `…` is a link, and the account's menu opens and closes as any <details> does.
test.describe('with JavaScript', { tag: '@hydrated' }, () => {
  test('the menu of a service by keyboard', async ({ visit }) => {
    const visitor = await visit(john);
    await visitor.services.open();
    const { keyboard } = visitor.page;
    const opener = visitor.services.more(services.shop);
    const row = visitor.services.row(services.shop);
    const edit = row.getByRole('link', { name: visitor.t('edit-contacts'), exact: true });
    const history = row.getByRole('link', { name: visitor.t('history'), exact: true });
    const show = row.getByRole('link', { name: visitor.t('show-request-number', { number: '2' }), exact: true });

    await opener.focus();
    await expect(edit).toBeHidden();
    await keyboard.press('ArrowDown');
    await expect(edit).toBeFocused();
    await walk(keyboard, [['ArrowDown', history], ['ArrowDown', show], ['ArrowDown', edit], ['ArrowUp', show], ['Home', edit], ['End', show]]);
    await keyboard.press('Escape');
    await expect(edit).toBeHidden();
    await expect(opener).toBeFocused();

    await keyboard.press('Enter');
    await expect(edit).toBeVisible();
    await visitor.heading.click();
    await expect(edit).toBeHidden();

    await opener.press('ArrowUp');
    await expect(show).toBeFocused();
    await keyboard.press('Home');
    await keyboard.press('Enter');
    await expect(visitor.heading).toHaveText(visitor.t('edit-title', { service: services.shop.name }));
    await expect(visitor.heading).toBeFocused();
  });

  test('the account’s menu by keyboard', async ({ visit }) => {
    const visitor = await visit(john);
    await visitor.services.open();
    const { keyboard } = visitor.page;
    const { opener } = visitor.menu;
    const entries = await visitor.menu.entries.all();
    const [first, last] = [entries.at(0), entries.at(-1)] as [Locator, Locator];
    await expect(last).toHaveText(visitor.t('sign-out'));
    await opener.focus();
    await keyboard.press('Space');
    await expect(first).toBeVisible();
    // Down through all of it, and round.
    await walk(keyboard, [...entries, first].map(entry => ['ArrowDown', entry]));
    await walk(keyboard, [['ArrowUp', last], ['Home', first], ['End', last]]);
    await keyboard.press('Escape');
    await expect(first).toBeHidden();
    await expect(opener).toBeFocused();

    await visitor.menu.follow('profile');
    await expect(visitor.heading).toHaveText(visitor.t('profile'));
    await expect(first).toBeHidden();
    await expect(visitor.heading).toBeFocused();
  });
});

test('the account’s menu leads everywhere, and out', async ({ visit }) => {
  const visitor = await visit(john);
  await visitor.menu.follow('profile');
  await expect(visitor.heading).toHaveText(visitor.t('profile'));
  await visitor.settle();
  await visitor.menu.follow('contact-management');
  await expect(visitor.services.table).toBeVisible();
  await visitor.settle();
  await visitor.link('my-requests').click();
  await expect(visitor.requests.table).toBeVisible();
  await visitor.settle();
  await visitor.menu.signOut();
  await visitor.open('/contacts/services');
  await visitor.signIn.isAskedFor();
});

async function walk(keyboard: { press(key: string): Promise<void> }, way: [string, Locator][]): Promise<void> {
  for (const [key, entry] of way) {
    await keyboard.press(key);
    await expect(entry, `after ${key}`).toBeFocused();
  }
}
