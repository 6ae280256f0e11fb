import { accountOf, type Coach, whyNotFree } from '@coaching-pairs/shared/coaches/coach';
import { conflictsLeft, conflictsOf } from '@coaching-pairs/shared/coaches/conflicts';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Deps } from '../deps.js';
import { organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { rememberNamed } from '../remember-named.js';
import { loadsOf } from './loads.js';

type Asked = {
  readonly coachIds: readonly PersonId[];
  readonly clientIds: readonly PersonId[];
  /** Which clients have said of which coach that they are content. */
  readonly agreed?: readonly { readonly coachId: PersonId; readonly by: PersonId }[];
};

/** Refused for the first of them who cannot take on another engagement now, whatever was suggested before (TT-30). */
export const coachesFree = async (deps: Deps, coachIds: readonly PersonId[]): Promise<Result<null, Refusal>> => {
  const [register, loads] = await Promise.all([deps.coachRegister.all(), loadsOf(deps)]);
  const whyNot = (coach: Coach) => whyNotFree(coach, loads.get(coach.id)?.open ?? 0);
  for (const personId of coachIds) {
    const coach = register.map(({ value }) => value).find((one) => accountOf(one) === personId);
    if (coach === undefined) return err({ code: 'coach-unknown', personId });
    const why = whyNot(coach);
    if (why !== null) return err({ code: 'coach-not-free', personId, why });
  }
  return ok(null);
};

/** Refused for the first coach who is not in the register, or is too near to a client and not agreed to by both (TT-01, TT-02). */
export const coachConflicts = async (deps: Deps, { coachIds, clientIds, agreed = [] }: Asked): Promise<Result<null, Refusal>> => {
  // Of whom nothing is known it cannot be known either that they are not near.
  const known = await rememberNamed(deps, clientIds);
  if (!known.ok) return known;
  const [register, organisation] = await Promise.all([deps.coachRegister.all(), organisationOf(deps)]);
  for (const personId of coachIds) {
    const coach = register.map(({ value }) => value).find((one) => accountOf(one) === personId);
    if (coach === undefined) return err({ code: 'coach-unknown', personId });
    const said = agreed.filter(({ coachId }) => coachId === personId).map(({ by }) => ({ coachId: coach.id, by }));
    const [left] = conflictsLeft(conflictsOf(organisation, coach, clientIds), coach, clientIds, said);
    if (left !== undefined) return err({ code: 'coach-near', personId, clientId: left.clientId, why: left.code });
  }
  return ok(null);
};
