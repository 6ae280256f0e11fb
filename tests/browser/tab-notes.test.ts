import { readFile } from 'node:fs/promises';
import type { NoteContent } from '@coaching-pairs/shared/notes/note';
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noteIs } from '../tab/fake/notes.js';
import { firstPair, roundAt } from '../tab/fake/scenarios.js';
import { fakedTab } from './faked-tab.js';
import { violationsIn } from './tab-visit.js';

const faked = fakedTab();
const round = roundAt('active');
const [me, partner] = firstPair(round);

type Written = { readonly id: string; readonly content: NoteContent };
const isMine = (note: Written): void => noteIs(faked.api.world, me.id, note);
/** The partner shows it. */
const isShown = (note: Written): void => noteIs(faked.api.world, partner.id, note, round.id);

const open = (prepare: () => void = () => undefined): Promise<Frame> =>
  faked.opens([round], { as: me.id, link: 'notes', size: { width: 375, height: 740 }, prepare });

const kept = (id: string) => ({ id, content: { kind: 'note', heading: 'Before the call', text: 'Ask first' } }) as const;

describe('notes on a phone', () => {
  it('[C-01] are begun, stored by themselves, shown to the partner after one more question, and taken back', async () => {
    const tab = await open();
    await tab.getByText('Nothing here yet').waitFor();
    await tab.getByRole('button', { name: 'New note' }).click();
    await tab.getByRole('menuitem', { name: 'Challenge' }).click();
    await tab.getByText('Only you read this').nth(1).waitFor();
    expect(await tab.getByText('Only you read this').count()).toBe(2);
    await tab.getByLabel('Heading').fill('Speaking last');
    await tab.getByRole('status').getByText('Saved', { exact: true }).waitFor();
    expect(await violationsIn(tab)).toEqual([]);
    await tab.getByRole('radio', { name: `You and ${partner.name}` }).click();
    const dialog = tab.getByRole('alertdialog');
    await dialog.getByText('What has been read cannot be unread').waitFor();
    await dialog.getByRole('button', { name: 'Show it' }).click();
    await tab.getByText(`You and ${partner.name} read this`).first().waitFor();
    await tab.getByRole('radio', { name: 'Only you' }).click();
    await tab.getByText('Only you read this', { exact: true }).first().waitFor();
    expect(await faked.overflow(tab)).toBe(0);
  });

  it('what is written is stored before the page is left; what another device wrote is never overwritten unasked', async () => {
    const tab = await open(() => isMine(kept('n-1')));
    await tab.getByRole('link', { name: 'Before the call' }).click();
    const field = tab.getByLabel('Your note');
    await field.fill('Ask first, and wait');
    await tab.getByRole('button', { name: 'Back to your notes' }).click();
    await tab.getByRole('link', { name: 'Before the call' }).click();
    expect(await field.inputValue()).toBe('Ask first, and wait');
    isMine({ ...kept('n-1'), content: { ...kept('n-1').content, text: 'From the desk' } });
    await field.fill('From the phone');
    await tab.getByRole('alert').getByText('changed on another device').waitFor();
    await tab.getByText('From the desk').waitFor();
    await tab.getByRole('button', { name: 'Take the other one' }).click();
    expect(await field.inputValue()).toBe('From the desk');
  });

  it('a note is deleted and had back; a step is ticked in the list; a partner’s note is there to be read alone', async () => {
    const tab = await open(() => {
      isMine(kept('n-1'));
      isMine({ id: 's-1', content: { kind: 'step', text: 'Let others speak', done: false } });
      isShown({ id: 'p-1', content: { kind: 'note', heading: 'For us two', text: 'Shall we walk?' } });
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
      isMine(kept('n-1'));
      isShown({ id: 'p-1', content: { kind: 'note', heading: 'For us two', text: 'Shall we walk?' } });
    });
    for (const [button, name] of [
      ['Save as a text', 'notes.txt'],
      ['Save as data (JSON)', 'notes.json'],
    ] as const) {
      const file = faked.page.waitForEvent('download');
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

describe('my data on a phone', () => {
  it('[C-08] is saved as one file, and what is mine alone is erased after it was said what stays', async () => {
    const prepare = (): void => isMine(kept('n-1'));
    const tab = await faked.opens([round], { as: me.id, link: 'my-data', size: { width: 375, height: 740 }, prepare });
    await tab.getByText('One note', { exact: true }).waitFor();
    const file = faked.page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Save my data' }).click();
    expect((await file).suggestedFilename()).toBe('my-data.json');
    expect(await readFile(await (await file).path(), 'utf8')).toContain('Ask first');
    expect(await violationsIn(tab)).toEqual([]);
    expect(await faked.overflow(tab)).toBe(0);
    await tab.getByRole('heading', { name: 'This stays, and why' }).waitFor();
    await tab.getByRole('button', { name: 'Erase what is mine' }).click();
    await tab.getByRole('alertdialog').getByRole('button', { name: 'Erase', exact: true }).click();
    await tab.getByText('One note', { exact: true }).waitFor({ state: 'hidden' });
    await tab.getByRole('link', { name: 'Notes' }).click();
    await tab.getByText('Nothing here yet').waitFor();
    await tab.getByRole('link', { name: 'My data' }).click();
    await tab.getByRole('heading', { name: 'My data', level: 1 }).waitFor();
  });
});
