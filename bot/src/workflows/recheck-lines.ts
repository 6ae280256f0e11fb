import { operationId, type PersonId, type ProposalId } from '@coaching-pairs/shared/ids';
import { ok } from '@coaching-pairs/shared/result';
import { endProposal, type Pair } from '@coaching-pairs/shared/round/proposal';
import type { RoundChange, VersionedContent } from '../ports/rounds.js';
import type { WorkContext } from '../ports/works.js';
import { decideAndCommit, done } from './change-round.js';
import type { Deps } from './deps.js';
import { messagesTo } from './messages.js';
import { freedFrom } from './release.js';
import { lineCheck } from './rules.js';

/** Ends the proposal if it is still open; a click at the same moment is waited out, and a pair it formed is told below. */
const endOpen = (deps: Deps, { work }: WorkContext, id: ProposalId) =>
  decideAndCommit<null>(deps.rounds.commit, async () => {
    const { roundId } = work;
    const proposal = await deps.rounds.proposal(roundId, id);
    if (proposal?.value.state !== 'sent') return ok({ change: null, answer: null });
    const opId = operationId(`${work.id}.line-${id}`);
    const at = deps.clock.now();
    const change: RoundChange = {
      roundId,
      opId,
      proposals: [{ value: endProposal(proposal.value, 'in-one-line', at), etag: proposal.etag }],
      participants: await freedFrom(deps, roundId, proposal.value),
      outbox: messagesTo(proposal.value.memberIds, 'in-one-line', { roundId, opId, at, subject: { proposalId: id } }),
      audit: [done(deps, 'product', 'proposal.in-one-line', { roundId, proposalId: id })],
    };
    return ok({ change, answer: null });
  });

/** Said once a pair: the operation is named after the pair, so that later readings do not repeat it. */
const tellPair = (deps: Deps, { work }: WorkContext, pair: Pair): RoundChange => {
  const opId = operationId(`line-${pair.id}`);
  const told = { roundId: work.roundId, opId, at: deps.clock.now(), subject: { pairId: pair.id } };
  return {
    roundId: work.roundId,
    opId,
    outbox: messagesTo(pair.memberIds, 'pair-in-one-line', told),
    audit: [done(deps, 'product', 'pair.in-one-line', { roundId: work.roundId, pairId: pair.id })],
  };
};

const sentInLine = (all: VersionedContent, inLine: (ids: readonly PersonId[]) => boolean): readonly ProposalId[] =>
  all.content.proposals.filter((proposal) => proposal.state === 'sent' && inLine(proposal.memberIds)).map((proposal) => proposal.id);

/**
 * Looks at every match again after the directory was read (CP-24b): an open proposal whose people have come into one
 * line ends kindly; a pair is told and offered a new match, never broken up.
 */
export const recheckLines = async (deps: Deps, context: WorkContext, all: VersionedContent): Promise<void> => {
  const linesAmong = await lineCheck(deps, all.round.value);
  const inLine = (ids: readonly PersonId[]): boolean => linesAmong(ids).length > 0;
  for (const id of sentInLine(all, inLine)) {
    const ended = await endOpen(deps, context, id);
    if (!ended.ok) throw new Error(`ending a proposal in one line: ${ended.error.code}`);
  }
  const now = (await deps.rounds.everything(context.work.roundId)) ?? all;
  for (const { value } of now.pairs) if (inLine(value.memberIds)) await deps.rounds.commit(tellPair(deps, context, value));
};
