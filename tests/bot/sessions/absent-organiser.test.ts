import { unattendedOver } from '@coaching-pairs/bot/graph/unattended';
import { renderMessage } from '@coaching-pairs/bot/render-message';
import { planReminders } from '@coaching-pairs/bot/workflows/plan-reminders';
import { unattendedClearing } from '@coaching-pairs/bot/workflows/sessions/clear-unattended';
import { stillWanted } from '@coaching-pairs/bot/workflows/still-wanted';
import { instant, roundId } from '@coaching-pairs/shared/ids';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fullName, idOf } from '../api/company.js';
import { textsOf } from '../cards/every-card.js';
import { type MeetingHouse, openMeetingHouse, rushed } from './meeting-house.js';

let meeting: MeetingHouse;
let ana: string;
let ben: string;
let sessions: readonly string[];

beforeAll(async () => {
  meeting = await openMeetingHouse();
  [ana, ben] = meeting.pair;
  sessions = (await meeting.books(ana)).sessions.map(({ id }) => id);
});
afterAll(() => meeting.close());
beforeEach(() => meeting.graph.graph().faults.clear());

const wishes = (who: string, name: 'cancelSession' | 'moveSession' | 'keepSession', at: number, body: object = {}) =>
  meeting.round.does(who, name, body, { sessionId: sessions[at] ?? '' });
const messages = async (...kinds: readonly string[]) =>
  (await meeting.house.deps.rounds.messages(roundId(meeting.round.id))).filter(({ kind }) => kinds.includes(kind));
const standing = (who: string): number => meeting.calendar(who).filter(({ cancelled }) => !cancelled).length;

/** The product some time later; the house's own clock stands still, so that nobody's token runs out. */
const depsAfter = (minutes: number) => {
  const now = instant(new Date(Date.parse(meeting.house.deps.clock.now()) + minutes * 60_000).toISOString());
  return { ...meeting.house.deps, clock: { now: () => now } };
};
const day = 24 * 60;

const said = async (kind: string, to: string, minutes: number) => {
  const message = (await messages(kind)).find((one) => one.to === idOf(to));
  if (message === undefined) return null;
  const deps = depsAfter(minutes);
  const out = await renderMessage(deps, 'app', async () => wordsFor('en-GB'))(message);
  const card = out?.kind === 'card' ? out : null;
  return {
    wanted: await stillWanted(deps)(message),
    summary: card?.summary,
    texts: textsOf(card?.card ?? {}).join(' '),
    card: JSON.stringify(card?.card),
  };
};

describe('what only the absent organiser can do', () => {
  it('[C-12] a wish of the other goes to them as one tap, names nobody, and is silenced by the deed', async () => {
    await wishes(ben, 'cancelSession', 0);
    await wishes(ben, 'cancelSession', 1);
    await planReminders(meeting.house.deps);
    const told = await messages('session-waits');
    expect(told.map(({ to }) => to)).toEqual([idOf(ana)]);
    const card = await said('session-waits', ana, 0);
    expect(card).toMatchObject({ wanted: true, summary: wordsFor('en-GB').t('summary.news') });
    expect(card?.card).toContain(encodeURIComponent(`round/${meeting.round.id}/sessions`));
    for (const who of meeting.pair) expect(`${card?.summary} ${card?.texts}`).not.toContain(fullName(who));
    // Nobody who runs the round learns that there was anything to tell (C-02).
    expect(JSON.stringify(await meeting.round.does('Priya', 'delivery'))).not.toContain('session-waits');
    for (const at of [0, 1]) await wishes(ana, 'keepSession', at);
    expect((await said('session-waits', ana, 0))?.wanted).toBe(false);
  });

  it('[CP-73] [R-11] planned again, the same wish makes no second message', async () => {
    await wishes(ben, 'cancelSession', 0);
    for (const deps of [meeting.house.deps, depsAfter(6)]) await planReminders(deps);
    expect(await messages('session-waits')).toHaveLength(1);
  });
});

const open = (credential = meeting.graph.credential) =>
  unattendedOver({ credential, origins: meeting.graph.identity.trustRoots, timing: rushed });
const clearing = (minutes: number, calendars = open()) => unattendedClearing(depsAfter(minutes), calendars)();
const asApp = () =>
  meeting.graph
    .graph()
    .calls()
    .filter(({ path }) => /^\/users\/[^/]+\/events\//u.test(path));
const scope = (...people: readonly string[]) => meeting.graph.graph().scope.set(...people.map(idOf));

describe('calendars of people who are away, where IT has set that up', () => {
  it('[S-17] what is wanted stays; a session that the other called off goes after a day, and a move is left to its organiser', async () => {
    scope(ana);
    await wishes(ben, 'moveSession', 1, { start: '2027-01-20T15:00:00.000Z' });
    expect(await clearing(day - 10)).toBeNull();
    expect([asApp().length, standing(ben)]).toEqual([0, 6]);
    expect(await clearing(day + 10)).toBeNull();
    expect([standing(ana), standing(ben)]).toEqual([5, 5]);
    expect((await meeting.sees(ben)).sessions.filter(({ pending }) => pending === 'move')).toHaveLength(1);
    expect(asApp().every(({ caller }) => caller?.kind === 'app' && caller.permissions.every((one) => !one.startsWith('Calendars')))).toBe(
      true,
    );
  });

  it('[C-12] the news that a pair has ended leads whoever booked to what is left, and tells nobody who ended it', async () => {
    await meeting.round.does(ben, 'changePair', { change: { kind: 'end' } });
    const [mine, theirs] = [await said('pair-ended', ana, 0), await said('pair-ended', ben, 0)];
    expect(mine?.texts).toContain('5 sessions of a pair that has ended still stand in your Outlook.');
    expect(mine?.card).toContain('Take them out');
    expect([theirs?.card.includes('Outlook'), mine?.summary === theirs?.summary]).toEqual([false, true]);
  });

  it('[S-17] a mailbox out of scope is asked for once a day and goes on waiting for its owner, who is told once more', async () => {
    scope(ben);
    const before = asApp().length;
    let minutes = 0;
    const clear = unattendedClearing({ ...meeting.house.deps, clock: { now: () => depsAfter(minutes).clock.now() } }, open());
    const looks: (string | null)[] = [];
    for (minutes of [0, 1, 6, 60, day + 1]) looks.push(await clear());
    expect(looks).toEqual(['out-of-scope', null, null, null, 'out-of-scope']);
    expect(
      asApp()
        .slice(before)
        .map(({ status }) => status),
    ).toEqual([403, 403]);
    expect([await meeting.left(), standing(ana)]).toEqual([[5, 0], 5]);
    // Of the wish before, which nobody has sent here, there is nothing left to tell.
    await meeting.house.deps.deliveries.takeOut(roundId(meeting.round.id), async ({ kind }) => kind === 'session-waits');
    await planReminders(depsAfter(4 * day));
    expect((await messages('left-sessions')).map(({ to }) => to)).toEqual([idOf(ana)]);
    expect(await said('left-sessions', ana, 4 * day)).toMatchObject({ wanted: true, summary: wordsFor('en-GB').t('summary.news') });
  });

  it('[S-17] a token to which Entra has granted every calendar is not used at all', async () => {
    const before = meeting.graph.graph().calls().length;
    const claims = Buffer.from(JSON.stringify({ roles: ['User.Read.All', 'Calendars.ReadWrite'] })).toString('base64url');
    const token = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
    const calendars = open({ getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 60_000 }) });
    expect(await clearing(0, calendars)).toBe('unscoped');
    expect(meeting.graph.graph().calls()).toHaveLength(before);
  });

  it('[S-17] [R-20] with three of ten calls failing, and as many answers lost, what is in scope is cleared in the end', async () => {
    scope(ana);
    meeting.graph.graph().faults.errorRate(0.3);
    meeting.graph.graph().faults.loseAnswers(0.3);
    for (let look = 0; look < 40 && standing(ana) > 0; look += 1) await clearing(0);
    meeting.graph.graph().faults.clear();
    expect(await clearing(0)).toBeNull();
    expect([standing(ana), standing(ben), await meeting.left()]).toEqual([0, 0, [0, 0]]);
    const audit = await meeting.house.deps.rounds.audit(roundId(meeting.round.id));
    const cleared = audit.filter(({ action }) => action === 'sessions.clear');
    expect(new Set(cleared.map(({ by, subject }) => JSON.stringify([by, Object.keys(subject)])))).toEqual(
      new Set([JSON.stringify(['product', ['roundId']])]),
    );
    expect((await said('left-sessions', ana, 4 * day))?.wanted).toBe(false);
  });
});
