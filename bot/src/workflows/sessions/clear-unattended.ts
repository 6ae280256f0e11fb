import { operationId, type PersonId, type RoundId } from '@coaching-pairs/shared/ids';
import { ok } from '@coaching-pairs/shared/result';
import type { RoundState } from '@coaching-pairs/shared/round/round';
import { performed, type Session } from '@coaching-pairs/shared/sessions/session';
import type { UnattendedCalendars, UnattendedRefusal } from '../../ports/unattended.js';
import { decideAndCommit, done } from '../change-round.js';
import type { Deps } from '../deps.js';
import { unwantedMeetings } from '../engagement/meetings/unwanted.js';
import { isLeft, type Unwanted } from './unwanted.js';

const minute = 60_000;
const lookEvery = 5 * minute;
/** A mailbox that is out of scope is not asked for again before; until then its sessions wait for their organiser, as without all this. */
const refusedFor = 24 * 60 * minute;
/** Taken out in one look, so that what is due to people goes on meanwhile. */
const mostAtOnce = 20;

const withPairs: readonly RoundState[] = ['proposed', 'active', 'awayday'];

/** The audit says that the product did it, and not whose session it was (S-20). */
const record = (deps: Deps, roundId: RoundId, { id, pairId }: Session) =>
  decideAndCommit<null>(deps.rounds.commit, async () => {
    const found = (await deps.rounds.sessions(roundId, pairId)).find(({ value }) => value.id === id);
    if (found === undefined || found.value.state !== 'on') return ok({ change: null, answer: null });
    const sessions = [{ value: performed(found.value, { kind: 'cancelled' }), etag: found.etag }];
    const opId = operationId(`unattended.${id}`);
    return ok({ change: { roundId, opId, sessions, audit: [done(deps, 'product', 'sessions.clear', { roundId })] }, answer: null });
  });

/** Of pairs that have ended, or called off by the other of the two. */
const unwantedSessions = async (deps: Deps): Promise<readonly Unwanted[]> => {
  const found: Unwanted[] = [];
  const now = Date.parse(deps.clock.now());
  for (const { id, state } of await deps.rounds.list()) {
    const pairs = withPairs.includes(state) ? await deps.rounds.pairs(id) : [];
    const ended = new Set(pairs.filter(({ endedAt }) => endedAt !== null).map((pair) => pair.id));
    for (const session of pairs.length === 0 ? [] : await deps.rounds.allSessions(id)) {
      const { organiserId, event, pairId } = session;
      if (event === null || !isLeft(session, ended.has(pairId), now)) continue;
      found.push({ organiserId, eventId: event.id, record: () => record(deps, id, session) });
    }
  }
  return found;
};

/** Why something stays where it is, for IT; null where all is well. How much was taken out is nobody's business. */
export type LeftStanding = UnattendedRefusal['code'] | null;

/**
 * Takes what nobody wants any more out of the Outlook of people who are away, where IT has set that up (S-17): at most every five minutes,
 * and at once when the clock was set. Whatever is refused goes on waiting for its organiser's tap, and is not asked for in a storm:
 * a mailbox out of scope once a day, and after any other refusal nothing more in this look.
 */
export const unattendedClearing = (deps: Deps, calendars: UnattendedCalendars): (() => Promise<LeftStanding>) => {
  let last: number | undefined;
  const outOfScope = new Map<PersonId, number>();
  const clear = async (now: number): Promise<LeftStanding> => {
    const rests = ({ organiserId }: Unwanted): boolean => (outOfScope.get(organiserId) ?? 0) > now;
    const all = [...(await unwantedSessions(deps)), ...(await unwantedMeetings(deps))];
    const unwanted = all.filter((one) => !rests(one)).slice(0, mostAtOnce);
    let why: LeftStanding = null;
    for (const one of unwanted) {
      if (rests(one)) continue;
      const cancelled = await calendars.cancel(one.organiserId, one.eventId);
      if (cancelled.ok) await one.record();
      else if (cancelled.error.code === 'out-of-scope') outOfScope.set(one.organiserId, now + refusedFor);
      else return cancelled.error.code;
      if (!cancelled.ok) why = cancelled.error.code;
    }
    return why;
  };
  return async () => {
    const now = Date.parse(deps.clock.now());
    if (last !== undefined && Math.abs(now - last) < lookEvery) return null;
    last = now;
    return clear(now);
  };
};
