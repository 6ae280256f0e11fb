import { expect, it } from 'vitest';
import { peoplePartnerId, roundAt } from '../tab/fake/scenarios.js';
import { fakedTab } from './faked-tab.js';
import { screenshot } from './harness.js';
import { violationsIn } from './tab-visit.js';

const faked = fakedTab();

it('a page whose part cannot be fetched says so, and stands there once it can be and is tried again', async () => {
  const tab = await faked.opens([roundAt('matching')], { as: peoplePartnerId, path: '/admin' });
  const parts = '**/assets/people-page-*.js';
  await faked.page.route(parts, (route) => route.abort());
  await tab.evaluate(() => {
    window.location.hash = '/admin/round-matching/people';
  });
  await tab.getByText('This part of the page could not be loaded.').waitFor();
  expect(await violationsIn(tab)).toEqual([]);
  if (process.env.CI === undefined) await screenshot(faked.page, 'part-missing');
  await faked.page.unroute(parts);
  await tab.getByRole('button', { name: 'Try again' }).click();
  await tab.getByRole('heading', { name: 'People', level: 1 }).waitFor();
});
