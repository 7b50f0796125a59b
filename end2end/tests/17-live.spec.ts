import { owed } from '../support/mail.ts';
import { DEMO_REQUESTS, john, lucia, marie, services, zofia } from '../support/people.ts';
import { about, code, zofiaAsksLucia } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';
import type { Visitor } from '../pages/visitor.ts';

/** What would not be there any more, had the page been loaded anew. */
const mark = (visitor: Visitor) => visitor.page.evaluate(() => { (window as { kept?: boolean }).kept = true; });
const isMarked = (visitor: Visitor) => visitor.page.evaluate(() => (window as { kept?: boolean }).kept === true);

test.describe('17. Open pages follow what happens', { tag: '@hydrated' }, () => {
  test('request, list, banner and services follow, what is typed and the focus stay', { tag: '@postgres' }, async ({ visit, mailbox }) => {
    const { asking, number, toZofia, toLucia } = await zofiaAsksLucia(visit, mailbox);
    const list = await visit(zofia);
    await list.requests.open();
    const table = await visit(marie);
    await table.services.open();
    for (const visitor of [asking, list, table]) await mark(visitor);
    await asking.seesBanner('banner-decide');
    await asking.request.code.fill('half a code');
    await asking.request.code.focus();
    const link = list.requests.row(number).getByRole('link').last();
    await link.focus();

    // Lucía accepts. Zofia's pages follow, and hers stays as she has left it.
    const taking = await visit(lucia);
    await taking.accepts(toLucia, 'notice-waiting');
    await expect(asking.page.getByText(asking.t('event-accepted', { account: lucia.id }))).toBeVisible();
    await expect(asking.request.code).toHaveValue('half a code');
    await expect(asking.request.code).toBeFocused();
    await expect(link).toBeFocused();

    // Zofia accepts in another window; the first one says so, and its form is gone.
    const elsewhere = await visit(zofia);
    await elsewhere.follow(toZofia);
    await expect(elsewhere.request.code).toHaveValue(code(toZofia));
    await elsewhere.request.accepts();
    await elsewhere.seesNotice('notice-done');
    await asking.request.says('ended-done');
    await asking.request.isDecided();
    await asking.seesBanner();
    await expect(list.requests.row(number).getByText(list.t('state-done'), { exact: true })).toBeVisible();
    // Marie has lost her role, and with it the line of the service.
    await expect(table.services.row(services.archive)).toHaveCount(0);
    for (const visitor of [asking, list, table]) expect(await isMarked(visitor)).toBe(true);
    await mailbox.take(
      owed(zofia, 'done', about), owed(lucia, 'done', about), owed(marie, 'replaced', about),
    );
  });

  test('a new line moves nobody’s focus', async ({ visit, mailbox }) => {
    const list = await visit(lucia);
    await list.requests.open();
    const link = list.requests.row(DEMO_REQUESTS.expired).getByRole('link').last();
    await link.focus();
    const { number } = await zofiaAsksLucia(visit, mailbox);
    await expect(list.requests.row(number)).toBeVisible();
    await expect(link).toBeFocused();
    await list.seesBanner('banner-decide');
  });

  test('the form of contacts keeps what is typed, and tells that something has changed', async ({ visit, mailbox }) => {
    const form = await visit(zofia);
    await form.services.edit(services.archive);
    await form.contacts.type({ billing: lucia });
    await zofiaAsksLucia(visit, mailbox);
    await expect(form.page.getByRole('status').getByText(form.t('edit-meanwhile'))).toBeVisible();
    await expect(form.contacts.field('billing')).toHaveValue('lg10004');
  });

  test('signing out in one tab ends the other', async ({ visit }) => {
    const one = await visit(john);
    await one.request.open(DEMO_REQUESTS.open);
    const other = await one.page.context().newPage();
    await other.goto('/contacts/services');
    await expect(other.locator('html')).toHaveAttribute('data-hydrated');
    await mark(one);
    await other.locator('header summary').click();
    await other.locator('header').getByRole('button', { name: one.t('sign-out'), exact: true }).click();
    await expect(other).toHaveURL(/\/sign-in/);
    await one.signIn.isAskedFor();
    expect(await isMarked(one)).toBe(true);
    await one.menu.isAbsent();
  });

  test('a lost connection is said, and what was missed is made up for', async ({ visit, server, mailbox }) => {
    const visitor = await visit(john);
    await visitor.request.open(DEMO_REQUESTS.open);
    await mark(visitor);
    await visitor.request.code.fill('half a code');
    visitor.watch.permitLoss();
    await server.stop();
    const lost = visitor.page.getByRole('status').getByText(visitor.t('live-lost'), { exact: true });
    await expect(lost).toBeVisible();
    await server.startAgain();
    await expect(lost).toHaveCount(0);
    await expect(visitor.request.code).toHaveValue('half a code');
    // And it goes on.
    const other = await visit(john);
    await other.request.open(DEMO_REQUESTS.open);
    await other.request.cancels();
    await expect(visitor.page.getByText(visitor.t('event-cancelled', { account: john.id }))).toBeVisible();
    expect(await isMarked(visitor)).toBe(true);
    await mailbox.take(owed(marie, 'cancelled', { service: services.shop, roles: ['tech'] }));
  });

  test('pages of two processes on one database', { tag: '@postgres-only' }, async ({ server, visit, mailbox }) => {
    const second = await server.another();
    const list = await visit(lucia, { at: second });
    await list.requests.open();
    await mark(list);
    const { number } = await zofiaAsksLucia(visit, mailbox);
    await expect(list.requests.row(number)).toBeVisible();
    expect(await isMarked(list)).toBe(true);
    // Its pages go before it does.
    await list.page.context().close();
    expect(await second.stop()).toBe(0);
  });
});
