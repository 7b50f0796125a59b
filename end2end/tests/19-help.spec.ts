import { DEMO_REQUESTS, john, services } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('19. Help is one link away from where questions arise', { tag: '@postgres' }, async ({ visit }) => {
  const visitor = await visit(john);
  const { page } = visitor;
  const questions = [
    { at: () => visitor.services.edit(services.staging), link: 'help-roles', part: 'roles', title: 'help-roles-title' },
    { at: () => visitor.open('/contacts/requests'), link: 'help-states', part: 'states', title: 'help-states-title' },
    { at: () => visitor.request.open(DEMO_REQUESTS.open), link: 'help-mail', part: 'mail', title: 'help-mail-title' },
  ] as const;
  await visitor.services.open();
  for (const { at, link, part, title } of questions) {
    await at();
    await visitor.link(link).click();
    await expect(visitor.heading).toHaveText(visitor.t('help'));
    await expect(page).toHaveURL(`/help#${part}`);
    await expect(page.getByRole('heading', { name: visitor.t(title), exact: true })).toBeInViewport();
    await page.goto('/contacts/services');
    await visitor.settle();
  }

  await visitor.open('/help');
  const drawing = page.getByRole('figure', { name: visitor.t('help-drawing-title') });
  await expect(drawing.getByRole('listitem')).toHaveCount(3);
  for (const role of ['admin', 'tech', 'billing']) await expect(drawing).toContainText(visitor.t(`help-${role}`));
});

test('19. Help is there for those who have no account yet', async ({ visit }) => {
  const visitor = await visit();
  await visitor.open('/sign-in');
  await visitor.page.getByRole('banner').getByRole('link', { name: visitor.t('help'), exact: true }).click();
  await expect(visitor.heading).toHaveText(visitor.t('help'));
});
