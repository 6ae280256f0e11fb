import type { Instant } from '../ids.js';
import { ok, type Result } from '../result.js';
import type { Participant } from './participation.js';
import type { Pair, Proposal } from './proposal.js';
import { answerStates, inState, type Round, type RoundRefusal } from './round.js';

/** A pair with its people and the match it came from. */
export type PairScene = { readonly pair: Pair; readonly proposal: Proposal; readonly people: readonly Participant[] };

/** On the board people choose for themselves again, and nobody looks after them; elsewhere they are matched anew. */
const afterwards = ({ state }: Round): Participant['match'] => ({ kind: state === 'choosing' ? 'none' : 'reworking' });

const setFree = (round: Round, participant: Participant, { id }: Pair): Participant => {
  const { match } = participant;
  const isTheirs = match.kind === 'paired' && match.pairId === id;
  return isTheirs ? { ...participant, match: afterwards(round), former: [...participant.former, id] } : participant;
};

/**
 * A pair or trio ends, without a reason and without blame. What comes of it is the same for all of its people: each is free for a new
 * match, and nothing tells which of them wished it. Neither the matching nor the board puts them together again. Refused once the round is
 * over.
 */
export const endPair = (round: Round, { pair, proposal, people }: PairScene, at: Instant): Result<PairScene, RoundRefusal> => {
  const allowed = inState(round, ...answerStates);
  if (!allowed.ok) return allowed;
  return ok({
    pair: { ...pair, endedAt: at },
    proposal: { ...proposal, state: 'ended', ending: 'pair-ended', endedAt: at },
    people: people.map((one) => setFree(round, one, pair)),
  });
};
