import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Pair } from '@coaching-pairs/shared/round/proposal';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { Session } from '@coaching-pairs/shared/sessions/session';
import type { Versioned } from '../../ports/rounds.js';
import type { Actor, Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';

export type AboutPair = { readonly roundId: RoundId; readonly actor: Actor };

export type MyPair = {
  readonly round: Round;
  readonly pair: Versioned<Pair>;
  readonly me: PersonId;
  /** I come first. */
  readonly memberIds: readonly PersonId[];
  readonly sessions: readonly Versioned<Session>[];
};

/** The pair or trio of whoever asks, with its sessions. Whoever is not part of the round learns nothing of it (S-11). */
export const myPair = async (deps: Deps, { roundId, actor }: AboutPair): Promise<Result<MyPair, Refusal>> => {
  const me = actor.personId;
  const [round, participant] = await Promise.all([deps.rounds.round(roundId), deps.rounds.participant(roundId, me)]);
  if (round === null || participant === null || participant.value.answer !== 'joined') return err({ code: 'not-found' });
  const { match } = participant.value;
  if (match.kind !== 'paired') return err({ code: 'no-pair' });
  const [pair, sessions] = await Promise.all([deps.rounds.pair(roundId, match.pairId), deps.rounds.sessions(roundId, match.pairId)]);
  if (pair === null) return err({ code: 'no-pair' });
  const memberIds = [me, ...pair.value.memberIds.filter((id) => id !== me)];
  return ok({ round: round.value, pair, me, memberIds, sessions });
};

/** The same for a change, which an ended round takes no more. */
export const myOpenPair = async (deps: Deps, about: AboutPair): Promise<Result<MyPair, Refusal>> => {
  const pair = await myPair(deps, about);
  if (!pair.ok || pair.value.round.state !== 'closed') return pair;
  return err({ code: 'wrong-state', state: 'closed', needed: ['proposed', 'active', 'awayday'] });
};

/** One session of the pair; another pair's looks like none (S-11). */
export const sessionIn = ({ sessions }: MyPair, id: string): Result<Versioned<Session>, Refusal> => {
  const found = sessions.find(({ value }) => value.id === id);
  return found === undefined ? err({ code: 'not-found' }) : ok(found);
};
