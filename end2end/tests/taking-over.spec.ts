import { owed } from '../support/mail.ts';
import { DEMO_REQUESTS, john, lucia, marie, services } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

// Between the server's page and the one that answers by itself, and between one page and the next.
test.describe('@hydrated', { tag: '@hydrated' }, () => {
  test('what was typed before the page answers by itself stays', async ({ visit }) => {
    const visitor = await visit();
    const { page } = visitor;
    let arrives = () => {};
    const late = new Promise<void>(resolve => (arrives = resolve));
    await page.route('**/*.wasm', async route => {
      await late;
      await route.continue();
    });
    await page.goto('/sign-in');
    await visitor.field('login-label').fill(john.id);
    arrives();
    await visitor.settle();
    await expect(visitor.field('login-label')).toHaveValue(john.id);
    await visitor.signIn.here(john);
  });

  test('who goes back before the page answers by itself gets the page that was there', async ({ visit }) => {
    const visitor = await visit(john);
    const { page } = visitor;
    await visitor.services.open();
    await visitor.link('my-requests').click();
    await expect(page).toHaveURL('/contacts/requests');
    let arrives = () => {};
    const late = new Promise<void>(resolve => (arrives = resolve));
    await page.route('**/*.wasm', async route => {
      await late;
      await route.continue();
    });
    await page.reload();
    await page.goBack();
    await expect(page).not.toHaveURL('/contacts/requests');
    arrives();
    await expect(visitor.services.table).toBeVisible();
    await visitor.settle();
    await visitor.link('my-requests').click();
    await expect(page).toHaveURL('/contacts/requests');
  });

  test('an address that is none leads to a page that works', async ({ visit }) => {
    const visitor = await visit(john);
    for (const path of ['/contacts/requests/%E9', '/contacts/services/%E9%20x', '/contacts/requests/<b>']) {
      const answer = await visitor.page.request.get(path);
      expect(answer.status(), path).toBe(404);
      visitor.watch.announce(404, new URL(path, 'http://a').pathname);
      await visitor.open(path);
      await visitor.seesNotFound();
      await visitor.link('help').click();
      await expect(visitor.heading).toHaveText(visitor.t('help-title'));
    }
  });

  test('from one request to the one linked with it, the code stays behind', async ({ visit, mailbox }) => {
    const what = { service: services.domain, roles: ['tech' as const] };
    const asking = await visit(marie);
    await asking.services.edit(services.domain);
    await asking.contacts.type({ tech: lucia });
    await asking.contacts.submit();
    const [mail] = await mailbox.take(
      owed(marie, 'asked-own', what), owed(marie, 'asked-own', what),
      owed(lucia, 'asked-new', what), owed(lucia, 'asked-new', what),
    );
    await asking.follow(mail);
    await expect(asking.request.code).not.toHaveValue('');
    await asking.page.locator('dl.facts a[href^="/contacts/requests/"]').click();
    await expect(asking.request.code).toHaveValue('');
    await asking.page.goBack();
    await expect(asking.request.code).not.toHaveValue('');
  });

  test('what the reader has opened stays open when the page is told something new', async ({ visit, mailbox }) => {
    const visitor = await visit(john);
    await visitor.request.open(DEMO_REQUESTS.open);
    await visitor.page.getByText(visitor.t('cancel-ask'), { exact: true }).click();
    const reason = visitor.field('cancel-reason');
    await reason.fill('A mistake');
    await visitor.request.resends();
    await mailbox.take(owed(john, 'resent', { service: services.shop, roles: ['tech'] }));
    await expect(reason).toBeVisible();
    await expect(reason).toHaveValue('A mistake');
  });

  test('while the server cannot be reached, the page says so, and one stays signed in', async ({ visit }) => {
    const visitor = await visit(john);
    const { page } = visitor;
    await visitor.services.open();
    visitor.watch.permitLoss();
    await page.route('**/api/**', route => route.abort('internetdisconnected'));
    await visitor.link('my-requests').click();
    await expect(page.getByRole('alert')).toContainText(visitor.t('problem-unreachable'));
    await visitor.menu.shows(john);
    await page.unroute('**/api/**');
    await visitor.link('my-services').click();
    await expect(visitor.services.table).toBeVisible();
    await expect(page).toHaveTitle(visitor.t('page-title', { title: visitor.t('contact-management') }));
  });
});
