import type { Engagement } from '@coaching-pairs/shared/engagement/engagement';
import { comingTo, type Meeting, meetingKinds, meetingMinutes } from '@coaching-pairs/shared/engagement/meetings';
import { bufferClashes } from '@coaching-pairs/shared/engagement/notice';
import { type Instant, instant, type PersonId, type PlainDate } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { type Busy, type FreeTime, type Member, nearestFreeTimes } from '@coaching-pairs/shared/sessions/free-times';
import { timesAbout } from '@coaching-pairs/shared/sessions/plan';
import { endOf, standing } from '@coaching-pairs/shared/sessions/session';
import type { Span } from '@coaching-pairs/shared/sessions/spans';
import { dayOf, daysAfter, localDayOf } from '@coaching-pairs/shared/time';
import type { EngagementClashes, EngagementTimes } from '@coaching-pairs/shared/wire/engagement-meetings';
import type { z } from 'zod';
import type { ToldZones } from '../../../ports/zones.js';
import type { Deps } from '../../deps.js';
import { namedIn, organisationOf } from '../../organisation.js';
import type { Refusal } from '../../refusal.js';
import type { Signed } from '../../sessions/carry-out.js';
import { groundOf } from '../../sessions/ground.js';
import { zoneAmong } from '../../whereabouts.js';
import type { AboutEngagement } from '../my-engagement.js';
import { type MyMeetings, meetingIn, myMeetings } from './my-meetings.js';

/** A kind of meeting that is to be booked, or one that is to be moved. */
export type AskedTimes = AboutEngagement & { readonly about: string };

/** Weeks that are looked through; Graph tells that much at once. */
const weeksAhead = 8;

type Subject = { readonly people: readonly PersonId[]; readonly minutes: number; readonly moved: Meeting | null };

/** Whom it concerns and how long it takes, myself first. */
const subjectOf = (mine: MyMeetings, about: string): Result<Subject, Refusal> => {
  const { me } = mine;
  const engagement: Engagement = mine.engagement.value;
  const withMe = (people: readonly PersonId[]): readonly PersonId[] => [me, ...people.filter((id) => id !== me)];
  const kind = meetingKinds.find((one) => one === about);
  if (kind === undefined) {
    const found = meetingIn(mine, about);
    if (!found.ok) return found;
    const { value } = found.value;
    return ok({ people: withMe(comingTo(engagement, value)), minutes: value.minutes, moved: value });
  }
  const held = engagement.holdings.find(({ coachId, clientId }) => coachId === me || clientId === me);
  const clientId = kind === 'intake' ? (held?.clientId ?? null) : null;
  const minutes = kind === 'session' ? (engagement.frame?.minutes ?? meetingMinutes.usual) : meetingMinutes.usual;
  return ok({ people: withMe(comingTo(engagement, { clientId })), minutes, moved: null });
};

/** What stands in a calendar but the meeting itself that is to be moved. */
const busyBut = (busy: readonly Busy[], moved: Meeting | null): readonly Busy[] =>
  moved === null ? busy : busy.filter(({ from, to }) => !(Date.parse(from) === Date.parse(moved.start) && Date.parse(to) === endOf(moved)));

/** Coaches from outside have their calendar elsewhere: they are asked, and not read. */
const fromOutside = async (deps: Deps): Promise<readonly PersonId[]> =>
  (await deps.coachRegister.all()).flatMap(({ value: { from } }) =>
    from.kind === 'external' && from.guestId !== null ? [from.guestId] : [],
  );

type Days = { readonly from: PlainDate; readonly to: PlainDate };

const readGround = async (deps: Deps, { calendar }: Signed, { people, moved }: Subject, days: Days) => {
  const [organisation, unasked] = await Promise.all([organisationOf(deps), fromOutside(deps)]);
  const zoneOf = (id: PersonId, told: ToldZones | undefined) => zoneAmong(organisation, { timeZone: 'UTC' }, id, told);
  const ground = await groundOf(deps, calendar, { memberIds: people, ...days, zoneOf, unasked });
  const members = ground.members.map((member): Member => ({ ...member, busy: busyBut(member.busy, moved) }));
  return { ...ground, members, named: namedIn(organisation) };
};

const spansOf = (members: readonly Member[]): readonly Span[] =>
  members.flatMap(({ busy }) => busy.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) })));

/** The day about which the next one is due: where it is now, or so many weeks after the last. */
const dueOn = ({ engagement, meetings }: MyMeetings, { moved }: Subject, zone: string, tomorrow: PlainDate): PlainDate => {
  if (moved !== null) return localDayOf(moved.start, zone);
  const last = standing(meetings.map(({ value }) => value)).at(-1);
  const weeks = engagement.value.frame?.everyWeeks ?? 1;
  const due = last === undefined ? tomorrow : daysAfter(localDayOf(last.start, zone), weeks * 7);
  return due > tomorrow ? due : tomorrow;
};

/** Those first whose ten minutes before and after are free as well; where there are none, all (TT-41). */
const roomy = (times: readonly FreeTime[], minutes: number, members: readonly Member[]): readonly FreeTime[] => {
  const busy = spansOf(members);
  const free = times.filter(({ at }) => bufferClashes(at, minutes, busy).length === 0);
  return free.length > 0 ? free : times;
};

/** Times at which all who come are free, about the day on which the next one is due; of somebody from outside nothing is read. */
export const timesForMeeting = async (deps: Deps, signed: Signed, asked: AskedTimes): Promise<Result<EngagementTimes, Refusal>> => {
  const mine = await myMeetings(deps, asked);
  if (!mine.ok) return mine;
  const subject = subjectOf(mine.value, asked.about);
  if (!subject.ok) return subject;
  const now = deps.clock.now();
  const tomorrow = daysAfter(dayOf(now), 1);
  const due = dueOn(mine.value, subject.value, 'UTC', tomorrow);
  const from = daysAfter(due, -14) > tomorrow ? daysAfter(due, -14) : tomorrow;
  const to = daysAfter(from, weeksAhead * 7 - 4);
  const { members, unread, trouble, named } = await readGround(deps, signed, subject.value, { from, to });
  const { minutes, moved } = subject.value;
  const found = nearestFreeTimes({ members, minutes, from, to, after: now });
  const others = roomy(found.times, minutes, members).filter(({ at }) => at !== moved?.start);
  return ok({
    minutes,
    others: [...timesAbout(others, due)],
    stretch: found.stretch,
    unread: unread.map(named),
    calendar: trouble?.code ?? 'fine',
    claims: trouble?.code === 'sign-in-needed' ? trouble.claims : null,
  });
};

const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d/u.test(text) && !Number.isNaN(Date.parse(text));

/** What a time meets in the calendars that can be read; never whose it is, nor what (TT-41). */
export const clashesAt = async (
  deps: Deps,
  signed: Signed,
  asked: AskedTimes & { readonly start: string },
): Promise<Result<z.infer<typeof EngagementClashes>, Refusal>> => {
  const mine = await myMeetings(deps, asked);
  if (!mine.ok) return mine;
  const subject = subjectOf(mine.value, asked.about);
  if (!subject.ok) return subject;
  if (!isInstant(asked.start)) return err({ code: 'not-found' });
  const start: Instant = instant(new Date(asked.start).toISOString());
  const day = dayOf(start);
  const { members } = await readGround(deps, signed, subject.value, { from: day, to: day });
  const { minutes } = subject.value;
  const busy = spansOf(members);
  const meets = busy.some(({ from, to }) => from < Date.parse(start) + minutes * 60_000 && Date.parse(start) < to);
  const sides = bufferClashes(start, minutes, busy);
  return ok({ clashes: (['before', 'during', 'after'] as const).filter((one) => (one === 'during' ? meets : sides.includes(one))) });
};
