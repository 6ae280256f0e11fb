import { accountOf } from '@coaching-pairs/shared/coaches/coach';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { changeWithRetry } from '../../ports/change.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';

/**
 * Marks the entries of coaches who are about to be given, before that is written where no batch can hold both: from then on nobody takes
 * them out of the register. Refused for whoever has been taken out already. What comes to nothing afterwards wears off by itself.
 */
export const holdCoaches = async (deps: Deps, coachIds: readonly PersonId[]): Promise<Result<null, Refusal>> => {
  const { coachRegister, clock } = deps;
  for (const personId of coachIds) {
    const held = await changeWithRetry<Awaited<ReturnType<typeof coachRegister.all>>, Parameters<typeof coachRegister.hold>[0], Refusal>({
      read: coachRegister.all,
      decide: (register) => {
        const found = register.find(({ value }) => accountOf(value) === personId);
        if (found === undefined) return err({ code: 'coach-unknown', personId });
        return ok({ value: { ...found.value, givenAt: clock.now() }, etag: found.etag });
      },
      commit: coachRegister.hold,
    });
    if (!held.ok) return held;
  }
  return ok(null);
};
