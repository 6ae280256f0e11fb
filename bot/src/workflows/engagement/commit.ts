import type { OperationId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { changeWithRetry } from '../../ports/change.js';
import type { EngagementChange } from '../../ports/engagements.js';
import type { CommitOutcome } from '../../ports/store.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';

/** What is to be written; the operation is added. Null where nothing need be. */
export type Draft = Omit<EngagementChange, 'opId'> | null;

type Committed = Result<CommitOutcome, Refusal>;

/** Decides and writes, again while somebody else changes the same engagement; done before, it counts as done. */
export const decideInEngagement = async (
  deps: Deps,
  opId: OperationId,
  decide: () => Promise<Result<Draft, Refusal>>,
): Promise<Result<null, Refusal>> => {
  let trouble: Refusal | null = null;
  const commit = async (draft: Draft): Promise<Committed> =>
    draft === null ? ok('committed') : deps.engagements.commit({ ...draft, opId });
  const changed = await changeWithRetry({
    read: decide,
    decide: (decision) => decision,
    commit: async (draft) => {
      const done = await commit(draft);
      // Trouble with the vault ends it: nothing was written.
      if (!done.ok) trouble = done.error;
      return done.ok ? done.value : 'committed';
    },
  });
  if (trouble !== null) return err(trouble);
  return changed.ok ? ok(null) : changed;
};
