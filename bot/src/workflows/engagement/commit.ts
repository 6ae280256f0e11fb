import type { EngagementId, OperationId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { changeWithRetry } from '../../ports/change.js';
import type { EngagementChange } from '../../ports/engagements.js';
import type { AuditEntry } from '../../ports/rounds.js';
import type { CommitOutcome } from '../../ports/store.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import { messagesOf } from './telling.js';

/** What is to be written; the operation is added. Null where nothing need be. */
export type Draft = Omit<EngagementChange, 'opId'> | null;

type Committed = Result<CommitOutcome, Refusal>;

type Asked = {
  readonly engagementId: EngagementId;
  readonly opId: OperationId;
  /** What a coordinator does by it. */
  readonly act?: AuditEntry;
};

/** Refusals that an operation meets in what it has itself brought about, when its answer was lost and it is asked for again. */
const ofItsOwn: ReadonlySet<Refusal['code']> = new Set(['two-two-wrong-state', 'two-two-moved-on', 'two-two-too-many']);

/** Decides and writes, again while somebody else changes the same engagement; done before, it counts as done. */
export const decideInEngagement = async (
  deps: Deps,
  { engagementId, opId, act }: Asked,
  decide: () => Promise<Result<Draft, Refusal>>,
): Promise<Result<null, Refusal>> => {
  let trouble: Refusal | null = null;
  const commit = async (draft: Draft): Promise<Committed> => {
    if (draft === null) return ok('committed');
    const outbox = await messagesOf(deps, opId, draft);
    return outbox.ok ? deps.engagements.commit({ ...draft, opId, outbox: outbox.value, ...(act && { act }) }) : outbox;
  };
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
  if (changed.ok) return ok(null);
  return ofItsOwn.has(changed.error.code) && (await deps.engagements.isDone(engagementId, opId)) ? ok(null) : changed;
};
