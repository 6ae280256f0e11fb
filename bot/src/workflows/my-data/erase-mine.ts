import { areNamesOpen } from '@coaching-pairs/shared/awayday/feedback-names';
import { type OperationId, operationId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { hasWordsOf, withoutWordsOf } from '@coaching-pairs/shared/retention/own-words';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { RoundChange, Written } from '../../ports/rounds.js';
import type { SealedAgreement } from '../../ports/sealed-agreement.js';
import { decideAndCommit } from '../change-round.js';
import type { Actor, Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import { myPair } from '../sessions/my-pair.js';
import { withoutWishes } from '../wishes.js';

type Asked = { readonly actor: Actor; readonly opId: OperationId };
type Erasure = Pick<RoundChange, 'pairs' | 'agreements' | 'removedWishes' | 'removedFeedbackNames'>;

/**
 * Every version in which I said something of myself, sealed anew without it. The pair's own row goes into the batch as it is, so that
 * nothing comes back with a pair that ends at the same moment. What a lost key has locked is read by nobody, and holds up nothing.
 */
const withoutMyWords = async (deps: Deps, { id }: Round, actor: Actor): Promise<Result<Erasure, Refusal>> => {
  const mine = await myPair(deps, { roundId: id, actor });
  if (!mine.ok) return ok({});
  const { pair } = mine.value;
  const found = await deps.agreements.all(id, pair.value.id);
  if (!found.ok) return found.error.code === 'vault-locked' ? ok({}) : found;
  const agreements: Written<SealedAgreement>[] = [];
  for (const { value, etag } of found.value.filter((one) => hasWordsOf(one.value, actor.personId))) {
    const sealed = await deps.agreements.sealed(id, withoutWordsOf(value, actor.personId));
    if (!sealed.ok) return sealed;
    agreements.push({ value: sealed.value, etag });
  }
  return ok(agreements.length === 0 ? {} : { pairs: [pair], agreements });
};

/**
 * Whom somebody named for the Awayday, while names are taken. Later they have gone into its pairs, and what came of a change would tell
 * whom they named (CP-24d); they go when the round is closed.
 */
const withoutAwaydayNames = async (deps: Deps, { id }: Round, { personId }: Actor): Promise<Erasure> => {
  const [round, asking, said] = await Promise.all([
    deps.rounds.round(id),
    deps.rounds.feedback(id),
    deps.rounds.feedbackNamesOf(id, personId),
  ]);
  if (round === null || asking === null || said === null) return {};
  return areNamesOpen(asking.value, round.value, deps.clock.now()) ? { removedFeedbackNames: [said] } : {};
};

/** What somebody named in private and said of themselves in one round. No line is written of it: that there was any is theirs, too. */
const eraseIn = (deps: Deps, round: Round, { actor, opId }: Asked): Promise<Result<null, Refusal>> =>
  decideAndCommit<null>(deps.rounds.commit, async () => {
    const [words, wishes, names] = await Promise.all([
      withoutMyWords(deps, round, actor),
      withoutWishes(deps, round.id, actor.personId),
      withoutAwaydayNames(deps, round, actor),
    ]);
    if (!words.ok) return words;
    const erasure = { ...words.value, ...wishes, ...names };
    if (Object.keys(erasure).length === 0) return ok({ change: null, answer: null });
    return ok({ change: { roundId: round.id, opId: operationId(`${opId}.${round.id}`), ...erasure, audit: [] }, answer: null });
  });

/**
 * Erases what somebody wrote and named for themselves, in every round: wishes, their own words in agreements, what
 * they put on insights walls, their entries in engagements, and last their notes with the key (C-07). What concerns others as well stays: that they took part, with whom, and what a pair settled together. Asked again, it goes on.
 */
export const eraseMine = async (deps: Deps, asked: Asked): Promise<Result<Record<string, never>, Refusal>> => {
  for (const round of await deps.rounds.list()) {
    const erased = await eraseIn(deps, round, asked);
    if (!erased.ok) return erased;
    if (round.insightsWall) await deps.insights.forget(round.id, asked.actor.personId);
  }
  await deps.engagements.eraseEntries(asked.actor.personId);
  await deps.notes.erase(asked.actor.personId);
  return ok({});
};
