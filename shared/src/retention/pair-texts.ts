import { type Instant, instant, type PairId, type PlainDate } from '../ids.js';
import type { Occasion } from '../reminders/occasions.js';
import type { Pair } from '../round/proposal.js';
import type { Round } from '../round/round.js';
import { dayOf, daysAfter, localDayOf } from '../time.js';
import { warnedDaysBefore } from './spans.js';

/** Where a day ends last. */
const lastZone = 'Etc/GMT+12';

type Closing = Pick<Round, 'state' | 'closedAt' | 'endsOn' | 'keptDays'>;

/** The last day on which a pair can read what it shares; null while its round is open. */
export const keptUntil = ({ state, closedAt, endsOn, keptDays }: Closing): PlainDate | null =>
  state === 'closed' ? daysAfter(closedAt === null ? endsOn : dayOf(closedAt), keptDays) : null;

/** Whether that day is over, wherever somebody lives. */
export const isPastKeeping = (round: Closing, now: Instant): boolean => {
  const until = keptUntil(round);
  return until !== null && localDayOf(now, lastZone) > until;
};

/** Whether its pairs are to be told now, or were, and the days are not over. A day early, for those who live ahead of UTC. */
export const isBeingEnded = (round: Closing, now: Instant): boolean => {
  const until = keptUntil(round);
  return until !== null && !isPastKeeping(round, now) && dayOf(now) >= daysAfter(until, -warnedDaysBefore - 1);
};

/** Pairs that share nothing any more: they have ended, or the time is over (C-10). */
export const endedPairs = (round: Round, pairs: readonly Pair[], now: Instant): readonly PairId[] => {
  const isOver = isPastKeeping(round, now);
  return pairs.filter(({ endedAt }) => isOver || endedAt !== null).map(({ id }) => id);
};

/**
 * What is told to everybody in a pair that shares something, a week before it is deleted (C-10): once, on a working day of theirs, and
 * not when the last day is over. `sharing` names the pairs of which something is stored.
 */
export const endingTexts = (round: Round, pairs: readonly Pair[], sharing: ReadonlySet<PairId>): readonly Occasion[] => {
  const until = keptUntil(round);
  if (until === null) return [];
  const since = instant(`${daysAfter(until, -warnedDaysBefore)}T00:00:00.000Z`);
  return pairs
    .filter(({ id, endedAt }) => endedAt === null && sharing.has(id))
    .flatMap(({ id, memberIds }) => memberIds.map((to) => ({ kind: 'pair-texts-end' as const, subject: id, to, since, until })));
};
