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
    const show = row.getByRole('link', { name: visitor.t('show-request-number', { number: '2' }), exact: true });

    await opener.focus();
    await expect(edit).toBeHidden();
    await keyboard.press('ArrowDown');
    await expect(edit).toBeFocused();
    await walk(keyboard, [['ArrowDown', show], ['ArrowDown', edit], ['ArrowUp', show], ['Home', edit], ['End', show]]);
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
    const profile = visitor.page.getByRole('banner').getByRole('link', { name: visitor.t('profile'), exact: true });
    await opener.focus();
    await keyboard.press('Space');
    await expect(profile).toBeVisible();
    await keyboard.press('End');
    await expect(visitor.button('sign-out')).toBeFocused();
    await keyboard.press('ArrowUp');
    await expect(profile).toBeFocused();
    await keyboard.press('Escape');
    await expect(profile).toBeHidden();
    await expect(opener).toBeFocused();
    await visitor.menu.follow('profile');
    await expect(visitor.heading).toHaveText(visitor.t('profile'));
    await expect(profile).toBeHidden();
  });
});

test('the account’s menu leads everywhere, and out', async ({ visit }) => {
  const visitor = await visit(john);
  await visitor.menu.follow('my-requests');
  await expect(visitor.requests.table).toBeVisible();
  await visitor.settle();
  await visitor.menu.follow('profile');
  await expect(visitor.heading).toHaveText(visitor.t('profile'));
  await visitor.settle();
  await visitor.menu.follow('my-services');
  await expect(visitor.services.table).toBeVisible();
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
