import { owed } from '../support/mail.ts';
import { DEMO_REQUESTS, marie, robert, sakura, services, zofia } from '../support/people.ts';
import { archive } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

// Anything that came to life would open a dialog, break the policy or lose a part of the text: the visitors' watch sees the first two.
const { hostileDatabase, hostileFibre } = services;
const MESSAGE = '</textarea><img src=x onerror=alert(1)>{{7*7}}\n</p><script>alert(2)</script>';

test('names are shown as they were typed: in the top bar, the lists, the form and the titles', async ({ visit }) => {
  const visitor = await visit(robert);
  await visitor.menu.shows(robert);
  await visitor.profile.open();
  await expect(visitor.page.getByRole('main').getByText(robert.name, { exact: true })).toBeVisible();

  const owner = await visit(sakura);
  await owner.services.open();
  await expect(owner.services.row(hostileDatabase)).toBeVisible();
  await owner.services.edit(hostileDatabase);
  const title = owner.t('edit-title', { service: hostileDatabase.name });
  await expect(owner.page).toHaveTitle(owner.t('page-title', { title }));
});

test('a message is shown as it was typed: in the form that comes back, the mail and the request', async ({ visit, mailbox }) => {
  const visitor = await visit(sakura);
  await visitor.services.edit(hostileDatabase);
  await visitor.contacts.message.fill(MESSAGE);
  visitor.expectRefusal(422, 'submit');
  await visitor.contacts.submit();
  await visitor.seesProblem(visitor.t('problem-nothing-changed'));
  await expect(visitor.contacts.message).toHaveValue(MESSAGE);

  await visitor.contacts.type({ tech: zofia });
  await visitor.contacts.submit();
  await visitor.request.isRegistered();
  await expect(visitor.page.getByRole('blockquote')).toHaveText(MESSAGE.replace('\n', ' '), { useInnerText: false });
  const about = { service: hostileDatabase, roles: ['tech' as const] };
  const [, toZofia] = await mailbox.take(owed(sakura, 'asked-own', about), owed(zofia, 'asked-new', about));
  expect(toZofia.subject).toContain(hostileDatabase.name);
  for (const line of MESSAGE.split('\n')) {
    expect(toZofia.text).toContain(`> ${line}`);
    expect(toZofia.html).not.toContain(line);
  }

  const taking = await visit(zofia);
  await taking.follow(toZofia);
  await expect(taking.request.fact('request-service')).toContainText(hostileDatabase.name);
  await taking.requests.open();
  await expect(taking.requests.table.getByText(hostileDatabase.name, { exact: true })).toBeVisible();
  await taking.services.open();
  await expect(taking.services.row(archive)).toBeVisible();
});

test('the demo’s own message too', async ({ visit }) => {
  const visitor = await visit(marie);
  await visitor.services.open();
  await expect(visitor.services.row(hostileFibre)).toBeVisible();
  await visitor.request.open(DEMO_REQUESTS.open);
  await expect(visitor.page.getByRole('blockquote')).toContainText('Thank you! </textarea><b>John</b>');
  await expect(visitor.page.getByRole('blockquote').locator('b')).toHaveCount(0);
});

test('so is what stands in the address', async ({ visit }) => {
  const visitor = await visit(robert);
  const words = '"><script>alert(3)</script>';
  await visitor.services.open(`?search=${encodeURIComponent(words)}&category=%22%3E%3Cimg%3E&page=%27&sort=%3Cb%3E`);
  await expect(visitor.page.getByRole('searchbox')).toHaveValue(words);
  await expect(visitor.page.getByRole('heading', { name: visitor.t('services-no-match') })).toBeVisible();
});
