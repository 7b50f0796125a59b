import { lucia, sakura } from '../support/people.ts';
import { code, zofiaAsksLucia } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('9. The link is opened signed out: after signing in, the code is still there', async ({ visit, mailbox }) => {
  const { number, toLucia } = await zofiaAsksLucia(visit, mailbox);
  const taking = await visit();
  await taking.follow(toLucia);
  await taking.signIn.isAskedFor();
  await taking.menu.isAbsent();

  await test.step('a wrong password keeps the code as well', async () => {
    await taking.signIn.submit(lucia.id, 'countersign-wrong');
    await taking.seesProblem(taking.t('problem-credentials'), taking.field('login-label'));
    await expect(taking.field('login-label')).toHaveValue(lucia.id);
  });

  await taking.signIn.here(lucia);
  await taking.request.is(number);
  await expect(taking.request.code).toHaveValue(code(toLucia));
  if (taking.hydrated) await expect(taking.page).toHaveURL(`/contacts/requests/${number}`);
  await taking.seesBanner('banner-decide');
  await taking.request.accepts();
  await taking.seesNotice('notice-waiting');
});

test('9. Signed in as someone else, the request is not there', async ({ visit, mailbox }) => {
  const { number, toLucia } = await zofiaAsksLucia(visit, mailbox);
  const path = `/contacts/requests/${number}`;

  const stranger = await visit(sakura);
  stranger.watch.announce(404, path);
  await stranger.follow(toLucia);
  await stranger.seesNotFound();
  expect(await stranger.forge('decide', { id: String(number), code: code(toLucia), decision: 'accept' }))
    .toEqual({ status: 404, problem: 'NotFound' });

  await test.step('nor for one who signs in as someone else only then', async () => {
    const other = await visit();
    await other.follow(toLucia);
    await other.signIn.isAskedFor();
    // With JavaScript the page is asked for, its data, and these again when its stream begins.
    if (other.hydrated) other.watch.permit(404);
    else other.watch.announce(404, path);
    await other.signIn.here(sakura);
    await other.seesNotFound();
  });

  const taking = await visit(lucia);
  const steps = await taking.page.evaluate(() => history.length);
  await taking.follow(toLucia);
  await expect(taking.request.code).toHaveValue(code(toLucia));
  if (taking.hydrated) {
    await expect(taking.page).toHaveURL(`/contacts/requests/${number}`);
    // The code is not one step back either.
    expect(await taking.page.evaluate(() => history.length)).toBe(steps + 1);
  }
  await taking.request.accepts();
  await taking.seesNotice('notice-waiting');
});

test('9. The link shape of the field’s best-known system leads to the same page', async ({ visit, mailbox }) => {
  const { number, toLucia } = await zofiaAsksLucia(visit, mailbox);
  const taking = await visit(lucia);
  await taking.open(`/useraccount/contacts/${number}?tab=REQUESTS&token=${code(toLucia)}`);
  await taking.request.is(number);
  await expect(taking.request.code).toHaveValue(code(toLucia));
});
