import { instant, pairId, personId, sessionId } from '@coaching-pairs/shared/ids';
import type { Session } from '@coaching-pairs/shared/sessions/session';
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { FakeRound } from '../tab/fake/round.js';
import { firstPair, roundAt } from '../tab/fake/scenarios.js';
import { outlookIs, sessionsAre } from '../tab/fake/sessions.js';
import { fakedTab } from './faked-tab.js';
import { violationsIn } from './tab-visit.js';

const faked = fakedTab();
const { asked } = faked;
let round: FakeRound;
let me: string;
let partner: string;

const open = async (prepare: () => void = () => undefined): Promise<Frame> => {
  round = roundAt('active');
  [me, partner] = firstPair(round).map(({ id }) => id) as [string, string];
  return faked.opens([round], { as: me, size: { width: 375, height: 740 }, prepare });
};

const theirs = (at: number, more: Partial<Session> = {}): Session => ({
  ...{ id: sessionId(`theirs-${at}`), pairId: pairId('pair'), organiserId: personId(partner), minutes: 60, place: 'teams' },
  start: instant(`2027-0${at}-12T14:00:00.000Z`),
  ...{ isPrivate: true, state: 'on', event: { id: 'e', sharedId: 'e', joinUrl: null }, pending: null },
  ...more,
});

describe('the sessions on a phone', () => {
  it('[CP-70] all six are booked in three taps, without typing', async () => {
    const tab = await open();
    await tab.getByRole('button', { name: 'Book your sessions' }).click();
    await tab.getByRole('button', { name: 'Book all six' }).click();
    await tab.getByRole('button', { name: 'Book them' }).click();
    await tab.getByRole('heading', { name: '6 of 6 sessions' }).waitFor();
    // What was done is where the page goes on, for eyes and ears.
    await tab.locator('h2:focus', { hasText: '6 of 6 sessions' }).waitFor();
    expect(asked('bookSessions')).toMatchObject([{ place: 'teams', isPrivate: true, outlook: true, having: 0, minutes: 60 }]);
    expect((asked('bookSessions')[0] as { starts: string[] }).starts).toHaveLength(6);
    expect(await faked.overflow(tab)).toBe(0);
    await tab.getByRole('button', { name: 'Move: session 1' }).click();
    await tab.getByRole('radio').nth(2).check();
    await tab.getByRole('button', { name: 'Move', exact: true }).last().click();
    await tab.getByText('Moved.').waitFor();
    expect(asked('moveSession')).toHaveLength(1);
    // What stands behind a question is there again once it has closed.
    await tab.getByRole('heading', { name: '6 of 6 sessions' }).waitFor();
    expect(await violationsIn(tab)).toEqual([]);
  });

  it('what only the partner can do is said to wait for them, and what waits for me is one tap', async () => {
    const tab = await open(() =>
      sessionsAre(round, [
        theirs(1),
        {
          ...theirs(2),
          organiserId: personId(me),
          pending: { kind: 'move', start: instant('2027-02-15T14:00:00.000Z'), by: personId(partner) },
        },
      ]),
    );
    await tab.getByText('One session waits for you.').waitFor();
    await tab.getByRole('button', { name: 'Your sessions' }).click();
    await tab.getByRole('button', { name: 'Cancel session: session 1' }).click();
    await tab.getByText('carries it out with one tap').waitFor();
    await tab.getByRole('button', { name: 'Ask for it' }).click();
    await tab.getByText('has yet to do so in Outlook').waitFor();
    await tab.getByText('Only you can move it in Outlook').waitFor();
    await tab.getByRole('button', { name: 'Do it in Outlook' }).click();
    await tab.getByText('Only you can move it in Outlook').waitFor({ state: 'detached' });
    expect(await tab.getByText('That is fewer than 6.').count()).toBeGreaterThan(0);
    expect(await violationsIn(tab)).toEqual([]);
  });

  it('[S-15] a consent that is missing is asked for in a window of its own, and what was begun goes on', async () => {
    const tab = await open(() => outlookIs(round, 'sign-in-needed'));
    await tab.getByRole('button', { name: 'Book your sessions' }).click();
    await tab.getByRole('button', { name: 'Book all six' }).click();
    await tab.getByRole('button', { name: 'Book them' }).click();
    await tab.getByText('This session is not in Outlook yet').first().waitFor();
    outlookIs(round, 'fine');
    const asking = faked.browser.context.waitForEvent('page');
    await tab.getByRole('button', { name: 'Sign in' }).click();
    expect(new URL((await asking).url()).pathname).toMatch(/^\/tab\/sign/);
    await tab.getByText('Done in Outlook.').waitFor();
    expect(await tab.getByText('This session is not in Outlook yet').count()).toBe(0);
  });

  it('while Outlook does not answer the dates are kept, with a file and a text to take along', async () => {
    const tab = await open(() => outlookIs(round, 'calendar-unavailable'));
    await tab.getByRole('button', { name: 'Book your sessions' }).click();
    await tab.getByText('The calendar could not be read for').waitFor();
    await tab.getByRole('button', { name: 'Book all six' }).click();
    await tab.getByRole('button', { name: 'Book them' }).click();
    await tab.getByText('Outlook does not answer just now').waitFor();
    await tab.getByRole('button', { name: 'Another calendar' }).click();
    const file = faked.page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Save a calendar file' }).click();
    expect((await file).suggestedFilename()).toBe('sessions.ics');
    outlookIs(round, 'fine');
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByText('Outlook does not answer just now').waitFor({ state: 'detached' });
  });
});
