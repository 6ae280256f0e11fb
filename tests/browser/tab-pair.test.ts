import { instant, pairId, personId, sessionId } from '@coaching-pairs/shared/ids';
import type { Session } from '@coaching-pairs/shared/sessions/session';
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { versionBy, versionsAre } from '../tab/fake/pair.js';
import type { FakeRound } from '../tab/fake/round.js';
import { firstPair, roundAt } from '../tab/fake/scenarios.js';
import { sessionsAre } from '../tab/fake/sessions.js';
import { fakedTab } from './faked-tab.js';
import { violationsIn } from './tab-visit.js';

const faked = fakedTab();
let round: FakeRound;
let members: FakeRound['people'];

/** Sessions that are over by the stand-in's day. */
const held = (count: number): readonly Session[] =>
  Array.from({ length: count }, (_none, at) => ({
    ...{ id: sessionId(`s-${at}`), pairId: pairId('pair'), organiserId: personId(members[0]?.id ?? ''), minutes: 60, place: 'teams' },
    ...{ start: instant(`2026-0${at + 1}-12T14:00:00.000Z`), isPrivate: true, state: 'on', event: null, pending: null },
  }));

const open = async (prepare: () => void = () => undefined): Promise<Frame> => {
  round = roundAt('active');
  members = firstPair(round);
  const tab = await faked.opens([round], { as: members[0]?.id ?? '', size: { width: 375, height: 740 }, prepare });
  await tab.getByRole('button', { name: 'Your pair’s space' }).click();
  await tab.getByRole('heading', { level: 1, name: 'You and' }).waitFor();
  return tab;
};

const asked = (): unknown[] => faked.asked('changePair').map((body) => (body as { change: unknown }).change);

const fits = async (tab: Frame): Promise<void> => {
  expect(await faked.overflow(tab)).toBe(0);
  expect(await violationsIn(tab)).toEqual([]);
};

describe('the space of a pair on a phone', () => {
  it('[CP-40] [CP-41] [CP-42] the agreement is written, warns of too few meetings, and is said yes to', async () => {
    const tab = await open();
    await fits(tab);
    await tab.getByRole('button', { name: 'Write our agreement' }).click();
    await tab.getByText('In this pair nobody outranks anybody.', { exact: false }).waitFor();
    const meetings = tab.getByRole('spinbutton', { name: 'Meetings in six months' });
    await meetings.fill('4');
    await meetings.press('Enter');
    await tab.getByText('That is fewer than 6.', { exact: false }).waitFor();
    await tab.getByLabel('What shuts me down').fill('Being hurried.');
    await fits(tab);
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByRole('button', { name: 'Say yes to this' }).click();
    await tab.getByText(`Said yes to version 1: ${members[0]?.name}`).waitFor();
    expect(asked()).toMatchObject([
      { kind: 'agree', base: 0, terms: { meetings: 4, minutes: 60 }, words: { shutsDown: 'Being hurried.' } },
      { kind: 'confirm', version: 1 },
    ]);
    await fits(tab);
  });

  it('[R-12] what was typed stays when the other saves meanwhile, and goes on top of theirs', async () => {
    const tab = await open(() => versionsAre(round, [versionBy(members, 1)]));
    await tab.getByRole('button', { name: 'Read our agreement' }).click();
    await tab.getByRole('button', { name: 'Change it' }).click();
    await tab.getByLabel('Contact between the meetings').fill('Short messages.');
    const other = [...members].reverse();
    const terms = { ...versionBy(other, 2).terms, drift: 'We say so.' };
    versionsAre(round, [versionBy(other, 2, { terms }), versionBy(members, 1)]);
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByText('has saved a newer version', { exact: false }).waitFor();
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByRole('button', { name: 'Say yes to this' }).waitFor();
    expect(asked().at(-1)).toMatchObject({ base: 2, terms: { contact: 'Short messages.', drift: 'We say so.' } });
  });

  it('[CP-62] the question to oneself comes after the second meeting, and its answer goes nowhere', async () => {
    const tab = await open(() => sessionsAre(round, held(2)));
    await tab.getByRole('heading', { name: 'A question to yourself' }).waitFor();
    const before = faked.api.calls.length;
    const tip = tab.getByText('Let the timer share the time', { exact: false });
    await tip.waitFor();
    await tab.getByRole('radio', { name: 'Not quite' }).check();
    await tab.getByText('Bring it up early and lightly', { exact: false }).waitFor();
    expect(await tip.count()).toBe(1);
    expect(faked.api.calls.slice(before).filter(({ name }) => !['pairSpace', 'me', 'sessions'].includes(name))).toEqual([]);
    await fits(tab);
  });

  it('[CP-61] the timer shares the hour equally and lets the other begin; it runs without a connection', async () => {
    const tab = await open();
    await tab.getByRole('button', { name: 'Turn timer' }).click();
    const parts = tab.getByRole('list', { name: 'Parts of the session' }).getByRole('listitem');
    expect(await parts.allTextContents()).toHaveLength(4);
    const before = await parts.nth(1).textContent();
    await tab.getByRole('button', { name: 'Let somebody else begin' }).click();
    expect(await parts.nth(2).textContent()).toBe(before);
    expect((await parts.allTextContents()).map((text) => /\d+:\d\d$/u.exec(text)?.[0])).toEqual(['5:00', '25:00', '25:00', '5:00']);
    await faked.page.context().setOffline(true);
    await tab.getByRole('button', { name: 'Start' }).click();
    await tab.getByRole('button', { name: 'Go to the next part' }).click();
    await tab.getByText('24:5', { exact: false }).first().waitFor();
    await faked.page.context().setOffline(false);
    await fits(tab);
  });

  it('ending asks once more, says who learns what, and leads back to the round', async () => {
    const tab = await open();
    await tab.getByRole('button', { name: 'End this pair' }).click();
    await tab.getByText('Nobody else learns who ended it', { exact: false }).waitFor();
    await tab.getByRole('alertdialog').getByRole('button', { name: 'End this pair' }).click();
    await tab.getByRole('heading', { name: 'Your match is being reworked' }).waitFor();
    expect(asked()).toEqual([{ kind: 'end' }]);
  });
});
