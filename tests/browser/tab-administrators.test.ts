import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { FakeRound } from '../tab/fake/round.js';
import { leaderId, type Moment, peoplePartnerId, roundAt } from '../tab/fake/scenarios.js';
import { fakedTab } from './faked-tab.js';
import { violationsIn } from './tab-visit.js';

const second = 'leader-4';

const faked = fakedTab();
const { asked } = faked;

/** The page of a round whose people partner is Sam, and which somebody else administers too. */
const open = (path: string, as = peoplePartnerId, moment: Moment = 'matching', size = { width: 1280, height: 800 }) => {
  const round = roundAt(moment);
  round.plan = { ...round.plan, administratorIds: [second] };
  return faked.opens([round], {
    ...{ as, path: `/admin/${round.id}${path}`, size },
    prepare: ({ world }) => {
      world.administrators = new Set([peoplePartnerId, second]);
    },
  });
};

const theRound = (): FakeRound => faked.api.world.rounds[0] ?? expect.unreachable();
const nameOf = (id: string): string => theRound().people.find((one) => one.id === id)?.name ?? '';
const list = (tab: Frame) => tab.getByRole('region', { name: 'Who administers this round' });
const choose = async (tab: Frame, label: string, id: string): Promise<void> => {
  const name = nameOf(id);
  await tab.getByRole('combobox', { name: label }).fill(name.slice(0, 5));
  await tab.getByRole('option', { name }).click();
};

describe('who administers a round', () => {
  it('is found in the menu of the round; somebody is named and removed again, each said in words', async () => {
    const tab = await open('');
    await tab.getByRole('button', { name: 'More for this round' }).click();
    await tab.getByRole('menuitem', { name: 'Who administers this round' }).click();
    await list(tab).getByText('People partner; administers the round').waitFor();
    expect(await list(tab).getByRole('button').count()).toBe(1);
    await tab.getByText('Choose a person first.').waitFor();
    await choose(tab, 'Person', 'leader-6');
    await tab.getByRole('button', { name: 'Name as administrator' }).click();
    await tab.getByText(`${nameOf('leader-6')} now administers this round.`).waitFor();
    expect(asked('addAdministrator')).toMatchObject([{ personId: 'leader-6' }]);
    await list(tab).getByText(nameOf('leader-6')).waitFor();
    await choose(tab, 'Person', 'leader-6');
    await tab.getByText(`${nameOf('leader-6')} administers this round already.`).waitFor();

    await tab.getByRole('button', { name: `Remove ${nameOf('leader-6')}` }).click();
    const dialog = tab.getByRole('alertdialog');
    await dialog.getByText('in one neutral sentence').waitFor();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await tab.getByText(`${nameOf('leader-6')} no longer administers this round.`).waitFor();
    await expect.poll(() => list(tab).getByRole('listitem').count()).toBe(2);
    // What had the focus is gone; reading goes on at the heading above it.
    await expect.poll(() => tab.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  });

  it('is left by oneself only after a question, and then a page says plainly what has happened, also after a lost answer', async () => {
    const tab = await open('/administrators', second);
    await tab.getByRole('button', { name: `Remove ${nameOf(second)}` }).click();
    const dialog = tab.getByRole('alertdialog');
    await dialog.getByText('Another administrator can name you again').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(asked('removeAdministrator')).toEqual([]);
    await tab.getByRole('button', { name: `Remove ${nameOf(second)}` }).click();
    faked.api.world.administrators = new Set([peoplePartnerId]);
    faked.api.failNext('removeAdministrator', 0);
    await dialog.getByRole('button', { name: 'Remove me' }).click();
    await tab.getByRole('heading', { name: 'You no longer administer “Leadership team, spring”' }).waitFor();
    await tab.getByText('You have removed yourself.').waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(theRound().plan.administratorIds).toEqual([]);
    await tab.getByRole('button', { name: 'Go to My round' }).click();
    await tab.getByRole('heading', { name: 'Leadership team, spring' }).first().waitFor();
  });

  it('cannot be changed once the round is closed', async () => {
    const tab = await open('/administrators', peoplePartnerId, 'closed');
    await tab.getByText('Nobody is named or removed any more.').waitFor();
    expect(await tab.getByRole('button', { name: /Remove|Name/u }).count()).toBe(0);
  });

  it.each([
    ['desktop', { width: 1280, height: 800 }],
    ['phone', { width: 375, height: 740 }],
  ] as const)('has nothing that axe finds wrong, and nothing wider than the page, at %s width', async (_where, size) => {
    const tab = await open('/administrators', peoplePartnerId, 'matching', size);
    await list(tab).waitFor();
    expect(await violationsIn(tab)).toEqual([]);
    expect(await faked.overflow(tab)).toBe(0);
    await tab.getByRole('button', { name: /^Remove/u }).click();
    await tab.getByRole('alertdialog').waitFor();
    expect(await violationsIn(tab)).toEqual([]);
  });
});

describe('where sending is refused for want of a second administrator', () => {
  it('[CP-33] the sentence leads to where one is named', async () => {
    const tab = await open('/matching');
    faked.api.refuseNext('sendProposals', 409, 'second-administrator-missing', 'Please name one.');
    await tab.getByRole('button', { name: /^Approve and send/u }).click();
    const dialog = tab.getByRole('alertdialog');
    await dialog.getByRole('button', { name: 'Approve and send' }).click();
    const refused = tab.getByRole('alert').filter({ hasText: 'Please name one.' });
    await dialog.waitFor({ state: 'detached' });
    await refused.getByRole('link', { name: 'Name an administrator' }).click();
    await list(tab).waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });
});

describe('a plan', () => {
  it('[CP-33] warns when the round leader would administer the round too', async () => {
    const tab = await open('/administrators');
    await tab.evaluate(() => {
      window.location.hash = '/admin/new';
    });
    await choose(tab, 'Round leader', leaderId);
    expect(await tab.getByText('so would read who sits out').count()).toBe(0);
    await tab.getByRole('button', { name: 'Name, introduction, administrators and dates' }).click();
    await choose(tab, 'Further administrators', leaderId);
    await tab.getByText(`${nameOf(leaderId)} would lead this round and also administer it`).waitFor();
    await choose(tab, 'Round leader', peoplePartnerId);
    await tab.getByText('Whoever opens a round administers it.').waitFor();
  });
});

describe('writing to everybody that was given up', () => {
  it('is said to be, and goes on at the press of a button', async () => {
    const tab = await open('/invitations', peoplePartnerId, 'inviting');
    const text = 'Not everybody has been written to yet.';
    theRound().works = [{ id: 'work-9', kind: 'open-invitations', state: 'failed', done: 40, total: 90, text, mayGoOn: true }];
    await tab.getByText(text).waitFor({ timeout: 15_000 });
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByText('Written to 14 people.').waitFor();
    expect(await tab.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  });
});
