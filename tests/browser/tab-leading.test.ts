import { readFile } from 'node:fs/promises';
import type { PulseShown } from '@coaching-pairs/shared/wire/closing';
import { expect, it } from 'vitest';
import { closingIs } from '../tab/fake/closing.js';
import { roundAt } from '../tab/fake/scenarios.js';
import { fakedTab } from './faked-tab.js';
import { printed, tooLow, violationsIn } from './tab-visit.js';

const tab = fakedTab();
const phone = { width: 375, height: 740 };

const published: PulseShown = {
  ...{ kind: 'shown', answers: 12 },
  shares: [
    { question: 'supported', kind: 'at-least', yes: 9 },
    { question: 'strengths', kind: 'exactly', yes: 7 },
    { question: 'impact', kind: 'exactly', yes: 5 },
    { question: 'trust', kind: 'at-most', yes: 3 },
  ],
};

it('[CP-33] [C-03] a round leader reads who joined, the pairs and the published pulse, which is printed on one page by itself', async () => {
  const round = roundAt('active', 60);
  closingIs(round, { until: '2027-06-04', result: published });
  const page = await tab.opens([round], { as: 'leader-1', link: `round/${round.id}/leading`, size: phone });
  await page.getByRole('heading', { level: 1, name: 'Leadership team, spring: for you as round leader' }).waitFor();
  await page.getByText('7 of 12 said yes').waitFor();
  await page.getByRole('img', { name: /^26 ties between 6 functions\./u }).waitFor();
  expect([await tab.overflow(page), await violationsIn(page), await tooLow(page)]).toEqual([0, [], []]);
  // A page of A4 has room for about a thousand pixels, and on a telephone lines are shortest.
  const paper = await printed(tab.page, page);
  expect([paper.papers, paper.outside, paper.height < 1_000]).toEqual([1, 0, true]);
});

it('[CP-96] an administrator takes the picture of what a round ties together along, as PNG and as a table', async () => {
  const page = await tab.opens([roundAt('active', 60)], { as: 'leader-2', path: '/admin/round-active/pictures', size: phone });
  const download = async (name: string): Promise<Buffer> => {
    const [file] = await Promise.all([tab.page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return readFile(await file.path());
  };
  const csv = (await download('Save as table: Functions tied together')).toString('utf8');
  expect(csv.split('\r\n')[0]).toBe('\u{FEFF}Function,With,Ties');
  expect(csv).not.toMatch(/Priya|Sam|leader/u);
  const png = await download('Save as picture: Functions tied together');
  expect([png.subarray(1, 4).toString('latin1'), png.readUInt32BE(16) > 500]).toEqual(['PNG', true]);
  await page.getByRole('table', { name: 'Taking part' }).getByRole('row').nth(1).waitFor();
  expect([await tab.overflow(page), await violationsIn(page), await tooLow(page)]).toEqual([0, [], []]);
  const paper = await printed(tab.page, page);
  expect([paper.papers, paper.outside, paper.buttons]).toEqual([1, 0, 0]);
});
