import type { Visitor } from '../pages/visitor.ts';
import { DEMO_REQUESTS, giulia, john, lucia, marie, services, type Customer } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

// What a screen reader is told on the main pages, from top to bottom, as it stands in `transcripts/`. After a change that is meant:
// npx playwright test transcript --project=hydrated --update-snapshots, and read what has changed.

/** The pages tell dates: it is always the same moment. */
const NOON = Date.UTC(2031, 4, 5, 12, 0, 1);

const pages: { name: string; who: Customer; go: (visitor: Visitor) => Promise<void> }[] = [
  { name: 'services', who: john, go: visitor => visitor.services.open('?search=smith') },
  {
    name: 'edit-contacts',
    who: giulia,
    go: async visitor => {
      await visitor.services.open();
      await visitor.services.edit(services.hostileFibre);
      await visitor.contacts.type({ admin: lucia, tech: marie });
      await expect(await visitor.contacts.check()).toContainText(visitor.t('preview-count', { count: 2 }));
    },
  },
  { name: 'requests', who: john, go: visitor => visitor.requests.open() },
  { name: 'request', who: marie, go: visitor => visitor.request.open(DEMO_REQUESTS.open) },
  { name: 'profile', who: lucia, go: visitor => visitor.profile.open() },
];

test.describe('what a screen reader is told', { tag: '@hydrated' }, () => {
  test.use({ startsAt: NOON });
  for (const { name, who, go } of pages) {
    test(`on the page ${name}`, async ({ visit }) => {
      const visitor = await visit(who);
      if (visitor.language !== 'en') await visitor.chooseLanguage('English', 'en');
      await go(visitor);
      const tree = await visitor.page.locator('body').ariaSnapshot();
      // Nobody hears where a link leads; and the services' keys are others each time.
      const heard = tree.split('\n').filter(line => !line.includes('/url: ')).join('\n');
      // Mails are sent side by side: which is first is chance.
      expect(`${heard.replace(/ *- listitem:\n.*text: Email sent .*\n.*\n/g, '')}\n`).toMatchSnapshot(`${name}.txt`);
    });
  }
});
