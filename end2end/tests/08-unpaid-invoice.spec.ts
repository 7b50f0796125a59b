import { owed } from '../support/mail.ts';
import { giulia, john, sakura, services, UNPAID_INVOICE, zofia } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const { blog, staging } = services;

test('8. An unpaid invoice stands in the way before asking', { tag: '@postgres' }, async ({ visit, mailbox }) => {
  await test.step('of the contact to be replaced: nobody is told whose', async () => {
    const administrator = await visit(zofia);
    await administrator.services.edit(blog);
    await administrator.contacts.type({ billing: sakura });
    await administrator.contacts.message.fill('Please take the bills.');
    administrator.expectRefusal(409, 'submit');
    await administrator.contacts.submit();
    await administrator.seesProblem(administrator.t('problem-debt'), administrator.contacts.field('billing'));
    // What was typed survives.
    await expect(administrator.contacts.field('billing')).toHaveValue('sy10008');
    await expect(administrator.contacts.message).toHaveValue('Please take the bills.');
    await expect(administrator.page.getByRole('main')).not.toContainText(UNPAID_INVOICE);
    await administrator.services.hold(blog);
    expect(await administrator.services.pending(blog)).toEqual([]);
  });

  await test.step('of the contact to be: the same words', async () => {
    const administrator = await visit(john);
    await administrator.services.edit(staging);
    await administrator.contacts.type({ billing: giulia });
    administrator.expectRefusal(409, 'submit');
    await administrator.contacts.submit();
    await administrator.seesProblem(administrator.t('problem-debt'), administrator.contacts.field('billing'));
    await administrator.services.hold(staging);
  });

  await test.step('one’s own: with the way to pay it, and then it goes', async () => {
    const debtor = await visit(giulia);
    await debtor.services.edit(blog);
    await debtor.contacts.type({ billing: sakura });
    debtor.expectRefusal(409, 'submit');
    await debtor.contacts.submit();
    await debtor.seesProblem(debtor.t('problem-debt-own'), debtor.contacts.field('billing'));
    await debtor.page.getByRole('alert').getByRole('link', { name: debtor.t('pay-invoice'), exact: true }).click();
    await expect(debtor.page.getByRole('main')).toContainText(UNPAID_INVOICE);
    await debtor.page.getByRole('button', { name: 'Pay', exact: true }).click();
    await expect(debtor.page.getByRole('main')).not.toContainText(UNPAID_INVOICE);

    await debtor.services.open();
    await debtor.services.edit(blog);
    await debtor.contacts.ask({ billing: sakura });
    const about = { service: blog, roles: ['billing' as const] };
    await mailbox.take(owed(giulia, 'asked-own', about), owed(sakura, 'asked-new', about));
  });
});

test('8. An unpaid invoice appears before the last acceptance', { tag: '@postgres' }, async ({ visit, mailbox, server }) => {
  const about = { service: staging, roles: ['billing' as const] };
  const asking = await visit(john);
  await asking.services.edit(staging);
  const number = await asking.contacts.ask({ billing: zofia });
  const [toJohn, toZofia] = await mailbox.take(owed(john, 'asked-own', about), owed(zofia, 'asked-new', about));
  await asking.accepts(toJohn, 'notice-waiting');

  await server.command('invoice', 'add', 'PL-7', zofia.id);
  const taking = await visit(zofia);
  await taking.follow(toZofia);
  taking.expectRefusal(409, 'decide');
  await taking.request.accepts();
  await taking.request.says('aborted-debt');
  await mailbox.take(owed(john, 'aborted', about), owed(zofia, 'aborted', about));

  await test.step('the debtor may pay, the other is told no more than that it failed', async () => {
    await taking.request.open(number);
    await taking.request.says('aborted-debt');
    await taking.request.isDecided();
    await expect(taking.link('pay-invoice')).toBeVisible();

    await asking.request.open(number);
    await asking.request.says('aborted-debt');
    await asking.request.isDecided();
    await expect(asking.link('pay-invoice')).toHaveCount(0);
    await expect(asking.page.getByRole('main')).not.toContainText('PL-7');
    await asking.requests.says(number, asking.t('state-aborted'));
  });

  await asking.services.hold(staging);
  expect(await asking.services.pending(staging)).toEqual([]);
  await server.command('invoice', 'paid', 'PL-7');
  await asking.services.edit(staging);
  await asking.contacts.ask({ billing: zofia });
  await mailbox.take(owed(john, 'asked-own', about), owed(zofia, 'asked-new', about));
});
