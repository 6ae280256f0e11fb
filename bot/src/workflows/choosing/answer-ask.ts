import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { isNomination } from '@coaching-pairs/shared/round/nomination';
import { isMember } from '@coaching-pairs/shared/round/proposal';
import { answerProposal, type ProposalAnswer, type ProposalOutcome } from '../answer-proposal.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';

const isOnBoard = async (deps: Deps, { roundId, proposalId, actor }: ProposalAnswer): Promise<Result<null, Refusal>> => {
  const [round, proposal] = await Promise.all([deps.rounds.round(roundId), deps.rounds.proposal(roundId, proposalId)]);
  if (round === null || proposal === null || proposal.value.state === 'draft' || !isMember(proposal.value, actor.personId)) {
    return err({ code: 'not-found' });
  }
  if (round.value.mode !== 'open-choice') return err({ code: 'other-mode', mode: round.value.mode });
  return isNomination(proposal.value) ? ok(null) : err({ code: 'not-open', state: proposal.value.state });
};

/** Who was not quick enough reads a kind word: that it is over, and not why, or that the other one has said yes meanwhile. */
const kindly = (refusal: Refusal): Refusal => {
  if (refusal.code === 'already-formed') return { code: 'ask-granted' };
  return refusal.code === 'not-open' ? { code: 'ask-over' } : refusal;
};

/** A yes or no to somebody who asks on the board; a no to one's own ask takes it back. */
export const answerAsk = async (deps: Deps, asked: ProposalAnswer): Promise<Result<ProposalOutcome, Refusal>> => {
  const found = await isOnBoard(deps, asked);
  if (!found.ok) return err(kindly(found.error));
  const answered = await answerProposal(deps, asked);
  if (!answered.ok) return err(kindly(answered.error));
  return answered.value === 'came-between' ? err({ code: 'ask-over' }) : answered;
};
