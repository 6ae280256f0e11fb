import { type Instant, instant, type PersonId, type PlainDate, plainDate } from '../ids.js';
import { type WorkingTime, workingTimeOf } from '../reminders/working-time.js';
import { instantOfLocal, offsetMinutes } from '../time.js';
import { common, merged, type Span, without } from './spans.js';

export type Busy = { readonly from: Instant; readonly to: Instant };

/** Somebody of a pair or trio, as far as their times matter. */
export type Member = {
  readonly id: PersonId;
  /** IANA name that has passed `isTimeZone`. */
  readonly zone: string;
  /** On the clock of that zone. */
  readonly hours: WorkingTime;
  /** Meetings and absences; empty where the calendar could not be read. */
  readonly busy: readonly Busy[];
};

/** A time at which all are at work and free. Day, weekday (1 for Monday) and minute are on the clock of the first member. */
export type FreeTime = { readonly at: Instant; readonly day: PlainDate; readonly weekday: number; readonly minute: number };

export type Looked = {
  readonly members: readonly Member[];
  /** Of each session. */
  readonly minutes: number;
  /** First and last day, on the clock of the first member. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Nothing earlier than this. */
  readonly after: Instant;
  /** Minutes by which the working day of each may be left, early or late; never into the night. */
  readonly stretch: number;
};

const minute = 60_000;
/** Sessions begin on the hour or the half hour of the first member. */
const grid = 30;
const nightEnds = 7 * 60;
const nightBegins = 22 * 60;

const dayLength = 24 * 60;

const ms = (at: Instant): number => Date.parse(at);
const momentOf = (at: number): Instant => instant(new Date(at).toISOString());
const clock = (of: number): string => `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;

/** Days since 1 January 1970, a Thursday. */
export const dayNumber = (day: PlainDate): number => Math.round(Date.parse(day) / (dayLength * minute));
const dayOfNumber = (number: number): PlainDate => plainDate(new Date(number * dayLength * minute).toISOString().slice(0, 10));
const weekdayOfNumber = (number: number): number => ((number + 3) % 7) + 1;

/** Minutes by which a zone is ahead all through a day and the days beside it; null about a change of its clocks. */
const steadyOffset = (zone: string, number: number): number | null => {
  const at = (day: number): Instant => momentOf(day * dayLength * minute);
  const [before, after] = [offsetMinutes(zone, at(number - 1)), offsetMinutes(zone, at(number + 2))];
  return before === after ? before : null;
};

/** When the clock of a zone shows that minute of a day; asking the calendar for each is a hundred times slower. */
const onTheClock = (zone: string, number: number, of: number, steady: number | null): number =>
  steady === null ? ms(instantOfLocal(`${dayOfNumber(number)}T${clock(of)}`, zone)) : (number * dayLength + of - steady) * minute;

/** The working days of one member, each as it is on that very day's clock, so that a change of the clocks moves it. */
const atWork = ({ zone, hours }: Member, { from, to, stretch }: Looked): readonly Span[] => {
  const open = workingTimeOf({ workingHours: hours });
  const [begins, ends] = [Math.max(nightEnds, open.from - stretch), Math.min(nightBegins, open.to + stretch)];
  const spans: Span[] = [];
  // A day further on either side: elsewhere it may be yesterday or tomorrow.
  for (let number = dayNumber(from) - 1; number <= dayNumber(to) + 1; number += 1) {
    if (!open.days.includes(weekdayOfNumber(number))) continue;
    const steady = steadyOffset(zone, number);
    spans.push({ from: onTheClock(zone, number, begins, steady), to: onTheClock(zone, number, ends, steady) });
  }
  return merged(spans);
};

const freeOf = (member: Member, looked: Looked): readonly Span[] =>
  without(atWork(member, looked), merged(member.busy.map(({ from, to }) => ({ from: ms(from), to: ms(to) }))));

const timeAt = (at: number, offset: number): FreeTime => {
  const local = Math.floor(at / minute) + offset;
  const number = Math.floor(local / dayLength);
  return { at: momentOf(at), day: dayOfNumber(number), weekday: weekdayOfNumber(number), minute: local - number * dayLength };
};

const startsIn = (span: Span, { minutes, after }: Looked, zone: string): readonly FreeTime[] => {
  const [first, last] = [offsetMinutes(zone, momentOf(span.from)), offsetMinutes(zone, momentOf(span.to))];
  const offsetAt = (at: number): number => (first === last ? first : offsetMinutes(zone, momentOf(at)));
  const wait = (grid - (timeAt(span.from, first).minute % grid)) % grid;
  const found: FreeTime[] = [];
  for (let at = span.from + wait * minute; at + minutes * minute <= span.to; at += grid * minute)
    if (at >= ms(after)) found.push(timeAt(at, offsetAt(at)));
  return found;
};

/** Every time at which all members are at work and free for a whole session, the earliest first. */
export const freeTimes = (looked: Looked): readonly FreeTime[] => {
  const [lead, ...others] = looked.members;
  if (lead === undefined) return [];
  const shared = others.reduce((spans, member) => common(spans, freeOf(member, looked)), freeOf(lead, looked));
  return shared.flatMap((span) => startsIn(span, looked, lead.zone)).filter(({ day }) => day >= looked.from && day <= looked.to);
};

/** Steps by which the working days are widened, in minutes, until there is a common hour. */
export const stretches = [0, 60, 120, 180] as const;

/** The free times with the narrowest working days that have any, and how far these were widened. */
export const nearestFreeTimes = (asked: Omit<Looked, 'stretch'>): { readonly times: readonly FreeTime[]; readonly stretch: number } => {
  for (const stretch of stretches) {
    const times = freeTimes({ ...asked, stretch });
    if (times.length > 0) return { times, stretch };
  }
  return { times: [], stretch: 0 };
};
