import { announceFeedback, memberIdsOf } from '@coaching-pairs/shared/awayday/feedback-record';
import { operationId, type PersonId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { inState } from '@coaching-pairs/shared/round/round';
import type { Json } from '../../ports/store.js';
import type { Work, WorkContext, WorkEnd } from '../../ports/works.js';
import { type AskedWork, beginWork } from '../begin-work.js';
import { decideAndCommit, done } from '../change-round.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import { refused } from '../refused.js';
import { tellPopulation } from '../tell-population.js';

/** Settles the pairs; found settled by the same work they are left as they are. Answers who is in one. */
const settle = (deps: Deps, { work }: WorkContext, begun: boolean): Promise<Result<readonly PersonId[], Refusal>> =>
  decideAndCommit<readonly PersonId[]>(deps.rounds.commit, async () => {
    const { roundId, by, id } = work;
    const [round, row] = await Promise.all([deps.rounds.round(roundId), deps.rounds.feedback(roundId)]);
    if (round === null) return err({ code: 'not-found' });
    if (begun && row?.value.announcedAt != null) return ok({ change: null, answer: memberIdsOf(row.value).flat() });
    const allowed = inState(round.value, 'active', 'awayday');
    if (!allowed.ok) return allowed;
    const next = announceFeedback(row?.value ?? null, deps.clock.now());
    if (!next.ok) return next;
    const feedback = { value: next.value, etag: row?.etag ?? null };
    const change = { roundId, opId: operationId(`${id}.settle`), feedback, audit: [done(deps, by, 'feedback.announce', { roundId })] };
    return ok({ change, answer: memberIdsOf(next.value).flat() });
  });

/** Tells everybody who is in a feedback pair with whom they are, once. */
export const announceFeedbackHandler =
  (deps: Deps) =>
  async (_input: Json, context: WorkContext): Promise<WorkEnd> => {
    const begun = context.resume !== null;
    if (!begun) await context.saveResume({ begun: true });
    const settled = await settle(deps, context, begun);
    if (!settled.ok) return refused(settled.error);
    const { roundId, by, id } = context.work;
    const telling = { roundId, opId: operationId(id), kind: 'feedback-pair', by, context } as const;
    return { kind: 'done', report: { told: await tellPopulation(deps, telling, settled.value) } };
  };

export const announceFeedbackPairs = (deps: Deps, asked: AskedWork): Promise<Result<Work, Refusal>> =>
  beginWork(deps, { ...asked, kind: 'announce-feedback', input: {} }, async ({ round }) => {
    const allowed = inState(round.value, 'active', 'awayday');
    return allowed.ok ? announceFeedback((await deps.rounds.feedback(asked.roundId))?.value ?? null, deps.clock.now()) : allowed;
  });
