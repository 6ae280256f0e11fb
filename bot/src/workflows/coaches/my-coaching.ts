import { accountOf, type Coach, type CoachProfile, committed } from '@coaching-pairs/shared/coaches/coach';
import type { OperationId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { MyCoaching } from '@coaching-pairs/shared/wire/two-two';
import type { Versioned } from '../../ports/rounds.js';
import type { Actor, Deps } from '../deps.js';
import { organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { changeRegister, type Decided } from './change-register.js';
import { coachNameIn } from './register.js';

type Asked = { readonly actor: Actor; readonly opId: OperationId };

const mineIn = (register: readonly Versioned<Coach>[], { personId }: Actor): Versioned<Coach> | undefined =>
  register.find(({ value }) => accountOf(value) === personId);

/** A coach's own entry; to everybody else there is none (S-11). */
export const myCoaching = async (deps: Deps, actor: Actor): Promise<Result<MyCoaching, Refusal>> => {
  const [register, organisation] = await Promise.all([deps.coachRegister.all(), organisationOf(deps)]);
  const mine = mineIn(register, actor);
  if (mine === undefined) return err({ code: 'not-found' });
  const { about, languages, place, capacity, paused, commitment } = mine.value;
  const name = coachNameIn(organisation, mine.value);
  return ok({ name, about, languages: [...languages], place, capacity, paused, commitment: commitment && { ...commitment } });
};

/** Writes what a coach says of themselves, how much they take on, and whether anything new for now. */
export const saveMyCoaching = (
  deps: Deps,
  { profile, ...asked }: Asked & { readonly profile: CoachProfile & Pick<Coach, 'capacity' | 'paused'> },
): Promise<Result<null, Refusal>> =>
  changeRegister(deps, asked, (register): Decided => {
    const mine = mineIn(register, asked.actor);
    if (mine === undefined) return err({ code: 'not-found' });
    const next = { ...mine.value, ...profile };
    return ok({ action: 'register.profile', about: next, coach: { value: next, etag: mine.etag } });
  });

/** A coach accepts the Code of Ethics by their own name and now; nobody can do so for them (TT-30). */
export const acceptCode = (deps: Deps, { name, ...asked }: Asked & { readonly name: string }): Promise<Result<null, Refusal>> =>
  changeRegister(deps, asked, (register): Decided => {
    const mine = mineIn(register, asked.actor);
    if (mine === undefined) return err({ code: 'not-found' });
    const next = committed(mine.value, name, deps.clock.now());
    if (!next.ok) return next;
    if (next.value === mine.value) return ok(null);
    return ok({ action: 'register.commit', about: next.value, coach: { value: next.value, etag: mine.etag } });
  });
