import type { BoardProposal } from '@coaching-pairs/shared/wire/board';
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { FakeRound } from '../tab/fake/round.js';
import { peoplePartnerId, roundAt } from '../tab/fake/scenarios.js';
import { fakedTab } from './faked-tab.js';
import { violationsIn } from './tab-visit.js';

const faked = fakedTab();

/** Everybody who joined is in a match: two are with their people, the first of them the people partner's own. */
const nobodyLeft = (): FakeRound => {
  const round = roundAt('proposed');
  const reworked = round.proposals.filter((one) => one.state === 'being-reworked');
  round.proposals = round.proposals.filter((one) => one.state !== 'being-reworked');
  for (const { id } of reworked.flatMap(({ members }) => members)) round.answers.set(id, 'sitting-out');
  return round;
};

const namesOf = (proposal: BoardProposal | undefined): string => proposal?.members.map(({ name }) => name).join(' and ') ?? '';

/** The matching board as the people partner sees it, and the match of two others that is still open. */
const open = async (width = 1280) => {
  const round = nobodyLeft();
  const other = round.proposals.find((one) => one.state === 'sent' && !one.members.some(({ id }) => id === peoplePartnerId));
  const tab = await faked.opens([round], { as: peoplePartnerId, path: `/admin/${round.id}/matching`, size: { width, height: 812 } });
  await tab.getByRole('tab', { name: 'With their people (2)', selected: true }).waitFor();
  return {
    tab,
    other,
    button: tab.getByRole('button', { name: `Withdraw this match: ${namesOf(other)}` }),
    dialog: tab.getByRole('alertdialog'),
  };
};

const focusedText = (tab: Frame): Promise<string> => tab.evaluate(() => document.activeElement?.textContent ?? '');
const stateOf = (id: string | undefined): string | undefined => faked.api.world.rounds[0]?.proposals.find((one) => one.id === id)?.state;

describe('withdrawing a match', () => {
  it('[CP-33] says first who is told what, gives the focus back, and shows the board as it is then', async () => {
    const { tab, other, button, dialog } = await open();
    await button.focus();
    await faked.page.keyboard.press('Enter');
    await dialog.getByText(`Withdraw the match of ${namesOf(other)}?`).waitFor();
    for (const said of [
      'the same words as after a decline',
      'Nobody is told that it was withdrawn',
      'a yes already given no longer counts',
    ])
      await dialog.getByText(said).waitFor();
    expect(await violationsIn(tab)).toEqual([]);
    await faked.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(stateOf(other?.id)).toBe('sent');

    await faked.page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Withdraw this match' }).click();
    await tab.getByRole('tab', { name: 'With their people (1)', selected: true }).waitFor();
    await tab.getByText(`${namesOf(other)}: the match is being reworked.`).waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(stateOf(other?.id)).toBe('being-reworked');
    await expect.poll(() => focusedText(tab)).toBe('Matching board');
    await tab.getByRole('tab', { name: 'Being reworked (1)' }).click();
    const [first] = other?.members ?? [];
    await tab
      .getByRole('main')
      .getByText(first?.name ?? '?')
      .first()
      .waitFor();
  });

  it("[CP-33] is not offered for the people partner's own match, and says who looks after it", async () => {
    const { tab } = await open(375);
    await tab.getByText('You are in this match, so another administrator looks after it.').waitFor();
    expect(await tab.getByRole('button', { name: /^Withdraw this match/ }).count()).toBe(1);
    expect(await faked.overflow(tab)).toBe(0);
  });

  it('that became a pair meanwhile is refused in words, and the board behind the dialog is brought up to date', async () => {
    const { tab, other, button, dialog } = await open();
    await button.click();
    await dialog.waitFor();
    const [round] = faked.api.world.rounds;
    if (round !== undefined) round.proposals = round.proposals.map((one) => (one.id === other?.id ? { ...one, state: 'formed' } : one));
    await dialog.getByRole('button', { name: 'Withdraw this match' }).click();
    await dialog.getByText('This match is no longer open.').waitFor();
    await dialog.getByRole('button', { name: 'Leave it open' }).click();
    await tab.getByRole('tab', { name: 'With their people (1)' }).waitFor();
    expect(stateOf(other?.id)).toBe('formed');
  });

  it('is what the page names while an open match keeps the pairs from being announced', async () => {
    const { tab } = await open();
    await tab.evaluate(() => {
      window.location.hash = window.location.hash.replace('matching', 'announce');
    });
    await tab.getByText('2 matches are still waiting for an answer. Before you announce, wait for the answers, or withdraw them').waitFor();
    await tab.getByRole('region', { name: 'Next' }).getByText('withdraw a match that stays unanswered').waitFor();
    await tab.getByRole('button', { name: 'Go to Matching' }).waitFor();
  });
});
