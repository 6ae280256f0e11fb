import type { Act } from '@coaching-pairs/shared/audit/acts';
import { dayPairs } from '@coaching-pairs/shared/awayday/day';
import { dayChanged, dayUndone, type Feedback, memberIdsOf, onTheDay, presentAfter } from '@coaching-pairs/shared/awayday/feedback-record';
import type { OperationId, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { inState } from '@coaching-pairs/shared/round/round';
import type { Versioned, VersionedContent } from '../../ports/rounds.js';
import { changeAsAdministrator, type Draft } from '../change-round.js';
import type { Actor, Deps } from '../deps.js';
import { messagesTo } from '../messages.js';
import { areInPopulation } from '../people-in-sight.js';
import type { Refusal } from '../refusal.js';
import { coachingPairsOf } from './pairs.js';

type Asked = { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor };
type Changed = { readonly next: Feedback; readonly changed: readonly PersonId[] };

/** More are never told in one batch with the change: so many pairs do not change at once on the day. */
const mostTold = 80;

const changeDay = (
  deps: Deps,
  asked: Asked,
  action: Act,
  people: readonly PersonId[],
  decide: (row: Versioned<Feedback>, all: VersionedContent) => Promise<Result<Changed, Refusal>>,
): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, async (all): Promise<Result<Draft | null, Refusal>> => {
    if (!areInPopulation(all, people)) return err({ code: 'not-found' });
    const allowed = inState(all.round.value, 'active', 'awayday');
    if (!allowed.ok) return allowed;
    const row = await deps.rounds.feedback(asked.roundId);
    const announced = onTheDay(row?.value ?? null);
    if (!announced.ok || row === null) return announced.ok ? err({ code: 'not-found' }) : announced;
    const decided = await decide(row, all);
    if (!decided.ok) return decided;
    const { next, changed } = decided.value;
    if (changed.length > mostTold) return err({ code: 'too-many', participants: changed.length, most: mostTold });
    const told = { roundId: asked.roundId, opId: asked.opId, at: deps.clock.now() };
    return ok({ action, feedback: { value: next, etag: row.etag }, outbox: messagesTo(changed, 'feedback-pair-changed', told) });
  });

const repaired = (
  feedback: Feedback,
  all: VersionedContent,
  { gone, came }: { readonly gone: readonly PersonId[]; readonly came: readonly PersonId[] },
): Result<Changed, Refusal> => {
  const { present, absent } = presentAfter(feedback, gone, came);
  const found = dayPairs({
    groups: memberIdsOf(feedback),
    present,
    coachingPairs: coachingPairsOf(all),
    seed: all.round.value.seed,
  });
  return found.ok ? ok(dayChanged(feedback, found.value, absent)) : found;
};

/**
 * Notes who is not there and who came, and pairs anew whoever is affected, with as few others disturbed as possible. Those whose
 * partners change are told at once; what anybody has named is not looked at. Somebody of another round is as unknown as nobody (S-11).
 */
export const changeFeedbackDay = (
  deps: Deps,
  asked: Asked & { readonly gone: readonly PersonId[]; readonly came: readonly PersonId[] },
): Promise<Result<null, Refusal>> =>
  changeDay(deps, asked, 'feedback.day', [...asked.gone, ...asked.came], async ({ value }, all) => repaired(value, all, asked));

/** Takes back the last change of the day; whoever has other partners by that is told. */
export const undoFeedbackDay = (deps: Deps, asked: Asked): Promise<Result<null, Refusal>> =>
  changeDay(deps, asked, 'feedback.undo', [], async ({ value }) => dayUndone(value));
