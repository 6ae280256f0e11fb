import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { FakeRound } from '../tab/fake/round.js';
import { peoplePartnerId, roundAt } from '../tab/fake/scenarios.js';
import { fakedTab } from './faked-tab.js';
import { violationsIn } from './tab-visit.js';

const faked = fakedTab();

const board = async (round: FakeRound): Promise<Frame> => {
  const tab = await faked.opens([round], { as: peoplePartnerId, path: '/admin/round-matching/matching' });
  await tab.getByRole('button', { name: 'Lock: Priya Shah and Sam Byrne' }).waitFor();
  return tab;
};
const membersOf = (round: FakeRound): readonly string[] =>
  round.proposals.map(({ members }) =>
    members
      .map(({ name }) => name)
      .sort()
      .join(' + '),
  );
const placeOf = async (tab: Frame, name: string) => {
  const chooser = tab.getByRole('button', { name: `Choose ${name} for a change by hand` });
  await chooser.scrollIntoViewIfNeeded();
  const box = await chooser.boundingBox();
  if (box === null) throw new Error(`${name} is not on the board.`);
  return { x: box.x - 60, y: box.y + box.height / 2 };
};
const drag = async (tab: Frame, name: string, onto: string): Promise<void> => {
  await tab.getByRole('heading', { name: 'Matching board' }).scrollIntoViewIfNeeded();
  const [from, to] = [await placeOf(tab, name), await placeOf(tab, onto)];
  await faked.page.mouse.move(from.x, from.y);
  await faked.page.mouse.down();
  await faked.page.mouse.move(to.x, to.y, { steps: 4 });
};

describe('the matching board', () => {
  it('lets people be dragged onto each other: the rules are asked on the way, what they refuse is not done, and Undo goes back', async () => {
    const round = roundAt('matching');
    const before = membersOf(round);
    const tab = await board(round);
    await drag(tab, 'Priya Shah', 'Noor Haddad');
    await tab.getByText('both work in Operations').waitFor();
    await faked.page.mouse.up();
    await tab.getByRole('button', { name: 'Change places' }).waitFor();
    expect(membersOf(round)).toEqual(before);
    await tab.getByRole('button', { name: 'Never mind' }).click();
    await drag(tab, 'Priya Shah', 'Maya Okafor');
    await tab.getByText('Maya Okafor and Sam Byrne: possible').waitFor();
    await faked.page.keyboard.press('Escape');
    await faked.page.mouse.up();
    expect(membersOf(round)).toEqual(before);
    await drag(tab, 'Priya Shah', 'Maya Okafor');
    await faked.page.mouse.up();
    await tab.getByText('They have changed places.').first().waitFor();
    expect(membersOf(round)).toContain('Maya Okafor + Sam Byrne');
    expect(await violationsIn(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Undo: Priya Shah and Maya Okafor changed places' }).click();
    await tab.getByText('It is as it was before.').first().waitFor();
    expect(membersOf(round)).toEqual(before);
  });

  it('does the same by keyboard alone: Space chooses, arrows go from person to person, Ctrl+Z goes back', async () => {
    const round = roundAt('matching');
    const before = membersOf(round);
    const tab = await board(round);
    const { keyboard } = faked.page;
    await tab.getByRole('button', { name: 'Choose Priya Shah for a change by hand' }).focus();
    await keyboard.press('Space');
    const at = (): Promise<string> =>
      tab.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
    for (let steps = 0; steps < 20 && (await at()) !== 'Choose Maya Okafor for a change by hand'; steps += 1)
      await keyboard.press('ArrowLeft');
    await tab.getByText('Maya Okafor and Sam Byrne: possible').waitFor();
    await keyboard.press('Space');
    await expect.poll(at).toBe('Change places');
    await keyboard.press('Enter');
    await tab.getByText('They have changed places.').first().waitFor();
    expect(membersOf(round)).toContain('Maya Okafor + Sam Byrne');
    await expect.poll(at).toBe('Choose Priya Shah for a change by hand');
    await keyboard.press('Control+z');
    await tab.getByText('It is as it was before.').first().waitFor();
    expect(membersOf(round)).toEqual(before);
  });

  it('says what drafting again has changed, shows the new matches alone, and leads to the proof for auditors', async () => {
    const round = roundAt('matching');
    const [first, ...others] = round.proposals;
    if (first === undefined) return expect.unreachable();
    round.proposals = [{ ...first, fresh: true }, ...others];
    round.changes = { kept: others.length, fresh: 1, gone: [first.members], goneInAll: 1 };
    const tab = await board(round);
    await tab.getByText('1 is new, and 1 is gone').waitFor();
    await tab.getByRole('button', { name: 'Show what is gone' }).click();
    await tab.getByRole('heading', { name: 'Matches that are gone' }).waitFor();
    await tab.getByRole('checkbox', { name: 'Show new matches only' }).check();
    await expect.poll(() => tab.getByRole('button', { name: /^Lock: / }).count()).toBe(1);
    await faked.page.setViewportSize({ width: 375, height: 740 });
    expect(await violationsIn(tab)).toEqual([]);
    expect(await faked.overflow(tab)).toBe(0);
    await tab.getByRole('link', { name: 'Proof for auditors' }).click();
    await tab.getByText('0 of 7 matches share a management chain.').waitFor();
    expect(await tab.getByRole('row').count()).toBe(1 + round.proposals.length);
    expect(await violationsIn(tab)).toEqual([]);
    expect(await faked.overflow(tab)).toBe(0);
  });

  it('of many matches it holds those who are seen: a search finds the others, and two of different searches change places', async () => {
    const round = roundAt('matching', 480);
    const tab = await faked.opens([round], { as: peoplePartnerId, path: '/admin/round-matching/matching' });
    const locks = tab.getByRole('button', { name: /^Lock: / });
    await expect.poll(() => locks.count()).toBe(24);
    for (let pressed = 0; pressed < 4; pressed += 1) await tab.getByRole('button', { name: 'Show 24 more' }).click();
    await expect.poll(() => locks.count()).toBe(120);
    const [first, ...others] = [...round.proposals].reverse();
    const [one, partner] = first?.members ?? [];
    const other = others.flatMap(({ members }) => members).find(({ functionName }) => functionName === one?.functionName);
    const search = tab.getByRole('searchbox', { name: 'Search by name' });
    for (const name of [one?.name ?? '', other?.name ?? '']) {
      await search.fill(name);
      await tab.getByRole('button', { name: `Choose ${name} for a change by hand` }).click();
    }
    await tab.getByRole('button', { name: 'Change places' }).click();
    await tab.getByText('They have changed places.').first().waitFor();
    expect(membersOf(round)).toContain([other?.name, partner?.name].sort().join(' + '));
    await tab.getByRole('button', { name: new RegExp(`^Lock: .*${other?.name}`, 'u') }).waitFor();
    expect(await violationsIn(tab)).toEqual([]);
  });
});
