import type { Instant, PairId, PlainDate } from '../ids.js';
import { isOnRhythm, mayBeOffRhythm, quietDays } from '../reminders/rhythm.js';
import type { Pair } from '../round/proposal.js';
import type { Round } from '../round/round.js';
import type { Session } from '../sessions/session.js';
import { daysAfter, localDayOf, weekdayOf } from '../time.js';
import { fewestPairs, marginOf, type RhythmFigure, type RhythmSheet, shareOf } from './rhythm-share.js';

/** So many of the pairs a figure speaks of must still meet. */
const fewestMeeting = 5;

const mondayOf = (day: PlainDate): PlainDate => daysAfter(day, 1 - weekdayOf(day));

/** Whether a new week has begun in which a figure is to be made; none once the Awayday is there, and none after the last. */
const isDue = ({ state, rhythm }: Round, today: PlainDate): boolean =>
  state === 'active' && (rhythm === null || (rhythm.share !== null && mondayOf(rhythm.on) < mondayOf(today)));

export const isFigureDue = (round: Round, now: Instant): boolean => isDue(round, localDayOf(now, round.timeZone));

/** The first day on which there can be a figure. */
export const firstFigure = ({ startsOn }: Pick<Round, 'startsOn'>): PlainDate => daysAfter(startsOn, quietDays + 1);

const isStanding = ({ endedAt }: Pair): boolean => endedAt === null;

/**
 * The pairs of which the figures will speak: those that have been able to meet for five weeks, as soon as they are seven, and most of
 * all. Null before. When pairs formed and ended is known to whoever reads the figures, so that it tells nothing.
 */
const firstPairs = (round: Round, pairs: readonly Pair[], now: Instant): readonly PairId[] | null => {
  const standing = pairs.filter(isStanding);
  const ready = standing.filter((pair) => mayBeOffRhythm(round, pair, now)).map(({ id }) => id);
  return ready.length >= fewestPairs && ready.length * 2 > standing.length ? ready.sort() : null;
};

type Seen = {
  readonly round: Round;
  readonly pairs: readonly Pair[];
  readonly sessions: readonly Session[];
  /** That of the last figure; null before the first. */
  readonly sheet: RhythmSheet | null;
  readonly now: Instant;
};

const sessionsByPair = (sessions: readonly Session[]): ReadonlyMap<PairId, readonly Session[]> => {
  const byPair = new Map<PairId, Session[]>();
  for (const session of sessions) byPair.set(session.pairId, [...(byPair.get(session.pairId) ?? []), session]);
  return byPair;
};

/**
 * The figure of a new week, and the sheet for the one after. It speaks of the same pairs every time: one that has ended counts on as it
 * last stood, and one that formed later is left out, so that nobody who comes or goes can be read from two figures (C-03). When more than the
 * margin have ended there is none any more. Null where none is due or none can be made yet. What stands against a figure is
 * known to whoever reads it, and nothing of it depends on how anybody meets.
 */
export const nextFigure = (seen: Seen): { readonly figure: RhythmFigure; readonly sheet: RhythmSheet | null } | null => {
  const { round, pairs, sheet, now } = seen;
  const today = localDayOf(now, round.timeZone);
  const ids = isDue(round, today) ? (sheet?.pairIds ?? firstPairs(round, pairs, now)) : null;
  if (ids === null) return null;
  const standing = new Map(pairs.filter(isStanding).map((pair) => [pair.id, pair]));
  const meeting = ids.filter((id) => standing.has(id)).length;
  if (meeting < fewestMeeting || ids.length - meeting > marginOf(ids.length)) return { figure: { on: today, share: null }, sheet: null };
  const [before, sessions] = [new Set(sheet?.on), sessionsByPair(seen.sessions)];
  const on = ids.filter((id) => {
    const pair = standing.get(id);
    return pair === undefined ? before.has(id) : isOnRhythm(round, pair, sessions.get(id) ?? [], now);
  });
  return { figure: { on: today, share: shareOf(on.length, ids.length) }, sheet: { pairIds: ids, on } };
};
