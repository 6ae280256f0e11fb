import type { Frame, Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { everyStory } from '../acceptance/driver/stories.js';
import { type FakeRound, joinedOf } from '../tab/fake/round.js';
import { peoplePartnerId, roundAt } from '../tab/fake/scenarios.js';
import { fakedTab } from './faked-tab.js';
import { counting } from './hands.js';
import { violationsIn } from './tab-visit.js';

const faked = fakedTab();

const open = (rounds: FakeRound[], path: string): Promise<Frame> => faked.opens(rounds, { as: peoplePartnerId, path });

const dialogOf = (tab: Frame): Locator => tab.getByRole('alertdialog');
const theRound = (): FakeRound => {
  const [round] = faked.api.world.rounds;
  if (round === undefined) throw new Error('There is no round.');
  return round;
};

describe('an administrator', () => {
  it.runIf(everyStory)('runs a round from the form to the announced pairs, always told the next thing', async () => {
    const tab = await open([], '/admin');
    const next = tab.getByRole('region', { name: 'Next' });
    await tab.getByRole('button', { name: 'New round' }).click();
    await tab.getByRole('button', { name: 'Open as a draft' }).click();
    await tab.getByText('3 things are still missing').waitFor();
    const effort = await counting(tab);
    for (const [label, name] of [
      ['The person at the top', 'Priya Shah'],
      ['People partner', 'Sam Byrne'],
    ] as const) {
      await tab.getByRole('combobox', { name: label }).pressSequentially(name.slice(0, 3));
      await tab.getByRole('option', { name }).click();
    }
    expect(await tab.getByRole('combobox', { name: 'Round leader' }).inputValue()).toBe('Priya Shah');
    await tab.getByRole('button', { name: 'Open as a draft' }).click();
    // Who and the round leader by one choice, the people partner by another; the start and all else have a usual answer.
    expect(await effort()).toEqual({ clicks: 3, keystrokes: 6 });
    expect(theRound().plan).toMatchObject({ name: expect.stringMatching(/^Coaching Pairs from /u), introduction: 'chief-executive' });
    await tab.getByRole('progressbar').waitFor();
    await tab.getByText('One person has no manager in the directory.').waitFor();

    await next.getByRole('button', { name: 'Go to Organisation' }).click();
    await tab.getByRole('button', { name: 'Choose all' }).click();
    await tab.getByRole('button', { name: '1 chosen person has no manager' }).click();
    await tab.getByText('Every line of management leads to the top.').waitFor();

    await next.getByRole('button', { name: 'Go to Kick-off' }).click();
    await tab.getByLabel('Day of the kick-off').fill('2026-11-27');
    await tab.getByRole('button', { name: 'Call the kick-off' }).click();
    await dialogOf(tab).getByText('27 November 2026').waitFor();
    await dialogOf(tab).getByRole('button', { name: 'Call the kick-off' }).click();
    await tab.getByRole('textbox', { name: 'Our common approach' }).fill('We meet in person.');
    await tab.getByRole('button', { name: 'It was held' }).click();
    await tab.getByRole('heading', { name: 'The kick-off was held' }).waitFor();

    await next.getByRole('button', { name: 'Go to Invitations' }).click();
    await tab.getByRole('button', { name: 'Send 14 invitations' }).click();
    await dialogOf(tab).getByRole('button', { name: 'Send now' }).click();
    for (const one of theRound().people) theRound().answers.set(one.id, 'joined');
    await next.getByText('Everybody has answered.').waitFor({ timeout: 15_000 });

    await next.getByRole('button', { name: 'Go to Matching' }).click();
    await tab.getByRole('button', { name: 'Draft the first matches' }).click();
    await dialogOf(tab).getByRole('button', { name: 'Draft the first matches' }).click();
    await tab.getByRole('button', { name: 'Approve and send 7 matches' }).click();
    await dialogOf(tab).getByRole('button', { name: 'Approve and send' }).click();
    await next.getByText('7 matches are with their people').waitFor();
    theRound().proposals = theRound().proposals.map((one) => ({ ...one, state: 'formed', acceptedBy: one.members.map(({ id }) => id) }));
    await next.getByText('All 7 pairs have formed').waitFor({ timeout: 15_000 });

    await next.getByRole('button', { name: 'Go to Announce' }).click();
    await tab.getByRole('button', { name: 'Announce 7 pairs' }).click();
    await dialogOf(tab).getByRole('button', { name: 'Announce now' }).click();
    await next.getByText('The pairs are meeting.').waitFor();
    expect(theRound().state).toBe('active');
    expect(joinedOf(theRound())).toHaveLength(14);
  });

  it('lets two people change places by keyboard, and hears the rule in words when they may not', async () => {
    const tab = await open([roundAt('matching')], '/admin/round-matching/matching');
    const press = async (name: string): Promise<void> => {
      await tab.getByRole('button', { name: `Choose ${name} for a change by hand` }).focus();
      await faked.page.keyboard.press('Space');
    };
    await press('Priya Shah');
    await tab.getByText('Priya Shah is chosen.').waitFor();
    await press('Noor Haddad');
    await tab.getByText('both work in Operations').waitFor();
    expect(await tab.getByRole('button', { name: 'Change places' }).isDisabled()).toBe(true);
    expect(await violationsIn(tab)).toEqual([]);
    await press('Maya Okafor');
    await tab.getByText('Maya Okafor and Sam Byrne: possible').waitFor();
    await tab.getByRole('button', { name: 'Change places' }).click();
    await tab.getByText('They have changed places.').first().waitFor();
    expect(theRound().proposals[0]?.members.map((one) => one.name)).toEqual(['Maya Okafor', 'Sam Byrne']);
  });

  it.runIf(everyStory)(
    'asks who else is possible for somebody, sees the change and makes it, all by keyboard; no page of it is hard to read',
    async () => {
      const round = roundAt('matching');
      const [one, other] = round.people;
      if (one === undefined || other === undefined) return expect.unreachable();
      round.help = [
        { text: 'Let one pair of earlier partners meet again.', step: null, repeats: [[one, other]], reach: [], split: [], done: false },
      ];
      round.repeats = [{ members: [one, other], by: one, at: '2026-11-20T09:30:00.000Z' }];
      const tab = await open([round], '/admin/round-matching/matching');
      await tab.getByRole('button', { name: 'Choose Priya Shah for a change by hand' }).focus();
      await faked.page.keyboard.press('Space');
      await tab.getByRole('button', { name: 'Who else is possible?' }).focus();
      await faked.page.keyboard.press('Enter');
      const panel = tab.getByRole('dialog', { name: 'Who else for Priya Shah?' });
      await panel.getByText('Drafted with Sam Byrne.').waitFor();
      await panel.getByText('Costs the other matches nothing.').waitFor();
      expect(await violationsIn(tab)).toEqual([]);
      await faked.page.keyboard.press('Escape');
      await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toBe('Who else is possible?');
      await faked.page.keyboard.press('Enter');
      await panel.getByRole('button', { name: /^See the change that brings Maya Okafor to Priya Shah$/ }).focus();
      await faked.page.keyboard.press('Enter');
      await tab.getByText('Priya Shah and Maya Okafor: possible').waitFor();
      await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toContain('would change places');
      await faked.page.setViewportSize({ width: 375, height: 740 });
      expect(await violationsIn(tab)).toEqual([]);
      await faked.page.keyboard.press('Tab');
      await faked.page.keyboard.press('Enter');
      await tab.getByText('They have changed places.').first().waitFor();
      expect(round.proposals[0]?.members.map(({ name }) => name).sort()).toEqual(['Maya Okafor', 'Priya Shah']);
    },
  );

  it.runIf(everyStory)('[CP-15] lets earlier partners meet again after a question, is told so, and takes it back', async () => {
    const round = roundAt('matching');
    const [one, other] = round.people;
    if (one === undefined || other === undefined) return expect.unreachable();
    round.help = [
      { text: 'Let one pair of earlier partners meet again.', step: null, repeats: [[one, other]], reach: [], split: [], done: false },
    ];
    const tab = await open([round], '/admin/round-matching/matching');
    await tab.getByRole('button', { name: 'Let them meet again' }).click();
    await dialogOf(tab).getByRole('button', { name: 'Let them meet again' }).click();
    await tab.getByText('They may meet again.').first().waitFor();
    await tab.getByRole('heading', { name: 'May meet again' }).waitFor();
    await dialogOf(tab).waitFor({ state: 'detached' });
    expect(round.repeats).toHaveLength(1);
    await tab.getByRole('button', { name: 'Undo', exact: true }).click();
    await tab.getByText('They are kept apart again.').first().waitFor();
    await tab.getByRole('button', { name: 'Let them meet again' }).waitFor();
    expect(round.repeats).toEqual([]);
  });

  it.runIf(everyStory)('takes a lock back, and a match that was taken apart', async () => {
    const tab = await open([roundAt('matching')], '/admin/round-matching/matching');
    await tab.getByRole('button', { name: 'Lock: Priya Shah and Sam Byrne' }).click();
    await expect.poll(() => theRound().proposals[0]?.locked).toBe(true);
    await tab.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => theRound().proposals[0]?.locked).toBe(false);
    await tab.getByRole('button', { name: 'Take apart: Maya Okafor and Tomás Silva' }).click();
    await tab.getByRole('heading', { name: 'Without a match (2)' }).waitFor();
    await tab.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await tab.getByText('It is as it was before.').last().waitFor();
    await tab.getByRole('heading', { name: /^Without a match/ }).waitFor({ state: 'detached' });
  });

  it('[CP-33] learns who declined only where the bot says so', async () => {
    const tab = await open([roundAt('proposed')], '/admin/round-proposed/matching');
    await tab.getByRole('tab', { name: 'Being reworked (1)' }).click();
    await tab.getByText('Maya Okafor would rather not. Only you see this.').waitFor();
  });

  it('[CP-03] is warned when the round leader is in no pair, and names whoever stays alone before announcing', async () => {
    const round = roundAt('proposed');
    round.proposals = round.proposals.filter((one) => one.state === 'formed');
    const tab = await open([round], '/admin/round-proposed/announce');
    await tab.getByText('Priya Shah leads this round and is in no pair yet.').waitFor();
    const announce = tab.getByRole('button', { name: /^Announce \d+ pairs$/ });
    expect(await announce.isDisabled()).toBe(true);
    await tab.getByRole('checkbox', { name: 'I know that these people stay' }).check();
    await announce.click();
    await dialogOf(tab).getByRole('button', { name: 'Announce now' }).click();
    await expect.poll(() => theRound().state).toBe('active');
    expect(faked.asked('announcePairs')).toMatchObject([
      { withoutPartner: expect.arrayContaining(['leader-1', 'leader-2', 'leader-3', 'leader-4']) },
    ]);
  });

  it('[CP-34] matches anew those whose pairs have ended, while the other pairs stand', async () => {
    const round = roundAt('active');
    const pairs = round.proposals.length;
    round.proposals = round.proposals.map((one, at) => (at < 2 ? { ...one, state: 'being-reworked' } : one));
    const tab = await open([round], '/admin/round-active');
    const next = tab.getByRole('region', { name: 'Next' });
    await next.getByText('Somebody waits for a match').waitFor();
    await tab.getByRole('tab', { name: 'Being reworked (2)' }).waitFor();
    expect(await violationsIn(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Draft matches' }).click();
    await dialogOf(tab).getByText('Draft the next matches?').waitFor();
    await dialogOf(tab).getByRole('button', { name: 'Draft matches' }).click();
    await tab.getByRole('button', { name: 'Approve and send 2 matches' }).click();
    await dialogOf(tab).getByRole('button', { name: 'Approve and send' }).click();
    await next.getByText('2 matches are with their people').waitFor();
    expect(theRound().proposals.filter(({ state }) => state === 'formed')).toHaveLength(pairs - 2);
  });

  it('[CP-95] [C-01] writes a note of the house beside the guidance, which everybody in the round reads, and takes it away again', async () => {
    const tab = await open([roundAt('active')], '/admin/round-active/guidance');
    const place = tab.getByRole('combobox', { name: 'Where it stands' });
    await place.selectOption('heavy');
    await tab.getByText('Everybody in the round will read this').waitFor();
    const note = tab.getByRole('textbox', { name: 'Your note' });
    await note.fill('The employee line is 555 0100.');
    await tab.getByRole('button', { name: 'Save the note' }).click();
    await place.locator('option', { hasText: 'with a note' }).waitFor({ state: 'attached' });
    await faked.page.setViewportSize({ width: 375, height: 740 });
    expect([await violationsIn(tab), await faked.overflow(tab)]).toEqual([[], 0]);
    await note.fill('');
    await tab.getByRole('button', { name: 'Save the note' }).click();
    await place.locator('option', { hasText: 'with a note' }).waitFor({ state: 'detached' });
    expect(faked.asked('writeHouseNote')).toMatchObject([
      { about: 'heavy', text: 'The employee line is 555 0100.' },
      { about: 'heavy', text: '' },
    ]);
  });

  it('finds one of a thousand people in a moment', async () => {
    const tab = await open([roundAt('inviting', 1_000)], '/admin/round-inviting/invitations');
    await tab.getByText('1,000 people', { exact: true }).waitFor();
    expect(await tab.getByRole('main').getByRole('listitem').count()).toBeLessThan(80);
    const started = Date.now();
    await tab.getByRole('searchbox', { name: 'Search by name or function' }).fill('Wanjiru Kamau 5');
    await tab.getByText('1 person', { exact: true }).waitFor();
    expect(Date.now() - started).toBeLessThan(2_000);
  });
});
