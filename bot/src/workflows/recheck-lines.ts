import { operationId, type PersonId, type ProposalId } from '@coaching-pairs/shared/ids';
import { ok } from '@coaching-pairs/shared/result';
import { isOpen } from '@coaching-pairs/shared/round/nomination';
import { type Ending, endProposal, type Pair } from '@coaching-pairs/shared/round/proposal';
import { standingPairs } from '@coaching-pairs/shared/round/standing';
import type { RoundChange, VersionedContent } from '../ports/rounds.js';
import type { WorkContext } from '../ports/works.js';
import { decideAndCommit, done } from './change-round.js';
import type { Deps } from './deps.js';
import { messagesTo } from './messages.js';
import { organisationOf } from './organisation.js';
import { release } from './release.js';
import { lineCheck, organisationCheck } from './rules.js';

/**
 * Why an open proposal cannot go on: its people are in one line, or, which nobody is told, an account is blocked and nobody would ever
 * answer, one of them has the other above them by a second manager, or an administrator keeps them apart.
 */
type Cause = Extract<Ending, 'in-one-line' | 'withdrawn'>;

/** Of a blocked account the other learns nothing: their match is being reworked, as after any other end (CP-33). */
const messageFor = { 'in-one-line': 'in-one-line', withdrawn: 'being-reworked' } as const;
const actionFor = { 'in-one-line': 'proposal.in-one-line', withdrawn: 'proposal.withdraw' } as const;

/** Ends the proposal if it is still open; a click at the same moment is waited out, and a pair it formed is told below. */
const endOpen = (deps: Deps, { work }: WorkContext, id: ProposalId, cause: Cause) =>
  decideAndCommit<null>(deps.rounds.commit, async () => {
    const { roundId } = work;
    const proposal = await deps.rounds.proposal(roundId, id);
    if (proposal === null || !isOpen(proposal.value)) return ok({ change: null, answer: null });
    const opId = operationId(`${work.id}.line-${id}`);
    const at = deps.clock.now();
    const { participants, freed } = await release(deps, roundId, proposal.value);
    const change: RoundChange = {
      roundId,
      opId,
      proposals: [{ value: endProposal(proposal.value, cause, at), etag: proposal.etag }],
      participants,
      outbox: messagesTo(freed, messageFor[cause], { roundId, opId, at, subject: { proposalId: id } }),
      audit: [done(deps, 'product', actionFor[cause], { roundId, proposalId: id })],
    };
    return ok({ change, answer: null });
  });

/** Said once a pair: the operation is named after the pair, so that later readings do not repeat it. */
const tellPair = (deps: Deps, { work }: WorkContext, pair: Pair): RoundChange => {
  // With a dot, which no caller's own number has: one of the pair could else use it up, and nobody would be told.
  const opId = operationId(`line.${pair.id}`);
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
 * line ends kindly, one with a blocked account is withdrawn; a pair is told and offered a new match, never broken up.
 */
export const recheckLines = async (deps: Deps, context: WorkContext, all: VersionedContent): Promise<void> => {
  const [linesAmong, rulesAmong] = await Promise.all([lineCheck(deps, all.round.value), organisationCheck(deps, all.round.value)]);
  const inLine = (ids: readonly PersonId[]): boolean => linesAmong(ids).length > 0;
  const { people } = await organisationOf(deps);
  const isBlocked = (id: PersonId): boolean => people.get(id)?.enabled === false;
  for (const { id, memberIds } of all.content.proposals.filter(isOpen)) {
    const isOver = memberIds.some(isBlocked) || rulesAmong(memberIds).length > 0;
    const cause = inLine(memberIds) ? 'in-one-line' : isOver ? 'withdrawn' : null;
    if (cause === null) continue;
    const ended = await endOpen(deps, context, id, cause);
    if (!ended.ok) throw new Error(`ending an open proposal: ${ended.error.code}`);
  }
  const now = (await deps.rounds.everything(context.work.roundId)) ?? all;
  for (const pair of standingPairs(now.content)) if (inLine(pair.memberIds)) await deps.rounds.commit(tellPair(deps, context, pair));
};
