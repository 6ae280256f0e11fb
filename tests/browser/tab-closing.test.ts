import { expect, it } from 'vitest';
import { closingIs } from '../tab/fake/closing.js';
import { roundAt } from '../tab/fake/scenarios.js';
import { fakedTab } from './faked-tab.js';

const tab = fakedTab();
const phone = { width: 375, height: 740 };

it('[CP-90] a link to one page of the resources opens that page for somebody in no round, on a phone too', async () => {
  const page = await tab.opens([roundAt('active')], { as: 'robin', link: 'resources/guides/meeting-1', size: phone });
  await page.getByRole('heading', { level: 1, name: 'Agree how we work' }).waitFor();
  await page.getByRole('button', { name: 'Copy link to this page' }).waitFor();
  expect(await tab.overflow(page)).toBe(0);
  await page.getByRole('link', { name: 'All resources' }).click();
  await page.getByText('You are in no round, so there is nobody to write to here.').waitFor();
});

it('[CP-96] an administrator opens the pulse once, after being asked whether it shall be so', async () => {
  const page = await tab.opens([roundAt('active')], { as: 'leader-2', path: '/admin/round-active/closing' });
  await page.getByLabel('Last day for answers').fill('2026-12-04');
  await page.getByRole('button', { name: 'Open the pulse' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Open the pulse' }).click();
  await page.getByText('It is open until the end of 4 December 2026.').waitFor();
  expect(tab.asked('openPulse')).toMatchObject([{ until: '2026-12-04' }]);
});

it('[CP-84] [CP-85] an insight is put on the wall with its author’s name, and taken back for good', async () => {
  const round = roundAt('active');
  closingIs(round, { wall: true });
  const page = await tab.opens([round], { as: 'leader-4', link: `round/${round.id}/insights`, size: phone });
  await page.getByText('Nothing stands here, and nothing has to.').waitFor();
  await page.getByRole('textbox', { name: 'Your insight' }).fill('I ask before I advise.');
  await page.getByRole('button', { name: 'Put it on the wall' }).click();
  await page.getByRole('listitem').getByText('I ask before I advise.').waitFor();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('Nothing stands here, and nothing has to.').waitFor();
  expect(await tab.overflow(page)).toBe(0);
});
