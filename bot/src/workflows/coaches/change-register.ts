import type { Act } from '@coaching-pairs/shared/audit/acts';
import { accountOf, type Coach } from '@coaching-pairs/shared/coaches/coach';
import type { OperationId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { changeWithRetry } from '../../ports/change.js';
import type { Versioned } from '../../ports/rounds.js';
import type { RegisterChange } from '../../ports/two-two.js';
import { done } from '../change-round.js';
import type { Actor, Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';

type Draft = Pick<RegisterChange, 'coach' | 'removed'> & { readonly action: Act; readonly about: Coach };

/** Null where nothing need be written. */
export type Decided = Result<Draft | null, Refusal>;

/** Reads the register, decides and writes with one act; the act names an account, and nobody who has none (S-20). */
export const changeRegister = async (
  deps: Deps,
  { actor, opId }: { readonly actor: Actor; readonly opId: OperationId },
  decide: (register: readonly Versioned<Coach>[]) => Decided | Promise<Decided>,
): Promise<Result<null, Refusal>> => {
  const { coachRegister } = deps;
  const changed = await changeWithRetry({
    // Whatever else it asks is asked after the register, and again with it.
    read: async () => decide(await coachRegister.all()),
    decide: (decision) => decision,
    commit: async (draft) => {
      if (draft === null) return 'committed';
      const { action, about, ...writes } = draft;
      const account = accountOf(about);
      const audit = done(deps, actor.personId, action, account === null ? {} : { personId: account });
      return coachRegister.commit({ ...writes, opId, audit });
    },
  });
  return changed.ok ? ok(null) : changed;
};
