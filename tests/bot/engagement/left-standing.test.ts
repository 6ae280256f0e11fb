import type { UnattendedCalendars } from '@coaching-pairs/bot/ports/unattended';
import { leaveEngagements } from '@coaching-pairs/bot/workflows/engagement/leave';
import { unattendedClearing } from '@coaching-pairs/bot/workflows/sessions/clear-unattended';
import { engagementId, operationId } from '@coaching-pairs/shared/ids';
import { err, ok } from '@coaching-pairs/shared/result';
import { browserLink } from '@coaching-pairs/shared/wire/tab-link';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullName, idOf } from '../api/company.js';
import { type Engagements, four, type Lived, liveEngagement, openEngagements } from './engagement-house.js';
import { paperOutlook } from './paper-outlook.js';

const outlook = paperOutlook();
let house: Engagements;
let lived: Lived;

beforeAll(async () => {
  house = await openEngagements(true, outlook.calendarOf);
  lived = await liveEngagement(house);
  await lived.active();
});
afterAll(() => house.close());

const day = 86_400;
const page = (who: string) => house.does(who, 'meetings', undefined, lived.at);
const on = async (who: string) => (await page(who)).sessions.filter(({ cancelled }) => !cancelled).map(({ start }) => start);
const books = async (who: string, start: string) => {
  const booking = { kind: 'session', start, minutes: 90, place: 'teams', isPrivate: true, outlook: true, keepFree: false };
  await house.does(who, 'bookMeeting', { ...booking, having: (await on(who)).length }, lived.at);
};
const times = (who: string) => outlook.in(idOf(who)).map(({ start }) => start);
const rows = () => house.everyRow().filter(({ partition }) => partition.startsWith('engagement'));
const told = () => rows().filter(({ key }) => key.startsWith('out~')).length;

/** The calendars of those whom IT has chosen, and who was asked for in them. */
const chosen = (...people: readonly string[]) => {
  const asked: string[] = [];
  const calendars: UnattendedCalendars = {
    cancel: async (organiser, eventId) => {
      asked.push(organiser);
      if (!people.map(idOf).includes(organiser)) return err({ code: 'out-of-scope' });
      outlook.throwAway(eventId.replace('event-', ''));
      return ok(null);
    },
  };
  return { asked, clear: unattendedClearing(house.deps, calendars) };
};
const [first, second, third, fourth] = ['2026-12-08', '2026-12-10', '2026-12-15', '2026-12-17'].map((one) => `${one}T10:00:00.000Z`) as [
  string,
  string,
  string,
  string,
];

describe('meetings of 2:2 Coaching in the Outlook of somebody who is away', () => {
  it('[S-17] what is wanted stays; one that another called off a day ago goes, and nobody is told a second time', async () => {
    await books('Ben', first);
    await books('Vera', second);
    const [meeting] = (await page('Finn')).sessions;
    await house.does('Finn', 'cancelMeeting', { confirmed: false }, { ...lived.at, sessionId: meeting?.id ?? '' });
    const { asked, clear } = chosen('Ben', 'Vera');
    expect([await clear(), asked, times('Ben')]).toEqual([null, [], [first]]);
    house.clock.advance(day + 60);
    const before = told();
    expect([await clear(), asked, times('Ben'), times('Vera')]).toEqual([null, [idOf('Ben')], [], [second]]);
    for (const who of four) expect(await on(who)).toEqual([second]);
    expect(told()).toBe(before);
    expect(house.lines.join('\n')).not.toContain(meeting?.id);
  });

  it('[C-08] each takes along the meetings that they come to, and whether they booked them', async () => {
    const met = async (who: string) => (await house.does(who, 'myData')).engagements.flatMap(({ meetings }) => meetings);
    const [ben, vera] = [await met('Ben'), await met('Vera')];
    const of = (bookedByMe: readonly boolean[]) => [
      { kind: 'session', start: first, state: 'cancelled', bookedByMe: bookedByMe[0], keptFree: false },
      { kind: 'session', start: second, state: 'on', bookedByMe: bookedByMe[1] },
    ];
    const inOrder = (all: typeof ben) => all.toSorted((one, other) => one.start.localeCompare(other.start));
    expect([inOrder(ben), inOrder(vera)]).toMatchObject([of([true, false]), of([false, true])]);
    expect(await met('Maya')).toEqual([]);
  });

  it('[C-09] [TT-64] when somebody leaves the organisation theirs go, and what others organise stays theirs to take out', async () => {
    await books('Ben', third);
    await books('Uma', fourth);
    const id = idOf('Uma');
    await leaveEngagements(house.deps, id, operationId('leaver-00004'));
    await house.deps.leavers.note({ personId: id, noticedAt: house.deps.clock.now() });
    await house.deps.leavers.erase({ id, texts: [fullName('Uma')] }, []);
    expect(JSON.stringify(rows())).not.toContain(id);
    const kept = await house.deps.engagements.meetings(engagementId(lived.at.engagementId));
    expect(kept.map(({ value }) => value.start).sort()).toEqual([second, third]);
    expect([(await page('Ben')).left, (await page('Vera')).left, (await page('Finn')).left]).toEqual([1, 1, 0]);
    expect((await house.does('Vera', 'followMeetings', {}, lived.at)).left).toBe(0);
    expect(times('Vera')).toEqual([]);
  });

  it('[S-17] of an engagement that has ended they go at once, where IT has chosen their organiser', async () => {
    const outside = chosen('Vera');
    expect([await outside.clear(), times('Ben')]).toEqual(['out-of-scope', [third]]);
    expect([await chosen('Ben').clear(), times('Ben'), (await page('Ben')).left]).toEqual([null, [], 0]);
  });
});

it('[S-18] a coach from outside finds beside the way into Teams one that opens in their browser', async () => {
  const another = await openEngagements(true, outlook.calendarOf);
  try {
    const there = await liveEngagement(another);
    await there.active();
    const { coachRegister } = another.deps;
    const all = coachRegister.all;
    const outside = { kind: 'external', name: fullName('Uma'), mail: 'uma@example.org', guestId: idOf('Uma') } as const;
    const isUma = ({ value: { from } }: Awaited<ReturnType<typeof all>>[number]) => from.kind === 'inside' && from.personId === idOf('Uma');
    const booking = { kind: 'session', minutes: 90, place: 'teams', isPrivate: true, outlook: true, keepFree: false };
    await another.does('Ben', 'bookMeeting', { ...booking, start: '2026-12-21T10:00:00.000Z', having: 0 }, there.at);
    Object.assign(coachRegister, {
      all: async () => (await all()).map((row) => (isUma(row) ? { ...row, value: { ...row.value, from: outside } } : row)),
    });
    await another.does('Ben', 'bookMeeting', { ...booking, start: '2026-12-22T10:00:00.000Z', having: 1 }, there.at);
    const [plain, both] = outlook.in(idOf('Ben'));
    const [, session] = (await another.does('Ben', 'meetings', undefined, there.at)).sessions;
    const link = browserLink('https://pairs.example.com', `2-2/engagements/${there.at.engagementId}/sessions/${session?.id}`);
    expect(plain?.body).not.toContain('pairs.example.com');
    expect(both?.body).toContain(`<a href="${link}">From outside the organisation: open it in your browser</a>`);
    expect(both?.body).toContain('teams.microsoft.com');
  } finally {
    await another.close();
  }
});
