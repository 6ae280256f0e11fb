import type { Instant, PersonId } from '../ids.js';
import type { Pair } from '../round/proposal.js';
import type { Round } from '../round/round.js';
import { endOf, type Session } from '../sessions/session.js';
import { dayOf, daysAfter } from '../time.js';
import type { Occasion } from './occasions.js';

/** After so many days what is left of a pair that has ended is brought up once; the news of its end has said so before. */
const leftFor = 2;

const isAhead = (now: Instant) => (session: Session) =>
  session.state === 'on' && session.event !== null && endOf(session) > Date.parse(now);

const organisersOf = (sessions: readonly Session[]): readonly PersonId[] => [...new Set(sessions.map(({ organiserId }) => organiserId))];

/** When somebody else last wished for a change of it; null where nobody did, and where that was not kept. */
const wishedAt = ({ pending, organiserId }: Session): Instant | null =>
  pending === null || pending.kind === 'book' || pending.by === organiserId ? null : (pending.at ?? null);

const latestWish = (sessions: readonly Session[], organiser: PersonId): Instant | null => {
  const wishes = sessions.filter(({ organiserId }) => organiserId === organiser).map(wishedAt);
  const [latest] = wishes.filter((at) => at !== null).sort((one, other) => Date.parse(other) - Date.parse(one));
  return latest ?? null;
};

/** Changes that others wished for, told as one to whoever alone can make them, from the very day on; the newest wish names them. */
const wishesIn = (pair: Pair, ahead: readonly Session[]): readonly Occasion[] =>
  organisersOf(ahead).flatMap((to) => {
    const since = latestWish(ahead, to);
    if (since === null) return [];
    return [{ kind: 'session-waits' as const, subject: `${pair.id} ${since}`, to, since, until: daysAfter(dayOf(since), -1) }];
  });

const leftOf = (pair: Pair, endedAt: Instant, ahead: readonly Session[]): readonly Occasion[] =>
  organisersOf(ahead).map((to) => {
    const until = daysAfter(dayOf(endedAt), leftFor);
    return { kind: 'left-sessions' as const, subject: pair.id, to, since: endedAt, until };
  });

/**
 * What only the organiser of sessions can do in Outlook, and has not done: to carry out what another of the pair wished for, and to take
 * out what is left of a pair that has ended. It ends with its cause, and tells nobody who wished for it or who ended the pair.
 */
export const waitingInOutlook = (
  { state }: Pick<Round, 'state'>,
  pairs: readonly Pair[],
  sessions: readonly Session[],
  now: Instant,
): readonly Occasion[] => {
  if (state === 'closed') return [];
  return pairs.flatMap((pair) => {
    const ahead = sessions.filter(({ pairId }) => pairId === pair.id).filter(isAhead(now));
    return pair.endedAt === null ? wishesIn(pair, ahead) : leftOf(pair, pair.endedAt, ahead);
  });
};
