import { operationId } from '@coaching-pairs/shared/ids';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import { endProposal, type Pair, type Proposal } from '@coaching-pairs/shared/round/proposal';
import type { RoundChange, Versioned, VersionedContent } from '../ports/rounds.js';
import type { WorkContext } from '../ports/works.js';
import { done } from './change-round.js';
import type { Deps } from './deps.js';
import { messagesTo } from './messages.js';
import { lineCheck } from './rules.js';

const freed = (all: VersionedContent, proposal: Proposal): readonly Versioned<Participant>[] =>
  all.participants
    .filter(({ value }) => value.match.kind === 'open' && value.match.proposalId === proposal.id)
    .map(({ value, etag }) => ({ value: { ...value, match: { kind: 'reworking' } }, etag }));

const endOpen = (deps: Deps, { work }: WorkContext, all: VersionedContent, { value, etag }: Versioned<Proposal>): RoundChange => {
  const opId = operationId(`${work.id}.line-${value.id}`);
  const at = deps.clock.now();
  return {
    roundId: work.roundId,
    opId,
    proposals: [{ value: endProposal(value, 'in-one-line', at), etag }],
    participants: freed(all, value),
    outbox: messagesTo(value.memberIds, 'in-one-line', { roundId: work.roundId, opId, at, subject: { proposalId: value.id } }),
    audit: [done(deps, 'product', 'proposal.in-one-line', { roundId: work.roundId, proposalId: value.id })],
  };
};

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

/**
 * Looks at every match again after the directory was read (CP-24b): an open proposal whose people have come into one
 * line ends kindly; a pair is told and offered a new match, never broken up.
 */
export const recheckLines = async (deps: Deps, context: WorkContext, all: VersionedContent): Promise<void> => {
  const linesAmong = await lineCheck(deps, all.round.value);
  for (const proposal of all.proposals) {
    if (proposal.value.state !== 'sent' || linesAmong(proposal.value.memberIds).length === 0) continue;
    await deps.rounds.commit(endOpen(deps, context, all, proposal));
  }
  for (const { value } of all.pairs) {
    if (linesAmong(value.memberIds).length > 0) await deps.rounds.commit(tellPair(deps, context, value));
  }
};
