import { type Instant, type PlainDate, plainDate } from '../ids.js';
import { dayNumber, type FreeTime, type Member, nearestFreeTimes } from './free-times.js';

/** The least number of sessions of a pair in a round (CP-41). */
export const fewestSessions = 6;
/** The usual length of a session; three people take a third each of a longer one. */
export const usualMinutes = (members: number): number => (members > 2 ? 75 : 60);

export type PlanAsked = {
  readonly members: readonly Member[];
  readonly minutes: number;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly after: Instant;
  /** How many sessions the pair is to have in all. */
  readonly count: number;
  /** When those are that it has already, whether past or to come. */
  readonly taken: readonly Instant[];
};

export type PlannedSession = { readonly start: Instant; readonly alternatives: readonly Instant[] };

export type SessionPlan = {
  /** In the order of time. */
  readonly sessions: readonly PlannedSession[];
  /** How many could not be placed. */
  readonly missing: number;
  /** Minutes by which some of the times lie outside somebody's working day, because no hour is common to all; else 0. */
  readonly stretch: number;
  /** Further free times, for one session more. */
  readonly others: readonly Instant[];
};

type Month = { readonly from: number; readonly to: number; readonly target: number };
type Rhythm = { readonly weekday: number; readonly minute: number };
type Placed = FreeTime & { readonly number: number };

/** Days that two sessions are at least apart. */
const leastApart = 14;
/** Where in its month a session is meant to be: rather early, so that the first is soon. */
const early = 0.35;
const mostAlternatives = 4;
const mostOthers = 8;

const dayIn = (at: Instant): number => dayNumber(plainDate(at.slice(0, 10)));

/** The days around the turn of the year, on which hardly anybody is there, whatever their calendar says. */
const isQuiet = (day: PlainDate): boolean => day.slice(5) >= '12-21' || day.slice(5) <= '01-03';

const monthsOf = ({ from, to, count }: PlanAsked): readonly Month[] => {
  const first = dayNumber(from);
  const length = (dayNumber(to) - first + 1) / count;
  return Array.from({ length: count }, (_none, at) => ({
    from: Math.floor(first + at * length),
    to: Math.floor(first + (at + 1) * length) - 1,
    target: Math.floor(first + (at + early) * length),
  }));
};

/** The months that have no session yet; each that there is takes the nearest. */
const openMonths = (asked: PlanAsked): readonly Month[] => {
  const open = [...monthsOf(asked)];
  for (const at of asked.taken) {
    const day = dayIn(at);
    const nearest = [...open].sort((one, other) => Math.abs(one.target - day) - Math.abs(other.target - day))[0];
    if (nearest !== undefined) open.splice(open.indexOf(nearest), 1);
  }
  return open;
};

const inMonth = (times: readonly Placed[], { from, to }: Month): readonly Placed[] =>
  times.filter(({ number }) => number >= from && number <= to);

/** A session over lunch is possible, but not suggested first. */
const awkward = (minute: number): number => (minute > 11 * 60 && minute < 13 * 60 ? 3 : 0);

/** The weekday and hour that is free in most months, and of these the one that lies best. */
const bestRhythm = (times: readonly Placed[], months: readonly Month[]): Rhythm | undefined => {
  const costs = new Map<string, { readonly rhythm: Rhythm; readonly cost: number }>();
  for (const month of months) {
    const nearest = new Map<string, Placed & { readonly away: number }>();
    for (const time of inMonth(times, month)) {
      const key = `${time.weekday} ${time.minute}`;
      const away = Math.abs(time.number - month.target) + (isQuiet(time.day) ? 10 : 0);
      if (away < (nearest.get(key)?.away ?? Number.POSITIVE_INFINITY)) nearest.set(key, { ...time, away });
    }
    for (const [key, rhythm] of nearest) {
      const cost = (costs.get(key)?.cost ?? awkward(rhythm.minute)) - 1000 + rhythm.away;
      costs.set(key, { rhythm, cost });
    }
  }
  return [...costs.values()].sort((one, other) => one.cost - other.cost)[0]?.rhythm;
};

const costFor =
  (rhythm: Rhythm, month: Month, others: readonly number[]) =>
  (time: Placed): number =>
    Math.abs(time.number - month.target) +
    (time.weekday === rhythm.weekday ? 0 : 12) +
    Math.abs(time.minute - rhythm.minute) / 60 +
    (isQuiet(time.day) ? 40 : 0) +
    (others.some((day) => Math.abs(day - time.number) < leastApart) ? 100 : 0);

const cheapest = (times: readonly Placed[], cost: (time: Placed) => number): readonly Placed[] =>
  times
    .map((time) => ({ time, cost: cost(time) }))
    .sort((one, other) => one.cost - other.cost)
    .map(({ time }) => time);

/** The first of each day. */
const perDay = (times: readonly Placed[]): readonly Placed[] => {
  const days = new Map<PlainDate, Placed>();
  for (const time of times) if (!days.has(time.day)) days.set(time.day, time);
  return [...days.values()];
};

const inOrder = (times: readonly Placed[]): readonly Instant[] => times.map(({ at }) => at).sort();

/** Another hour of the same day, and other days. */
const alternativesTo = (chosen: Placed, ranked: readonly Placed[]): readonly Instant[] => {
  const sameDay = ranked.filter(({ at, day }) => day === chosen.day && at !== chosen.at).slice(0, 1);
  const otherDays = perDay(ranked.filter(({ day }) => day !== chosen.day)).slice(0, mostAlternatives - sameDay.length);
  return inOrder([...sameDay, ...otherDays]);
};

type Choice = { readonly chosen: Placed; readonly alternatives: readonly Instant[] };

const choose = (times: readonly Placed[], month: Month, rhythm: Rhythm, others: readonly number[]): Choice | undefined => {
  const apart = times.filter(({ number }) => others.every((day) => Math.abs(day - number) >= leastApart));
  const own = inMonth(times, month);
  const ranked = cheapest(own.length > 0 ? own : apart, costFor(rhythm, month, others));
  const [chosen] = ranked;
  return chosen === undefined ? undefined : { chosen, alternatives: alternativesTo(chosen, ranked) };
};

const placed = (times: readonly FreeTime[]): readonly Placed[] => times.map((time) => ({ ...time, number: dayNumber(time.day) }));

/** Single free times about that day, one a day, nearest first chosen and then in the order of time. */
export const timesAbout = (times: readonly FreeTime[], day: PlainDate, most = mostOthers): readonly Instant[] =>
  inOrder(perDay(cheapest(placed(times), ({ number, minute }) => Math.abs(number - dayNumber(day)) + awkward(minute))).slice(0, most));

/**
 * Times for the sessions that a pair or trio still lacks: one about each month, on one weekday and hour as far as it is free, when
 * everybody is at work and free (CP-41, CP-70). Where no working hour is common, the working days are widened as little as needed, and
 * `stretch` says by how much. Who has none at all gets none: `missing` counts them.
 */
export const planSessions = (asked: PlanAsked): SessionPlan => {
  const { times: found, stretch } = nearestFreeTimes(asked);
  const times = placed(found);
  const months = openMonths(asked);
  const rhythm = bestRhythm(times, months);
  const days = asked.taken.map(dayIn);
  const choices: Choice[] = [];
  for (const month of rhythm === undefined ? [] : months) {
    const choice = choose(times, month, rhythm ?? { weekday: 1, minute: 600 }, days);
    if (choice === undefined) continue;
    choices.push(choice);
    days.push(choice.chosen.number);
  }
  const sessions = choices.map(({ chosen, alternatives }) => ({ start: chosen.at, alternatives }));
  const left = found.filter(({ day }) => !days.includes(dayNumber(day)));
  return {
    sessions: sessions.sort((one, other) => (one.start < other.start ? -1 : 1)),
    missing: months.length - sessions.length,
    stretch,
    others: timesAbout(left, asked.from),
  };
};
