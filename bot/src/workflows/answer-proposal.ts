import type { Act } from '@coaching-pairs/shared/audit/acts';
import type { OperationId, PersonId, ProposalId, RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { isBefore } from '@coaching-pairs/shared/round/orphans';
import { acceptProposal, declineProposal, type Proposal, partnersOf } from '@coaching-pairs/shared/round/proposal';
import { answerStates, inState, type Round } from '@coaching-pairs/shared/round/round';
import { type Settled, settleEnd, settleEnding, settleYes } from '@coaching-pairs/shared/round/settling';
import type { OutboxMessage } from '../ports/outbox.js';
import type { RoundChange, Versioned } from '../ports/rounds.js';
import { decideAndCommit, done } from './change-round.js';
import { mayStillMeet } from './choosing/ground.js';
import type { Actor, Deps } from './deps.js';
import { formPair } from './form-pair.js';
import { inTheRoom, type MessageKind, messagesTo } from './messages.js';
import type { Refusal } from './refusal.js';
import { lineCheck } from './rules.js';
import { type ReadScene, readScene, writesOf } from './scene.js';

export type ProposalAnswer = {
  readonly roundId: RoundId;
  readonly proposalId: ProposalId;
  readonly opId: OperationId;
  readonly actor: Actor;
  readonly answer: 'accept' | 'decline';
};

/** `came-between`: a rule keeps two apart who ask each other on the board; nobody is told which, or since when. */
export type ProposalOutcome = 'waiting' | 'formed' | 'declined' | 'in-one-line' | 'came-between';

type Decision = Result<{ readonly change: RoundChange | null; readonly answer: ProposalOutcome }, Refusal>;
type Read = { readonly round: Round; readonly proposal: Versioned<Proposal> };

/** A draft, and a suggestion that its nominee is not asked about, are as unknown to its members as nothing at all (S-11). */
const read = async (deps: Deps, asked: ProposalAnswer): Promise<Result<Read, Refusal>> => {
  const [round, proposal, me] = await Promise.all([
    deps.rounds.round(asked.roundId),
    deps.rounds.proposal(asked.roundId, asked.proposalId),
    deps.rounds.participant(asked.roundId, asked.actor.personId),
  ]);
  if (round === null || proposal === null || me === null || proposal.value.state === 'draft') return err({ code: 'not-found' });
  const wasAsked = proposal.value.sentAt === null ? proposal.value.nominatedBy === me.value.personId : true;
  const isTheirs = proposal.value.memberIds.includes(me.value.personId) && wasAsked;
  return isTheirs ? ok({ round: round.value, proposal }) : err({ code: 'not-found' });
};

/** A round that was announced or closed meanwhile takes no further answers; the loser of that race is told. */
const stillOpen = ({ round }: Read): Result<Round, Refusal> => inState(round, ...answerStates);

/** The match that is answered may lie before nobody any more, so it is known to the scene besides what lies before its people. */
const sceneOf = async (deps: Deps, { roundId }: ProposalAnswer, { proposal }: Read): Promise<ReadScene> => {
  const scene = await readScene(deps, roundId, proposal.value.memberIds);
  return { ...scene, proposalOf: (id) => (id === proposal.value.id ? proposal : scene.proposalOf(id)) };
};

type Told = readonly [MessageKind, readonly PersonId[], Readonly<Record<string, string>>];

/** Where partners are chosen in the open the board says at once what came of it, and the two alone know of an answer (tension 3). */
const onBoard = ({ round }: Read, settled: Settled): Pick<RoundChange, 'board'> =>
  round.state === 'choosing' ? { board: settled.pair === null ? 'theirs' : 'everybody' } : {};

const written = (
  deps: Deps,
  asked: ProposalAnswer,
  found: Read,
  scene: ReadScene,
  settled: Settled,
  action: Act,
  told: readonly Told[],
): RoundChange => {
  const { roundId, proposalId, opId } = asked;
  const at = deps.clock.now();
  const isOpenChoice = found.round.state === 'choosing';
  const outbox = told.flatMap(([kind, people, subject]): readonly OutboxMessage[] =>
    isOpenChoice && kind === 'being-reworked'
      ? []
      : messagesTo(people, kind, { roundId, opId, at, subject: isOpenChoice ? inTheRoom(subject) : subject }),
  );
  const audit = [done(deps, asked.actor.personId, action, isOpenChoice ? { roundId } : { roundId, proposalId })];
  return { ...writesOf(scene, settled), ...onBoard(found, settled), roundId, opId, outbox, audit };
};

/** Whose match came to nothing, but for whoever answers and sees it at once. */
const othersFreed = ({ freed }: Settled, { actor }: ProposalAnswer): readonly PersonId[] => partnersOf(freed, actor.personId);

/** Ends the proposal for all its members, who are told kindly and without a name (CP-24b). */
const endInOneLine = (deps: Deps, asked: ProposalAnswer, found: Read, scene: ReadScene): Decision => {
  const settled = settleEnding(scene, found.proposal.value, 'in-one-line', deps.clock.now());
  const told: Told = ['in-one-line', othersFreed(settled, asked), { proposalId: asked.proposalId }];
  return ok({ change: written(deps, asked, found, scene, settled, 'proposal.in-one-line', [told]), answer: 'in-one-line' });
};

/** An ask between two whom a rule keeps apart by now comes to nothing like any other: no message, no cause, and the audit of any answer. */
const endAsk = (deps: Deps, asked: ProposalAnswer, found: Read, scene: ReadScene): Decision => {
  const settled = settleEnding(scene, found.proposal.value, 'withdrawn', deps.clock.now());
  return ok({ change: written(deps, asked, found, scene, settled, 'proposal.answer', []), answer: 'came-between' });
};

/** Each of those whose match came to nothing is told of their own, in words that name no cause (CP-33). */
const reworked = (settled: Settled, asked: ProposalAnswer): readonly Told[] =>
  settled.proposals
    .filter(({ state }) => state === 'ended')
    .map(({ id, memberIds }): Told => {
      return ['being-reworked', othersFreed(settled, asked).filter((one) => memberIds.includes(one)), { proposalId: id }];
    });

/** Whether the rules still allow what a yes would make: chains wherever people are matched (CP-24b), and on the board every rule. */
const endedByRule = async (deps: Deps, asked: ProposalAnswer, found: Read, scene: ReadScene): Promise<Decision | null> => {
  const { memberIds } = found.proposal.value;
  if (found.round.state === 'choosing')
    return (await mayStillMeet(deps, found.round, memberIds)) ? null : endAsk(deps, asked, found, scene);
  const linesAmong = await lineCheck(deps, found.round);
  return linesAmong(memberIds).length > 0 ? endInOneLine(deps, asked, found, scene) : null;
};

/** The last yes: its people are a pair, and a pair that has taken somebody in has ended with it. */
const formed = async (deps: Deps, asked: ProposalAnswer, found: Read, scene: ReadScene, proposal: Proposal): Promise<Decision> => {
  const made = await formPair(deps, found.round, scene, proposal);
  if (!made.ok) return made;
  const { settled, ends } = made.value;
  const partners = partnersOf(proposal.memberIds, asked.actor.personId);
  const told: readonly Told[] = [['pair-formed', partners, { pairId: proposal.id }], ...reworked(settled, asked)];
  const change = written(deps, asked, found, made.value.scene, settled, 'proposal.answer', told);
  if (ends === null) return ok({ change, answer: 'formed' });
  const [pairs, audit] = [
    [...ends.pairs, ...(change.pairs ?? [])],
    [...change.audit, ...ends.rest.audit],
  ];
  return ok({ change: { ...change, ...ends.rest, pairs, audit }, answer: 'formed' });
};

const accept = async (deps: Deps, asked: ProposalAnswer, found: Read): Promise<Decision> => {
  const { value: proposal } = found.proposal;
  const next = acceptProposal(proposal, asked.actor.personId);
  if (!next.ok) return next;
  const answer: ProposalOutcome = next.value.state === 'formed' ? 'formed' : 'waiting';
  if (next.value === proposal) return ok({ change: null, answer });
  const open = stillOpen(found);
  if (!open.ok) return open;
  // Before the rules are read, so that whoever declares something at this moment changes a row that is written here.
  const scene = await sceneOf(deps, asked, found);
  const cameBetween = await endedByRule(deps, asked, found, scene);
  if (cameBetween !== null) return cameBetween;
  const needed = answer === 'formed' ? proposal.memberIds : [asked.actor.personId];
  if (!needed.every((id) => isBefore(scene.personOf(id)?.value, proposal))) return err({ code: 'not-open', state: proposal.state });
  const at = deps.clock.now();
  if (answer === 'formed') return formed(deps, asked, found, scene, next.value);
  const settled = settleYes(scene, next.value, asked.actor.personId, at);
  return ok({ change: written(deps, asked, found, scene, settled, 'proposal.answer', reworked(settled, asked)), answer });
};

const decline = async (deps: Deps, asked: ProposalAnswer, found: Read): Promise<Decision> => {
  const { value: proposal } = found.proposal;
  const next = declineProposal(proposal, asked.actor.personId, deps.clock.now());
  if (!next.ok) return next;
  if (next.value === proposal) return ok({ change: null, answer: 'declined' });
  const open = stillOpen(found);
  if (!open.ok) return open;
  const scene = await sceneOf(deps, asked, found);
  const settled = settleEnd(scene, next.value);
  return ok({ change: written(deps, asked, found, scene, settled, 'proposal.answer', reworked(settled, asked)), answer: 'declined' });
};

/**
 * A member's yes or "I'd rather not" to a match that lies before them, whoever suggested it (CP-30, CP-32). With the last yes the pair
 * is formed, and whatever else lay before its people comes to nothing (CP-31). Whoever suggested a match takes it back by rather not.
 * Chains are checked again on every yes (CP-24b). Refused for anybody who is not asked, and on a match that is no longer open.
 */
export const answerProposal = (deps: Deps, asked: ProposalAnswer): Promise<Result<ProposalOutcome, Refusal>> =>
  decideAndCommit(deps.rounds.commit, async () => {
    const found = await read(deps, asked);
    if (!found.ok) return found;
    return asked.answer === 'accept' ? accept(deps, asked, found.value) : decline(deps, asked, found.value);
  });
