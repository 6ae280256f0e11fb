import { tappersOf } from '@coaching-pairs/shared/disclosure/declines';
import { type OperationId, type PersonId, proposalId, type RoundId } from '@coaching-pairs/shared/ids';
import { whyThis } from '@coaching-pairs/shared/matching/problem';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { isNomination, mayNominate, nominate, nomineeOf } from '@coaching-pairs/shared/round/nomination';
import { notAvailable } from '@coaching-pairs/shared/round/nominee';
import { declineProposal, type Proposal } from '@coaching-pairs/shared/round/proposal';
import { type Settled, settleSuggestion } from '@coaching-pairs/shared/round/settling';
import type { OutboxMessage } from '../ports/outbox.js';
import type { RoundChange, VersionedContent } from '../ports/rounds.js';
import { answerProposal } from './answer-proposal.js';
import { decideAndCommit, done } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { messagesTo } from './messages.js';
import { type Choice, choiceFor } from './nominees.js';
import type { Refusal } from './refusal.js';
import { sceneFrom, writesOf } from './scene.js';

export type Suggesting = {
  readonly roundId: RoundId;
  readonly opId: OperationId;
  readonly actor: Actor;
  readonly nominee: PersonId;
};

/** `asked`: the nominee is; `held`: the people partner is asked first; `formed`: the nominee had named the asker already. */
export type SuggestionOutcome = 'asked' | 'held' | 'formed';

type Decision = Result<{ readonly change: RoundChange | null; readonly answer: SuggestionOutcome | Proposal }, Refusal>;

const outcomeOf = ({ state }: Proposal): SuggestionOutcome => (state === 'held' ? 'held' : 'asked');

/** Who hears of it: the nominee, or whoever gives the tap; and whose match came to nothing by it, in the words of any decline. */
const told = (deps: Deps, asked: Suggesting, all: VersionedContent, suggestion: Proposal, settled: Settled): readonly OutboxMessage[] => {
  const { roundId, opId, nominee } = asked;
  const about = (subject: Readonly<Record<string, string>>) => ({ roundId, opId, at: deps.clock.now(), subject });
  const ended = settled.proposals.find(({ state }) => state === 'ended');
  const question = about({ proposalId: suggestion.id });
  return [
    ...(ended === undefined ? [] : messagesTo(settled.freed, 'being-reworked', about({ proposalId: ended.id }))),
    ...(suggestion.state === 'held'
      ? messagesTo(tappersOf(all.round.value, suggestion), 'tap-asked', question)
      : messagesTo([nominee], 'nominee-asked', question)),
  ];
};

const made = (deps: Deps, { actor, nominee }: Suggesting, { problem }: Choice, isHeld: boolean): Proposal =>
  nominate({
    id: proposalId(deps.newId()),
    by: actor.personId,
    nominee,
    reasons: whyThis(problem, actor.personId, nominee),
    held: isHeld,
    at: deps.clock.now(),
  });

/** The match before the asker ends as any that is declined, and the suggestion is written with it, or nothing is (CP-30, CP-31). */
const written = (deps: Deps, asked: Suggesting, all: VersionedContent, own: Proposal | null, suggestion: Proposal): Decision => {
  const { roundId, opId, actor } = asked;
  const scene = sceneFrom(all);
  const declined = own === null ? null : declineProposal(own, actor.personId, deps.clock.now());
  if (declined !== null && !declined.ok) return declined;
  const settled = settleSuggestion(scene, declined?.value ?? null, suggestion);
  const audit = [done(deps, actor.personId, 'proposal.answer', { roundId, proposalId: suggestion.id })];
  const change = { ...writesOf(scene, settled), roundId, opId, outbox: told(deps, asked, all, suggestion, settled), audit };
  return ok({ change, answer: outcomeOf(suggestion) });
};

const decided = async (deps: Deps, asked: Suggesting): Promise<Decision> => {
  const { actor, nominee } = asked;
  const all = await deps.rounds.everything(asked.roundId);
  const me = all?.content.participants.find((one) => one.personId === actor.personId);
  if (all === null || me === undefined || all.round.value.state === 'draft') return err({ code: 'not-found' });
  const { match, asks } = me;
  const own = match.kind === 'open' ? (all.content.proposals.find(({ id }) => id === match.proposalId) ?? null) : null;
  if (own?.nominatedBy === actor.personId && nomineeOf(own) === nominee) return ok({ change: null, answer: outcomeOf(own) });
  const allowed = mayNominate(all.round.value, me, own);
  if (!allowed.ok) return allowed;
  const mutual = all.content.proposals.find((one) => asks.includes(one.id) && isNomination(one) && one.nominatedBy === nominee);
  if (mutual !== undefined) return ok({ change: null, answer: mutual });
  const choice = await choiceFor(deps, all.round.value, all.content, actor.personId);
  // Whoever is in a pair, has not joined or is nobody at all reads alike (S-11).
  const standing = choice.candidates.includes(nominee) ? choice.standingOf(nominee) : notAvailable;
  if (standing.kind === 'not-possible') return err({ code: 'nominee', asker: actor.personId, standing });
  return written(deps, asked, all, own, made(deps, asked, choice, standing.kind === 'needs-tap'));
};

/**
 * Somebody names the partner of their choice (CP-31): the match before them ends as declined, and the one they name is asked in
 * private; of the same function, the people partner first. Refused where a rule stands against it, with what the asker may read of
 * it; then nothing has changed. Where the nominee had named them already, that is both yeses, and the pair forms (CP-32).
 */
export const suggestPartner = async (deps: Deps, asked: Suggesting): Promise<Result<SuggestionOutcome, Refusal>> => {
  const suggested = await decideAndCommit(deps.rounds.commit, () => decided(deps, asked));
  if (!suggested.ok) return suggested;
  if (typeof suggested.value === 'string') return ok(suggested.value);
  const formed = await answerProposal(deps, { ...asked, proposalId: suggested.value.id, answer: 'accept' });
  return formed.ok ? ok('formed') : formed;
};
