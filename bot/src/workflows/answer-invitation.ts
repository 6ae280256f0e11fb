import { looksAfter } from '@coaching-pairs/shared/disclosure/declines';
import type { OperationId, RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { held } from '@coaching-pairs/shared/round/nomination';
import { join, type Participant, sitOut } from '@coaching-pairs/shared/round/participation';
import type { Round } from '@coaching-pairs/shared/round/round';
import { settleLeaving } from '@coaching-pairs/shared/round/settling';
import type { RoundChange, Versioned } from '../ports/rounds.js';
import { decideAndCommit, done } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { messagesTo } from './messages.js';
import type { Refusal } from './refusal.js';
import { readScene, writesOf } from './scene.js';
import { withoutWishes } from './wishes.js';

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

/** Whoever sits out while matches lie before them ends these; the others learn only that theirs is being reworked (CP-33). */
const withdrawal = async (deps: Deps, asked: InvitationAnswer, mine: Mine): Promise<Partial<RoundChange>> => {
  if (asked.answer !== 'sitting-out' || held(mine.participant.value).length === 0) return {};
  const { roundId, opId, actor } = asked;
  const at = deps.clock.now();
  const scene = await readScene(deps, roundId, [actor.personId]);
  const settled = settleLeaving(scene, actor.personId, at);
  // The board says it at once where partners are chosen in the open.
  if (mine.round.value.state === 'choosing') return writesOf(scene, settled);
  const told = settled.proposals.flatMap(({ id, memberIds }) => {
    const freed = settled.freed.filter((one) => memberIds.includes(one));
    return messagesTo(freed, 'being-reworked', { roundId, opId, at, subject: { proposalId: id } });
  });
  return { ...writesOf(scene, settled), outbox: told };
};

/** After the announcement nobody looks at the board any more, so those who look after matches hear that somebody waits for one. */
const toldOfLate = (deps: Deps, { roundId, opId }: InvitationAnswer, round: Round, { personId, answer }: Participant) => {
  if (round.state !== 'active' || answer !== 'joined') return [];
  const organisers = round.administratorIds.filter((id) => looksAfter(round, { memberIds: [personId] }, id));
  return messagesTo(organisers, 'new-match-wanted', { roundId, opId, at: deps.clock.now(), subject: { about: 'late' } });
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
    const forgotten = asked.answer === 'sitting-out' ? await withoutWishes(deps, asked.roundId, asked.actor.personId) : {};
    const also = { ...(await withdrawal(deps, asked, mine.value)), ...forgotten };
    const audit = [done(deps, asked.actor.personId, `answer.${asked.answer}`, { roundId: asked.roundId })];
    const outbox = [...(also.outbox ?? []), ...toldOfLate(deps, asked, mine.value.round.value, next.value)];
    const participants = [{ value: next.value, etag: mine.value.participant.etag }, ...(also.participants ?? [])];
    const board = mine.value.round.value.state === 'choosing' ? { board: 'everybody' as const } : {};
    return ok({ change: { ...also, ...board, outbox, roundId: asked.roundId, opId: asked.opId, participants, audit }, answer: null });
  });
