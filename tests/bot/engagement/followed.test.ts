import { parseOutboxRow } from '@coaching-pairs/bot/ports/outbox';
import type { EngagementMeeting } from '@coaching-pairs/shared/wire/engagement-meetings';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idOf } from '../api/company.js';
import { ask } from '../api/house.js';
import { pathOf } from '../api/played-round.js';
import { cast, type Engagements, four, type Lived, liveEngagement, openEngagements } from './engagement-house.js';
import { paperOutlook } from './paper-outlook.js';

let outlook: ReturnType<typeof paperOutlook>;
let house: Engagements;
let lived: Lived;

beforeEach(async () => {
  outlook = paperOutlook();
  house = await openEngagements(true, outlook.calendarOf);
  lived = await liveEngagement(house);
  await lived.active();
});
afterEach(() => house.close());

const nameOf = (id: string): string => Object.values(cast).find((name) => idOf(name) === id) ?? id;
/** Of all that waits to be sent, what is about meetings, as `kind name`. */
const told = (kind: string): readonly string[] =>
  house
    .everyRow()
    .filter(({ key }) => key.startsWith('out~'))
    .flatMap((row) => {
      const parsed = parseOutboxRow(row);
      return parsed.ok && parsed.value.kind === `two-two-${kind}` ? [nameOf(parsed.value.to)] : [];
    });
const all = async (): Promise<readonly EngagementMeeting[]> =>
  (await house.does('Ben', 'meetings', undefined, lived.at)).sessions.filter(({ cancelled }) => !cancelled);
const books = async (start: string, having: number): Promise<void> => {
  const booking = { kind: 'session', start, minutes: 60, place: 'teams', isPrivate: true, outlook: true, keepFree: false, having };
  const { calendar } = await house.does('Vera', 'bookMeeting', booking, lived.at);
  expect(calendar).toBe('fine');
};
const follows = (who: string) => house.does(who, 'followMeetings', {}, lived.at);

describe('a guest, who has no Outlook here', () => {
  it('[TT-41] [S-04] takes no meeting on that stands in nobody’s, so that another of the four can', async () => {
    const booking = { kind: 'session', start: '2026-12-01T10:00:00.000Z', minutes: 60, place: 'teams', isPrivate: true, having: 0 };
    await house.does('Vera', 'bookMeeting', { ...booking, outlook: false, keepFree: false }, lived.at);
    const [session] = await all();
    const one = { ...lived.at, sessionId: session?.id ?? '' };
    const guest = await house.tokens.token('Vera', { acct: 1 });
    const headers = { authorization: `Bearer ${guest}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ opId: house.opId() });
    await ask(`${house.origin}${pathOf('putMeetingInOutlook', one)}`, { method: 'POST', headers, body });
    await house.does('Ben', 'putMeetingInOutlook', {}, one);
    expect(outlook.in(idOf('Ben'))).toHaveLength(1);
  });
});

describe('what is done with meetings in Outlook itself', () => {
  it('[TT-40] leaves no mark of short notice, since nobody knows when it was done, and is told like any other change', async () => {
    await books('2026-11-24T08:00:00.000Z', 0);
    const [session] = await all();
    if (session === undefined) return expect.unreachable();
    const move = { start: '2026-11-25T10:00:00.000Z', confirmed: true };
    await house.does('Vera', 'moveMeeting', move, { ...lived.at, sessionId: session.id });
    expect((await all())[0]?.shortNotice).toMatchObject({ what: 'moved' });
    expect(told('short-notice').toSorted()).toEqual([...four].toSorted());
    outlook.moves(session.id, '2026-12-09T10:00:00.000Z');
    await follows('Finn');
    expect((await all())[0]).toMatchObject({ start: '2026-12-09T10:00:00.000Z', shortNotice: null });
    expect(told('short-notice')).toHaveLength(4);
    expect(told('moved').toSorted()).toEqual([...four].toSorted());
  });

  it('[R-12] [CP-73] is followed however many they are, and told to each once', async () => {
    const day = (at: number): string => new Date(Date.parse('2026-12-01T10:00:00.000Z') + at * 86_400_000).toISOString();
    for (let at = 0; at < 26; at += 1) await books(day(at), at);
    for (const { id } of await all()) outlook.throwAway(id);
    await follows('Vera');
    expect(await all()).toEqual([]);
    expect(told('cancelled').toSorted()).toEqual([...four].toSorted());
  });
});
