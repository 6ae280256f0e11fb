import { expect, it } from 'vitest';
import { accepted, engagementAt, ines, karl, sam } from '../tab/fake/engagement-paper.js';
import { roundAt } from '../tab/fake/scenarios.js';
import { fakedTab } from './faked-tab.js';
import { violationsIn } from './tab-visit.js';

const faked = fakedTab();

it('[TT-34] on a phone the next step leads to the agreement, and the fourth yes to sessions', async () => {
  const { agreement } = engagementAt('agreed', 'client');
  const engagement = engagementAt('agreed', 'client', { agreement: { ...agreement, accepted: accepted(sam, ines, karl) } });
  const prepare = ({ world }: typeof faked.api) => {
    world.twoTwo = { on: true, coordinator: false, coach: false };
    world.engagement = { engagement, moves: [] };
  };
  const size = { width: 375, height: 800 };
  const tab = await faked.opens([roundAt('proposed')], { as: 'rosa', path: '/2-2/engagements/e-1', size, prepare });
  await tab.getByRole('button', { name: 'Read the agreement' }).click();
  expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe('The agreement');
  expect([await violationsIn(tab), await faked.overflow(tab)]).toEqual([[], 0]);
  await tab.getByRole('button', { name: 'I accept, as Rosa Marin' }).click();
  await tab.getByText('All four of you have accepted. Sessions can be booked.').waitFor();
  expect(faked.asked('changeEngagement')).toMatchObject([{ change: { kind: 'accept-terms', terms: 1, words: 0 } }]);
});
