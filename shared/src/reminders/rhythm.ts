import { type Instant, instant, type PlainDate } from '../ids.js';
import type { Pair } from '../round/proposal.js';
import type { Round } from '../round/round.js';
import { endOf, isHeld, type Session } from '../sessions/session.js';
import { dayOf, daysAfter } from '../time.js';
import type { Occasion } from './occasions.js';

/** After so many days with no session held, and none ahead, a pair is nudged: about five weeks (CP-72). */
export const quietDays = 35;

/** When the quiet of a pair began: at the end of its last session, or as it could begin to meet; null while one is ahead. */
const quietSince = ({ startsOn }: Round, { id, formedAt }: Pair, sessions: readonly Session[], now: Instant): Instant | null => {
  const own = sessions.filter(({ pairId, state }) => pairId === id && state === 'on');
  const held = own.filter((session) => isHeld(session, now));
  if (held.length < own.length) return null;
  const begun = [formedAt, `${startsOn}T00:00:00.000Z`, ...held.map((session) => new Date(endOf(session)).toISOString())];
  return instant(begun.sort().at(-1) ?? formedAt);
};

/** The day after which a pair that neither meets nor books is off its rhythm; null while a session is ahead. */
const rhythmUntil = (round: Round, pair: Pair, sessions: readonly Session[], now: Instant): PlainDate | null => {
  const since = quietSince(round, pair, sessions, now);
  return since === null ? null : daysAfter(dayOf(since), quietDays);
};

/** Whether a pair has a session ahead, or met, or could begin to, no more than about five weeks ago (CP-72). */
export const isOnRhythm = (round: Round, pair: Pair, sessions: readonly Session[], now: Instant): boolean =>
  (rhythmUntil(round, pair, sessions, now) ?? dayOf(now)) >= dayOf(now);

/** Whether a pair has been able to meet for so long that it may be off its rhythm: before, it is on it whatever it does. */
export const mayBeOffRhythm = (round: Round, pair: Pair, now: Instant): boolean => !isOnRhythm(round, pair, [], now);

/**
 * Pairs that have neither met nor booked for about five weeks, for each of their members and for nobody else (CP-72). One nudge for
 * each such quiet: it ends with its cause, and none comes when the round is nearly over.
 */
export const quietPairs = (round: Round, pairs: readonly Pair[], sessions: readonly Session[], now: Instant): readonly Occasion[] => {
  if (round.state !== 'active') return [];
  return pairs.flatMap((pair) => {
    const since = pair.endedAt === null ? quietSince(round, pair, sessions, now) : null;
    if (since === null) return [];
    const until = daysAfter(dayOf(since), quietDays);
    if (until >= round.endsOn) return [];
    return pair.memberIds.map((to) => ({ kind: 'rhythm-nudge' as const, subject: `${pair.id} ${dayOf(since)}`, to, since, until }));
  });
};
