import { accountOf } from '@coaching-pairs/shared/coaches/coach';
import { switched } from '@coaching-pairs/shared/coaches/programme';
import type { OperationId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Me } from '@coaching-pairs/shared/wire/mine';
import type { TwoTwoSwitch } from '@coaching-pairs/shared/wire/two-two';
import { changeWithRetry } from '../../ports/change.js';
import { done } from '../change-round.js';
import type { Actor, Deps } from '../deps.js';
import { namedIn, organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';

/** Whether 2:2 Coaching is offered here; while it is not, nobody finds a trace of it. */
export const twoTwoIsOn = async ({ coachRegister }: Pick<Deps, 'coachRegister'>): Promise<boolean> =>
  (await coachRegister.programme()).value.on;

/** Whoever holds the role for it, while it is offered. Who administers rounds is no coordinator by that. */
export const isCoordinator = async (deps: Pick<Deps, 'coachRegister'>, actor: Actor): Promise<boolean> =>
  actor.coordinator === true && (await twoTwoIsOn(deps));

export const switchOf = async (deps: Deps): Promise<TwoTwoSwitch> => {
  const { on, by, at } = (await deps.coachRegister.programme()).value;
  const named = namedIn(await organisationOf(deps));
  return { on, by: by === null ? null : named(by), at };
};

/** Offers 2:2 Coaching, or no longer, by the name of whoever does; nothing is written where it stands so already. */
export const switchTwoTwo = async (
  deps: Deps,
  { actor, opId, on }: { readonly actor: Actor; readonly opId: OperationId; readonly on: boolean },
): Promise<Result<null, Refusal>> => {
  if (actor.coordinator !== true) return err({ code: 'not-found' });
  const { coachRegister, clock } = deps;
  const changed = await changeWithRetry({
    read: coachRegister.programme,
    decide: (before) => ok({ before, after: switched(before.value, on, actor.personId, clock.now()) }),
    commit: async ({ before, after }) => {
      if (after === before.value) return 'committed';
      const audit = done(deps, actor.personId, on ? 'two-two.on' : 'two-two.off', {});
      return coachRegister.commit({ opId, audit, programme: { value: after, etag: before.etag } });
    },
  });
  return changed.ok ? ok(null) : changed;
};

/** What of 2:2 Coaching is there for somebody; null where there is nothing to be seen of it. */
export const myTwoTwo = async (deps: Deps, actor: Actor): Promise<Me['twoTwo']> => {
  const on = await twoTwoIsOn(deps);
  const coordinator = actor.coordinator === true;
  if (!on) return coordinator ? { on, coordinator, coach: false } : null;
  const coach = (await deps.coachRegister.all()).some(({ value }) => accountOf(value) === actor.personId);
  return { on, coordinator, coach };
};
