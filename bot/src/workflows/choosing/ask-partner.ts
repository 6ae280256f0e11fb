import { type OperationId, type PersonId, proposalId, type RoundId } from '@coaching-pairs/shared/ids';
import { whyThis } from '@coaching-pairs/shared/matching/problem';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { askedAlready, askedNoMore, isAskedByMany, isUnpaired, mayAsk } from '@coaching-pairs/shared/round/choosing';
import { nominate, nomineeOf } from '@coaching-pairs/shared/round/nomination';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import { inState } from '@coaching-pairs/shared/round/round';
import { settleSuggestion } from '@coaching-pairs/shared/round/settling';
import type { RoundChange, VersionedContent } from '../../ports/rounds.js';
import { decideAndCommit, done } from '../change-round.js';
import type { Actor, Deps } from '../deps.js';
import { endSuggestions } from '../expire-suggestions.js';
import { inTheRoom, messagesTo } from '../messages.js';
import type { Refusal } from '../refusal.js';
import { sceneFrom, writesOf } from '../scene.js';
import { answerAsk } from './answer-ask.js';
import { type Possible, possibleIn } from './ground.js';

export type Asking = { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor; readonly personId: PersonId };

/** `formed`: the other had asked already, so that these are both yeses. */
export type AskOutcome = 'asked' | 'formed';

type Decision = Result<{ readonly change: RoundChange | null; readonly answer: 'asked' | Proposal }, Refusal>;

/** Who is in no pair, is not asked by many, has not said no to the asker nor been their partner, and whom no rule keeps from them: each reads alike where not. */
const mayBeAsked = ({ content }: VersionedContent, { mayMeet }: Possible, asker: PersonId, nominee: Participant | undefined): boolean =>
  nominee !== undefined &&
  isUnpaired(nominee) &&
  !isAskedByMany(nominee) &&
  !askedNoMore(content.proposals, asker).has(nominee.personId) &&
  mayMeet(asker, nominee.personId);

const written = (deps: Deps, { roundId, opId, actor, personId }: Asking, all: VersionedContent, { problem }: Possible): Decision => {
  const at = deps.clock.now();
  const by = actor.personId;
  const reasons = whyThis(problem, by, personId);
  const ask = nominate({ id: proposalId(deps.newId()), by, nominee: personId, reasons, held: false, onBoard: true, at });
  const scene = sceneFrom(all);
  const told = { roundId, opId, at, subject: inTheRoom({ proposalId: ask.id }) };
  // As any answer is written down: that somebody did something, and not to whom (tension 3).
  const audit = [done(deps, by, 'proposal.answer', { roundId })];
  const outbox = messagesTo([personId], 'nominee-asked', told);
  return ok({
    change: { ...writesOf(scene, settleSuggestion(scene, null, ask)), roundId, opId, board: 'theirs', outbox, audit },
    answer: 'asked',
  });
};

const decided = async (deps: Deps, asked: Asking): Promise<Decision> => {
  const { actor, personId } = asked;
  const all = await deps.rounds.everything(asked.roundId);
  const me = all?.content.participants.find((one) => one.personId === actor.personId);
  if (all === null || me === undefined || all.round.value.state === 'draft') return err({ code: 'not-found' });
  const { proposals, participants } = all.content;
  const { match } = me;
  const own = match.kind === 'open' ? (proposals.find(({ id }) => id === match.proposalId) ?? null) : null;
  if (own?.nominatedBy === actor.personId && nomineeOf(own) === personId) return ok({ change: null, answer: 'asked' });
  const mutual = askedAlready(proposals, me, personId);
  if (mutual !== null) return ok({ change: null, answer: mutual });
  const allowed = mayAsk(all.round.value, me, own);
  if (!allowed.ok) return allowed;
  const possible = await possibleIn(deps, all);
  const nominee = participants.find((one) => one.personId === personId);
  return mayBeAsked(all, possible, actor.personId, nominee) ? written(deps, asked, all, possible) : err({ code: 'cannot-be-asked' });
};

/** Whether the board is still open. An ask that was written as it froze is ended at once, so that nobody waits for an answer to it. */
const isStillOpen = async (deps: Deps, { roundId }: Asking): Promise<Result<null, Refusal>> => {
  const round = await deps.rounds.round(roundId);
  const open = round === null ? err({ code: 'not-found' } as const) : inState(round.value, 'choosing');
  if (open.ok) return ok(null);
  await endSuggestions(deps, roundId);
  return open;
};

/**
 * Asks somebody in private to be one's partner, on the board that is open to all (tension 3): one ask at a time. Two who ask each other
 * have both said yes. Refused in one and the same words for whoever cannot be asked, whatever the cause (CP-24d).
 */
export const askPartner = async (deps: Deps, asked: Asking): Promise<Result<AskOutcome, Refusal>> => {
  const done = await decideAndCommit(deps.rounds.commit, () => decided(deps, asked));
  if (!done.ok) return done;
  if (typeof done.value === 'string') {
    const open = await isStillOpen(deps, asked);
    return open.ok ? ok(done.value) : open;
  }
  const formed = await answerAsk(deps, { ...asked, proposalId: done.value.id, answer: 'accept' });
  return formed.ok ? ok('formed') : formed;
};
