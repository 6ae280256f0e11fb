import { operationId, type ProposalId, type RoundId } from '@coaching-pairs/shared/ids';
import { ok } from '@coaching-pairs/shared/result';
import { isStrayAsk } from '@coaching-pairs/shared/round/choosing';
import { isNomination, isOpen, nomineeOf } from '@coaching-pairs/shared/round/nomination';
import { endProposal, type Proposal } from '@coaching-pairs/shared/round/proposal';
import { type Round, takesAnswers } from '@coaching-pairs/shared/round/round';
import { localDayOf } from '@coaching-pairs/shared/time';
import { decideAndCommit, done } from './change-round.js';
import type { Deps } from './deps.js';
import { messagesTo } from './messages.js';
import { release } from './release.js';
import { zoneFor } from './whereabouts.js';

const isOpenSuggestion = (proposal: Proposal): boolean => isNomination(proposal) && isOpen(proposal);

/** Ends one suggestion, unless it was answered at that moment; whoever made it is being matched again. */
const end = (deps: Deps, roundId: RoundId, id: ProposalId, ending: 'expired' | 'withdrawn') =>
  decideAndCommit<boolean>(deps.rounds.commit, async () => {
    const proposal = await deps.rounds.proposal(roundId, id);
    if (proposal === null || !isOpenSuggestion(proposal.value)) return ok({ change: null, answer: false });
    const opId = operationId(`${ending}.${id}`);
    const at = deps.clock.now();
    const { participants, freed } = await release(deps, roundId, proposal.value);
    const change = {
      roundId,
      opId,
      proposals: [{ value: endProposal(proposal.value, ending, at), etag: proposal.etag }],
      participants,
      // The announcement itself tells whoever has no partner.
      outbox: messagesTo(ending === 'expired' ? freed : [], 'being-reworked', { roundId, opId, at, subject: { proposalId: id } }),
      audit: [done(deps, 'product', `suggestion.${ending}`, { roundId, proposalId: id })],
    };
    return ok({ change, answer: true });
  });

/** Whether the last day for an answer is over where whoever is asked lives. */
const isLate = async (deps: Deps, round: Round, proposal: Proposal): Promise<boolean> => {
  const asked = proposal.state === 'held' ? round.peoplePartnerId : nomineeOf(proposal);
  if (asked === null || proposal.answerBy === null) return false;
  const { zone } = await zoneFor(deps, round, asked);
  return localDayOf(deps.clock.now(), zone) > proposal.answerBy;
};

/** Ends every suggestion whose last day is over: silence is never consent, and nobody waits for ever (CP-31). Answers how many. */
export const expireSuggestions = async (deps: Deps): Promise<number> => {
  let ended = 0;
  for (const round of (await deps.rounds.list()).filter(takesAnswers)) {
    const all = await deps.rounds.everything(round.id);
    for (const proposal of (all?.content.proposals ?? []).filter(isOpenSuggestion)) {
      if (!isStrayAsk(round, proposal) && !(await isLate(deps, round, proposal))) continue;
      const expired = await end(deps, round.id, proposal.id, 'expired');
      if (expired.ok && expired.value) ended += 1;
    }
  }
  return ended;
};

/** Ends the suggestions that are open as the pairs are announced; a yes that came first stands. */
export const endSuggestions = async (deps: Deps, roundId: RoundId): Promise<void> => {
  const all = await deps.rounds.everything(roundId);
  for (const { id } of (all?.content.proposals ?? []).filter(isOpenSuggestion)) await end(deps, roundId, id, 'withdrawn');
};

const minute = 60_000;
const lookEvery = 5 * minute;

/** The same as `expireSuggestions`, at most every five minutes, and at once when the clock was set. */
export const suggestionClock = (deps: Deps): (() => Promise<number>) => {
  let last: number | undefined;
  return async () => {
    const now = Date.parse(deps.clock.now());
    if (last !== undefined && Math.abs(now - last) < lookEvery) return 0;
    const ended = await expireSuggestions(deps);
    last = now;
    return ended;
  };
};
