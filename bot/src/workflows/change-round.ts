import type { Act } from '@coaching-pairs/shared/audit/acts';
import type { OperationId, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { isAdministrator } from '@coaching-pairs/shared/round/round';
import { changeWithRetry } from '../ports/change.js';
import type { AuditEntry, CommitOutcome, RoundChange, VersionedContent } from '../ports/rounds.js';
import type { Actor, Deps } from './deps.js';
import type { Refusal } from './refusal.js';

/**
 * Decides and writes, again and again while somebody else changes the same rows. The decision gives the change, or null
 * when nothing need be written. An operation that was carried out before counts as done.
 */
export const decideAndCommit = async <T>(
  commit: (change: RoundChange) => Promise<CommitOutcome>,
  decide: () => Promise<Result<{ readonly change: RoundChange | null; readonly answer: T }, Refusal>>,
): Promise<Result<T, Refusal>> => {
  const changed = await changeWithRetry({
    read: decide,
    decide: (decision) => decision,
    commit: async ({ change }) => (change === null ? 'committed' : commit(change)),
  });
  return changed.ok ? ok(changed.value.decision.answer) : changed;
};

/** The audit line of one act: codes and ids only (S-20). */
export const done = (deps: Deps, by: PersonId | 'product', action: Act, subject: Readonly<Record<string, string>>): AuditEntry => ({
  at: deps.clock.now(),
  by,
  action,
  subject,
  result: 'done',
});

/** A round with all its content, for one of its administrators; anybody else learns nothing of it (S-10, S-11). */
export const readAsAdministrator = async (deps: Deps, roundId: RoundId, actor: Actor): Promise<Result<VersionedContent, Refusal>> => {
  const all = await deps.rounds.everything(roundId);
  return all !== null && isAdministrator(all.round.value, actor.personId) ? ok(all) : err({ code: 'not-found' });
};

/** What a use case on a round gives to be written; the round's id and the operation are added. */
export type Draft = Omit<RoundChange, 'roundId' | 'opId' | 'audit'> & {
  readonly action: Act;
  readonly subject?: Readonly<Record<string, string>>;
};

/** Lets an administrator change a round: reads it whole, decides, writes with one audit line. */
export const changeAsAdministrator = (
  deps: Deps,
  asked: { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor },
  decide: (all: VersionedContent) => Result<Draft | null, Refusal> | Promise<Result<Draft | null, Refusal>>,
): Promise<Result<null, Refusal>> =>
  decideAndCommit(deps.rounds.commit, async () => {
    const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
    if (!all.ok) return all;
    const decision = await decide(all.value);
    if (!decision.ok) return decision;
    if (decision.value === null) return ok({ change: null, answer: null });
    const { action, subject, ...writes } = decision.value;
    const audit = [done(deps, asked.actor.personId, action, { roundId: asked.roundId, ...subject })];
    return ok({ change: { ...writes, roundId: asked.roundId, opId: asked.opId, audit }, answer: null });
  });
