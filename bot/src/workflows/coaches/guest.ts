import { accountOf } from '@coaching-pairs/shared/coaches/coach';
import { dayOf } from '@coaching-pairs/shared/time';
import type { Me } from '@coaching-pairs/shared/wire/mine';
import type { Actor, Deps } from '../deps.js';
import { twoTwoIsOn } from './switch.js';

/** Whether somebody is a coach of the register with this account, while 2:2 Coaching is offered. */
export const isCoachHere = async (deps: Pick<Deps, 'coachRegister'>, { personId }: Actor): Promise<boolean> =>
  (await twoTwoIsOn(deps)) && (await deps.coachRegister.all()).some(({ value }) => accountOf(value) === personId);

/** What a guest is told of themselves: nothing of rounds, and of 2:2 Coaching only where they are a coach of it. */
export const whoIsGuest = async (deps: Deps, actor: Actor): Promise<Me> => ({
  person: { id: actor.personId, name: actor.name },
  ...{ administers: false, mayOpenRounds: false, guest: true },
  today: dayOf(deps.clock.now()),
  ...{ hours: null, pausedUntil: null, rounds: [], leadsFromOutside: [] },
  twoTwo: (await isCoachHere(deps, actor)) ? { on: true, coordinator: false, coach: true } : null,
});
