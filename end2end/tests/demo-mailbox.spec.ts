import AxeBuilder from '@axe-core/playwright';
import { marie, services, zofia, lucia } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

test.use({ mails: 'demo' });

test('without a mail server, the demo’s mailbox shows every mail, links live', async ({ visit }) => {
  const asking = await visit(zofia);
  await asking.services.edit(services.archive);
  const number = await asking.contacts.ask({ tech: lucia });
  const text = texts(lucia.language, 'mail');
  const subject = text('asked-new-subject', { service: services.archive.name, roles: text('role-tech-short') });

  const reader = await visit();
  const { page } = reader;
  await expect(async () => {
    await page.goto('/demo/mailbox');
    await expect(page.getByRole('row').filter({ hasText: lucia.email }).getByRole('link', { name: subject })).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.getByRole('row').filter({ hasText: marie.email })).toHaveCount(1);
  await page.getByRole('link', { name: subject }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject);

  await test.step('as text, and as HTML in a frame of its own', async () => {
    const link = page.locator('pre').getByRole('link', { name: `/contacts/requests/${number}?token=` });
    await expect(link).toBeVisible();
    const href = await link.getAttribute('href');
    const button = page.frameLocator('iframe').getByRole('link', { name: text('button-decide') });
    await expect(button).toHaveAttribute('href', href ?? '');
    await button.click();
    await expect(page).toHaveURL(new RegExp(`/contacts/requests/${number}`));
    await reader.settle();
    await reader.signIn.isAskedFor();
    await reader.signIn.here(lucia);
    await expect(reader.request.code).not.toHaveValue('');
  });
});

test('the mailbox’s pages have nothing that axe finds', { tag: '@hydrated' }, async ({ visit }) => {
  const { page } = await visit();
  await expect(async () => {
    await page.goto('/demo/mailbox');
    await expect(page.getByRole('row')).toHaveCount(5, { timeout: 500 });
  }).toPass();
  for (const open of [async () => {}, async () => page.getByRole('table').getByRole('link').first().click()]) {
    await open();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
      expect.soft(violations.map(({ id, nodes }) => ({ id, where: nodes.map(node => node.html) }))).toEqual([]);
    }
  }
});
