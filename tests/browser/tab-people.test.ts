import { expect, it } from 'vitest';
import { peoplePartnerId, roundAt } from '../tab/fake/scenarios.js';
import { fakedTab } from './faked-tab.js';
import { violationsIn } from './tab-visit.js';

const faked = fakedTab();
const desk = { width: 1_100, height: 900 };
const phone = { width: 375, height: 812 };

it.each([desk, phone])(
  'of 5,000 people the page holds those who are seen; the keyboard reaches every row, and each tells its place',
  async (size) => {
    const tab = await faked.opens([roundAt('inviting', 5_000)], { as: peoplePartnerId, path: '/admin/round-inviting/people', size });
    const list = tab.getByRole('list', { name: 'People' });
    const rows = list.getByRole('listitem');
    await rows.first().waitFor();
    expect(await rows.count()).toBeLessThan(60);
    expect(await rows.first().getAttribute('aria-setsize')).toBe('5000');
    expect(await rows.first().getAttribute('aria-posinset')).toBe('1');
    await list.focus();
    // Each time the end comes near, the next are loaded.
    const goes = async (key: 'Home' | 'End', place: 'first' | 'last'): Promise<number> => {
      await faked.page.keyboard.press(key);
      return Number(await list.locator('[aria-posinset]')[place]().getAttribute('aria-posinset'));
    };
    await expect.poll(() => goes('End', 'last'), { timeout: 60_000 }).toBeGreaterThan(150);
    await expect.poll(() => goes('Home', 'first'), { timeout: 60_000 }).toBe(1);
    await list.locator('[aria-posinset="1"]').getByRole('button').focus();
    for (let tabs = 0; tabs < 30; tabs += 1) await faked.page.keyboard.press('Tab');
    expect(await tab.evaluate(() => document.activeElement?.closest('[data-index]')?.getAttribute('aria-posinset'))).toBe('31');
    expect(await faked.overflow(tab)).toBe(0);
    expect(await violationsIn(tab)).toEqual([]);
  },
);

it('somebody is found, put right and kept apart from somebody, and a file is looked at before it changes anything', async () => {
  const tab = await faked.opens([roundAt('inviting')], { as: peoplePartnerId, path: '/admin/round-inviting/people' });
  await tab.getByRole('searchbox', { name: 'Search by name or function' }).fill('Kwame');
  await tab.getByText('1 person', { exact: true }).waitFor();
  await tab.getByRole('button', { name: /^Put right: Kwame/u }).click();
  const dialog = tab.getByRole('alertdialog');
  await dialog.getByRole('textbox', { name: 'Function' }).fill('Care');
  await dialog.getByRole('radio', { name: 'Nobody: they have no manager' }).click();
  expect(await violationsIn(tab)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => faked.asked('correctPerson')).toMatchObject([{ functionName: 'Care', managerId: null }]);

  for (const [label, name] of [
    ['One person', 'Priya Shah'],
    ['The other', 'Kwame Mensah'],
  ] as const) {
    await tab.getByRole('combobox', { name: label }).fill(name);
    await tab.getByRole('option', { name }).click();
  }
  await tab.getByRole('button', { name: 'Keep apart' }).click();
  await tab.getByRole('button', { name: 'No longer keep apart: Priya Shah and Kwame Mensah' }).click();
  await tab.getByText('Nobody is kept apart.').waitFor();

  const bring = (text: string): Promise<void> =>
    tab.getByLabel('File with corrections').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await bring('id\nnobody');
  await tab
    .getByRole('alert')
    .getByText(/Line 2, column id: nobody of this round/u)
    .waitFor();
  expect(await tab.getByRole('button', { name: 'Change it' }).count()).toBe(0);
  await bring('id,function\na,Sales');
  await tab.getByText('Function: Sales instead of Finance').waitFor();
  expect(faked.asked('applyPeopleFile')).toEqual([]);
  await tab.getByRole('button', { name: 'Change it' }).click();
  await expect.poll(() => faked.asked('applyPeopleFile')).toMatchObject([{ text: 'id,function\na,Sales', version: 'v1' }]);
});
