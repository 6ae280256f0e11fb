import type { OperationId, RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { join, type Participant, sitOut } from '@coaching-pairs/shared/round/participation';
import { endProposal } from '@coaching-pairs/shared/round/proposal';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { RoundChange, Versioned } from '../ports/rounds.js';
import { decideAndCommit, done } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { messagesTo } from './messages.js';
import type { Refusal } from './refusal.js';
import { releaseOthers } from './release.js';

export type InvitationAnswer = {
  readonly roundId: RoundId;
  readonly opId: OperationId;
  readonly actor: Actor;
} & ({ readonly answer: 'joined'; readonly disclosureVersion: number } | { readonly answer: 'sitting-out' });

type Mine = { readonly round: Versioned<Round>; readonly participant: Versioned<Participant> };

const readMine = async (deps: Deps, asked: InvitationAnswer): Promise<Result<Mine, Refusal>> => {
  const [round, participant] = await Promise.all([
    deps.rounds.round(asked.roundId),
    deps.rounds.participant(asked.roundId, asked.actor.personId),
  ]);
  // A draft is known to its administrators alone (S-11).
  if (round === null || participant === null || round.value.state === 'draft') return err({ code: 'not-invited' });
  return ok({ round, participant });
};

const decided = (deps: Deps, asked: InvitationAnswer, { round, participant }: Mine): Result<Participant, Refusal> => {
  const at = deps.clock.now();
  if (asked.answer === 'sitting-out') return sitOut(round.value, participant.value, at);
  return join(round.value, participant.value, { disclosureVersion: asked.disclosureVersion, at });
};

/** Whoever sits out while a match lies before them ends it; the others learn only that it is being reworked (CP-33). */
const withdrawal = async (deps: Deps, asked: InvitationAnswer, mine: Mine): Promise<Partial<RoundChange>> => {
  const { match } = mine.participant.value;
  if (asked.answer !== 'sitting-out' || match.kind !== 'open') return {};
  const proposal = await deps.rounds.proposal(asked.roundId, match.proposalId);
  if (proposal === null) return {};
  const at = deps.clock.now();
  const others = await releaseOthers(deps, asked.roundId, proposal.value, asked.actor.personId);
  const subject = { proposalId: proposal.value.id };
  return {
    proposals: [{ value: endProposal(proposal.value, 'stepped-back', at), etag: proposal.etag }],
    participants: others,
    outbox: messagesTo(
      others.map((one) => one.value.personId),
      'being-reworked',
      { roundId: asked.roundId, opId: asked.opId, at, subject },
    ),
  };
};

/**
 * Somebody joins a round or sits it out (CP-11). Refused when they are not of its population, outside joining time, from
 * within a formed pair, and when "who sees what" has changed since it was shown (C-01). Saying the same again changes nothing.
 */
export const answerInvitation = (deps: Deps, asked: InvitationAnswer): Promise<Result<null, Refusal>> =>
  decideAndCommit(deps.rounds.commit, async () => {
    const mine = await readMine(deps, asked);
    if (!mine.ok) return mine;
    const next = decided(deps, asked, mine.value);
    if (!next.ok) return next;
    if (next.value === mine.value.participant.value) return ok({ change: null, answer: null });
    const also = await withdrawal(deps, asked, mine.value);
    const audit = [done(deps, asked.actor.personId, `answer.${asked.answer}`, { roundId: asked.roundId })];
    const participants = [{ value: next.value, etag: mine.value.participant.etag }, ...(also.participants ?? [])];
    return ok({ change: { ...also, roundId: asked.roundId, opId: asked.opId, participants, audit }, answer: null });
  });
