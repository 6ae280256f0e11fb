import type { Act } from '@coaching-pairs/shared/audit/acts';
import { nominationsOf, takesPart } from '@coaching-pairs/shared/awayday/feedback-names';
import type { FeedbackAsked } from '@coaching-pairs/shared/awayday/feedback-pairs';
import {
  type Feedback,
  type FeedbackRefusal,
  lockGroup,
  mayMake,
  pairsMade,
  swapInGroups,
} from '@coaching-pairs/shared/awayday/feedback-record';
import { type OperationId, operationId, type PersonId, type RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { inState } from '@coaching-pairs/shared/round/round';
import type { Versioned, VersionedContent } from '../../ports/rounds.js';
import type { Json } from '../../ports/store.js';
import type { Work, WorkContext, WorkEnd } from '../../ports/works.js';
import { type AskedWork, beginWork } from '../begin-work.js';
import { changeAsAdministrator, decideAndCommit, done } from '../change-round.js';
import type { Actor, Deps } from '../deps.js';
import { organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { refused } from '../refused.js';

/** Everybody who has been whose coaching partner in this round. */
export const coachingPairsOf = ({ content }: VersionedContent): readonly (readonly PersonId[])[] =>
  content.pairs.map(({ memberIds }) => memberIds);

/** Who takes part, what they have named, and who may not be together. */
const askedFor = async (deps: Deps, all: VersionedContent, feedback: Feedback): Promise<FeedbackAsked> => {
  const [rows, { people }] = await Promise.all([deps.rounds.feedbackNames(all.round.value.id), organisationOf(deps)]);
  const said = new Map(rows.map(({ value }) => [value.by, value]));
  const taking = all.content.participants.filter((one) => takesPart(one, said.get(one.personId) ?? null));
  const participants = taking.map(({ personId }) => personId).filter((id) => people.get(id)?.enabled !== false);
  const isThere = new Set(participants);
  const locked = feedback.groups.filter((group) => group.locked && group.memberIds.every((id) => isThere.has(id)));
  return {
    participants,
    coachingPairs: coachingPairsOf(all),
    nominations: nominationsOf(rows.map(({ value }) => value).filter(({ by }) => isThere.has(by))),
    seed: all.round.value.seed,
    locked: locked.map(({ memberIds }) => memberIds),
  };
};

const scene = async (deps: Deps, roundId: RoundId): Promise<Result<{ all: VersionedContent; row: Versioned<Feedback> }, Refusal>> => {
  const [all, row] = await Promise.all([deps.rounds.everything(roundId), deps.rounds.feedback(roundId)]);
  if (all === null) return err({ code: 'not-found' });
  const may = mayMake(all.round.value, row?.value ?? null, deps.clock.now());
  if (!may.ok) return may;
  return row === null ? err({ code: 'names-not-asked' }) : ok({ all, row });
};

/**
 * Makes the feedback pairs, proved best, elsewhere than where cards and pages are answered (R-09). What is locked stays. The result is
 * for the organisers' eyes until they announce it. Where somebody has changed the pairs meanwhile it is all made anew.
 */
export const pairFeedbackHandler =
  (deps: Deps) =>
  async (_input: Json, context: WorkContext): Promise<WorkEnd> => {
    const { roundId, by, id } = context.work;
    const watch = {
      ending: context.ending,
      onProgress: (now: { readonly done: number; readonly total: number | null }): void =>
        void context.progress({ ...now, phase: 'matching' }).catch(() => undefined),
    };
    await context.progress({ done: 0, total: null, phase: 'matching' });
    const made = await decideAndCommit<number>(deps.rounds.commit, async () => {
      const found = await scene(deps, roundId);
      if (!found.ok) return found;
      const asked = await askedFor(deps, found.value.all, found.value.row.value);
      if (asked.participants.length === 0) return err({ code: 'nobody-takes-part' });
      const pairs = await deps.weighing.feedbackPairs(asked, watch);
      if (!pairs.ok) return pairs;
      const feedback = { value: pairsMade(found.value.row.value, pairs.value, deps.clock.now()), etag: found.value.row.etag };
      const change = { roundId, opId: operationId(`${id}.made`), feedback, audit: [done(deps, by, 'feedback.pair', { roundId })] };
      return ok({ change, answer: asked.participants.length - pairs.value.alone.length });
    });
    return made.ok ? { kind: 'done', report: { matched: made.value } } : refused(made.error);
  };

/** Begins to make the feedback pairs, or to make them again around what is locked. */
export const pairFeedback = (deps: Deps, asked: AskedWork): Promise<Result<Work, Refusal>> =>
  beginWork(deps, { ...asked, kind: 'pair-feedback', input: {} }, async ({ round }) =>
    mayMake(round.value, (await deps.rounds.feedback(asked.roundId))?.value ?? null, deps.clock.now()),
  );

type Asked = { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor };

const changeFeedback = (
  deps: Deps,
  asked: Asked,
  action: Act,
  decide: (feedback: Feedback | null, all: VersionedContent) => Result<Feedback, FeedbackRefusal>,
): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, async (all) => {
    const allowed = inState(all.round.value, 'active', 'awayday');
    if (!allowed.ok) return allowed;
    const row = await deps.rounds.feedback(asked.roundId);
    const next = decide(row?.value ?? null, all);
    return next.ok ? ok({ action, feedback: { value: next.value, etag: row?.etag ?? null } }) : next;
  });

export const lockFeedback = (deps: Deps, asked: Asked & { readonly memberIds: readonly PersonId[]; readonly locked: boolean }) =>
  changeFeedback(deps, asked, 'feedback.lock', (feedback) => lockGroup(feedback, asked.memberIds, asked.locked));

export const swapFeedback = (deps: Deps, asked: Asked & { readonly personIds: readonly [PersonId, PersonId] }) =>
  changeFeedback(deps, asked, 'feedback.swap', (feedback, all) => swapInGroups(feedback, asked.personIds, coachingPairsOf(all)));
