import { type OperationId, type ProposalId, pairId, type RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import {
  acceptProposal,
  declineProposal,
  endProposal,
  isMember,
  type Proposal,
  pairOf,
  partnersOf,
} from '@coaching-pairs/shared/round/proposal';
import { inState, type Round } from '@coaching-pairs/shared/round/round';
import type { RoundChange, Versioned } from '../ports/rounds.js';
import { decideAndCommit, done } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { messagesTo } from './messages.js';
import type { Refusal } from './refusal.js';
import { releaseOthers } from './release.js';
import { lineCheck } from './rules.js';

export type ProposalAnswer = {
  readonly roundId: RoundId;
  readonly proposalId: ProposalId;
  readonly opId: OperationId;
  readonly actor: Actor;
  readonly answer: 'accept' | 'decline';
};

export type ProposalOutcome = 'waiting' | 'formed' | 'declined' | 'in-one-line';

type Decision = Result<{ readonly change: RoundChange | null; readonly answer: ProposalOutcome }, Refusal>;
type Read = { readonly round: Round; readonly proposal: Versioned<Proposal>; readonly me: Versioned<Participant> };

const read = async (deps: Deps, asked: ProposalAnswer): Promise<Result<Read, Refusal>> => {
  const [round, proposal, me] = await Promise.all([
    deps.rounds.round(asked.roundId),
    deps.rounds.proposal(asked.roundId, asked.proposalId),
    deps.rounds.participant(asked.roundId, asked.actor.personId),
  ]);
  if (round === null || proposal === null || me === null || !isMember(proposal.value, asked.actor.personId))
    return err({ code: 'not-found' });
  if (proposal.value.state === 'draft') return err({ code: 'not-found' });
  return ok({ round: round.value, proposal, me });
};

/** A round that was announced or closed meanwhile takes no further answers; the loser of that race is told. */
const stillOpen = ({ round }: Read): Result<Round, Refusal> => inState(round, 'proposed');

const written = (
  deps: Deps,
  asked: ProposalAnswer,
  action: string,
  writes: Omit<RoundChange, 'roundId' | 'opId' | 'audit'>,
): RoundChange => ({
  ...writes,
  roundId: asked.roundId,
  opId: asked.opId,
  audit: [done(deps, asked.actor.personId, action, { roundId: asked.roundId, proposalId: asked.proposalId })],
});

const messages = (deps: Deps, asked: ProposalAnswer, subject: Readonly<Record<string, string>>) => ({
  roundId: asked.roundId,
  opId: asked.opId,
  at: deps.clock.now(),
  subject,
});

/** Ends the proposal for all its members, who are told kindly and without a name (CP-24b). */
const endInOneLine = async (deps: Deps, asked: ProposalAnswer, { proposal, me }: Read): Promise<Decision> => {
  const others = await releaseOthers(deps, asked.roundId, proposal.value, asked.actor.personId);
  const mine: Versioned<Participant> = { value: { ...me.value, match: { kind: 'reworking' } }, etag: me.etag };
  const change = written(deps, asked, 'proposal.in-one-line', {
    proposals: [{ value: endProposal(proposal.value, 'in-one-line', deps.clock.now()), etag: proposal.etag }],
    participants: [mine, ...others],
    outbox: messagesTo(
      partnersOf(proposal.value.memberIds, asked.actor.personId),
      'in-one-line',
      messages(deps, asked, { proposalId: asked.proposalId }),
    ),
  });
  return ok({ change, answer: 'in-one-line' });
};

const isBefore = ({ match }: Participant, { id }: Proposal): boolean => match.kind === 'open' && match.proposalId === id;

const formed = async (deps: Deps, asked: ProposalAnswer, read: Read, proposal: Proposal): Promise<Decision> => {
  const pair = pairOf(proposal, pairId(proposal.id), deps.clock.now());
  const partners = partnersOf(proposal.memberIds, asked.actor.personId);
  const rows = await Promise.all(partners.map((id) => deps.rounds.participant(asked.roundId, id)));
  const members = [read.me, ...rows.filter((row) => row !== null)];
  if (members.length !== proposal.memberIds.length || !members.every(({ value }) => isBefore(value, proposal)))
    return err({ code: 'not-open', state: proposal.state });
  const change = written(deps, asked, 'proposal.answer', {
    proposals: [{ value: proposal, etag: read.proposal.etag }],
    pairs: [{ value: pair, etag: null }],
    participants: members.map(({ value, etag }) => ({
      value: { ...value, match: { kind: 'paired', proposalId: proposal.id, pairId: pair.id } },
      etag,
    })),
    outbox: messagesTo(partners, 'pair-formed', messages(deps, asked, { pairId: pair.id })),
  });
  return ok({ change, answer: 'formed' });
};

const accept = async (deps: Deps, asked: ProposalAnswer, read: Read): Promise<Decision> => {
  const next = acceptProposal(read.proposal.value, asked.actor.personId);
  if (!next.ok) return next;
  const outcome: ProposalOutcome = next.value.state === 'formed' ? 'formed' : 'waiting';
  if (next.value === read.proposal.value) return ok({ change: null, answer: outcome });
  const open = stillOpen(read);
  if (!open.ok) return open;
  const linesAmong = await lineCheck(deps, read.round);
  if (linesAmong(read.proposal.value.memberIds).length > 0) return endInOneLine(deps, asked, read);
  if (outcome === 'formed') return formed(deps, asked, read, next.value);
  const change = written(deps, asked, 'proposal.answer', { proposals: [{ value: next.value, etag: read.proposal.etag }] });
  return ok({ change, answer: outcome });
};

const decline = async (deps: Deps, asked: ProposalAnswer, read: Read): Promise<Decision> => {
  const { proposal, me } = read;
  const at = deps.clock.now();
  const next = declineProposal(proposal.value, asked.actor.personId, at);
  if (!next.ok) return next;
  if (next.value === proposal.value) return ok({ change: null, answer: 'declined' });
  const open = stillOpen(read);
  if (!open.ok) return open;
  const others = await releaseOthers(deps, asked.roundId, proposal.value, asked.actor.personId);
  const told = others.map((one) => one.value.personId);
  const change = written(deps, asked, 'proposal.answer', {
    proposals: [{ value: next.value, etag: proposal.etag }],
    participants: [{ value: { ...me.value, match: { kind: 'reworking' } }, etag: me.etag }, ...others],
    outbox: messagesTo(told, 'being-reworked', messages(deps, asked, { proposalId: asked.proposalId })),
  });
  return ok({ change, answer: 'declined' });
};

/**
 * A member's yes or "I'd rather not" to a sent proposal (CP-30, CP-32). With the last yes the pair is formed. Chains are
 * checked again on every yes (CP-24b). Refused for anybody who is not a member, and on a proposal that is no longer open.
 */
export const answerProposal = (deps: Deps, asked: ProposalAnswer): Promise<Result<ProposalOutcome, Refusal>> =>
  decideAndCommit(deps.rounds.commit, async () => {
    const found = await read(deps, asked);
    if (!found.ok) return found;
    return asked.answer === 'accept' ? accept(deps, asked, found.value) : decline(deps, asked, found.value);
  });
