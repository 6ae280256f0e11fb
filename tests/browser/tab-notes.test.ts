import { readFile } from 'node:fs/promises';
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noteIs } from '../tab/fake/notes.js';
import type { FakeRound } from '../tab/fake/round.js';
import { roundAt } from '../tab/fake/scenarios.js';
import { type FakeApi, startFakeApi } from '../tab/fake-api.js';
import { type Browser, openBrowser } from './harness.js';
import { openTab, violationsIn } from './tab-visit.js';

const phone = { width: 375, height: 740 };
let browser: Browser;
let api: FakeApi;
let page: Page;
let round: FakeRound;
let me: string;
let partner: string;
let partnersName: string;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await page.close();
  await api.close();
});

const open = async (prepare: () => void = () => undefined): Promise<Frame> => {
  round = roundAt('active');
  const pair = round.proposals.find(({ state }) => state === 'formed')?.members ?? [];
  [me = '', partner = ''] = pair.map(({ id }) => id);
  partnersName = pair[1]?.name ?? '';
  api = await startFakeApi([round]);
  prepare();
  page = await browser.page(phone);
  return openTab(page, api.url, { as: me, link: 'notes' });
};

const kept = (id: string) => ({ id, content: { kind: 'note', heading: 'Before the call', text: 'Ask first' } }) as const;

describe('notes on a phone', () => {
  it('[C-01] are begun, stored by themselves, shown to the partner after one more question, and taken back', async () => {
    const tab = await open();
    await tab.getByText('Nothing here yet').waitFor();
    await tab.getByRole('button', { name: 'New note' }).click();
    await tab.getByRole('menuitem', { name: 'Challenge' }).click();
    expect(await tab.getByText('Only you read this').count()).toBe(2);
    await tab.getByLabel('Heading').fill('Speaking last');
    await tab.getByRole('status').getByText('Saved', { exact: true }).waitFor();
    expect(await violationsIn(tab)).toEqual([]);
    await tab.getByRole('radio', { name: `You and ${partnersName}` }).click();
    const dialog = tab.getByRole('alertdialog');
    await dialog.getByText('What has been read cannot be unread').waitFor();
    await dialog.getByRole('button', { name: 'Show it' }).click();
    await tab.getByText(`You and ${partnersName} read this`).first().waitFor();
    await tab.getByRole('radio', { name: 'Only you' }).click();
    await tab.getByText('Only you read this', { exact: true }).first().waitFor();
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  });

  it('what is written is stored before the page is left; what another device wrote is never overwritten unasked', async () => {
    const tab = await open(() => noteIs(api.world, me, kept('n-1')));
    await tab.getByRole('link', { name: 'Before the call' }).click();
    const field = tab.getByLabel('Your note');
    await field.fill('Ask first, and wait');
    await tab.getByRole('button', { name: 'Back to your notes' }).click();
    await tab.getByRole('link', { name: 'Before the call' }).click();
    expect(await field.inputValue()).toBe('Ask first, and wait');
    noteIs(api.world, me, { ...kept('n-1'), content: { ...kept('n-1').content, text: 'From the desk' } });
    await field.fill('From the phone');
    await tab.getByRole('alert').getByText('changed on another device').waitFor();
    await tab.getByText('From the desk').waitFor();
    await tab.getByRole('button', { name: 'Take the other one' }).click();
    expect(await field.inputValue()).toBe('From the desk');
  });

  it('a note is deleted and had back; a step is ticked in the list; a partner’s note is there to be read alone', async () => {
    const tab = await open(() => {
      noteIs(api.world, me, kept('n-1'));
      noteIs(api.world, me, { id: 's-1', content: { kind: 'step', text: 'Let others speak', done: false } });
      noteIs(api.world, partner, { id: 'p-1', content: { kind: 'note', heading: 'For us two', text: 'Shall we walk?' } }, round.id);
    });
    await tab.getByRole('checkbox', { name: 'Done: Let others speak' }).click();
    await expect.poll(() => tab.getByRole('checkbox', { name: 'Done: Let others speak' }).isChecked()).toBe(true);
    expect(await violationsIn(tab)).toEqual([]);
    await tab.getByRole('link', { name: 'Before the call' }).click();
    await tab.getByRole('button', { name: 'Delete' }).click();
    await tab.getByRole('heading', { name: 'Small steps' }).waitFor();
    expect(await tab.getByRole('link', { name: 'Before the call' }).count()).toBe(0);
    await tab.getByRole('button', { name: 'Undo' }).click();
    await tab.getByRole('link', { name: 'Before the call' }).waitFor();
    await tab.getByRole('link', { name: 'For us two' }).click();
    await tab.getByText('Shall we walk?').waitFor();
    expect(await tab.getByRole('textbox').count()).toBe(0);
  });

  it('[C-08] are taken along, my own alone, and erased after one more question', async () => {
    const tab = await open(() => {
      noteIs(api.world, me, kept('n-1'));
      noteIs(api.world, partner, { id: 'p-1', content: { kind: 'note', heading: 'For us two', text: 'Shall we walk?' } }, round.id);
    });
    for (const [button, name] of [
      ['Save as a text', 'notes.txt'],
      ['Save as data (JSON)', 'notes.json'],
    ] as const) {
      const file = page.waitForEvent('download');
      await tab.getByRole('button', { name: button }).click();
      expect((await file).suggestedFilename()).toBe(name);
      const text = await readFile(await (await file).path(), 'utf8');
      expect(text).toContain('Ask first');
      expect(text).not.toContain('Shall we walk?');
    }
    await tab.getByRole('button', { name: 'Erase all' }).click();
    await tab.getByRole('alertdialog').getByRole('button', { name: 'Erase all' }).click();
    await tab.getByText('Nothing here yet').waitFor();
    await tab.getByRole('link', { name: 'For us two' }).waitFor();
  });
});
