import { accountOf, type CoachId, coachId } from '@coaching-pairs/shared/coaches/coach';
import { suggestCoaches } from '@coaching-pairs/shared/coaches/suggestion';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { CoachSuggestion } from '@coaching-pairs/shared/wire/two-two';
import type { Deps } from '../deps.js';
import { namedIn, organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { rememberNamed } from '../remember-named.js';
import { loadsOf } from './loads.js';
import { coachNameIn } from './register.js';

type Asked = {
  readonly clientIds: readonly [PersonId, PersonId];
  readonly languages: readonly string[];
  /** Who sponsors the two, and so coaches neither (TT-01). */
  readonly sponsorId?: PersonId | null;
};

/**
 * Two from the register for two people, who holds whom, and why not the others; for the coordinator alone, who knows all of it
 * already. Nothing is kept and nobody is told.
 */
export const suggestionFor = async (
  deps: Deps,
  { clientIds, languages, sponsorId = null }: Asked,
): Promise<Result<CoachSuggestion, Refusal>> => {
  if (clientIds[0] === clientIds[1]) return err({ code: 'unknown-people', entries: [clientIds[0]] });
  const known = await rememberNamed(deps, clientIds);
  if (!known.ok) return known;
  const [register, organisation, load] = await Promise.all([deps.coachRegister.all(), organisationOf(deps), loadsOf(deps)]);
  const entered = register.map(({ value }) => value);
  const sponsors = entered.filter((coach) => sponsorId !== null && accountOf(coach) === sponsorId);
  const coaches = entered.filter((coach) => !sponsors.includes(coach));
  const { two, passedOver } = suggestCoaches({ organisation, coaches, load, clientIds, languages, agreed: [] });
  const coachOf = (id: CoachId) => entered.find((coach) => coach.id === id);
  const named = (id: CoachId): CoachSuggestion['passedOver'][number]['coach'] => {
    const coach = coachOf(id);
    if (coach?.from.kind === 'inside') return namedIn(organisation)(coach.from.personId);
    return { id: coachId(id), name: coach === undefined ? id : coachNameIn(organisation, coach), functionName: null };
  };
  const holds = two?.holds.map(({ coachId: id, clientId, load: { open } }) => ({
    ...{ coach: named(id), client: namedIn(organisation)(clientId), open, capacity: coachOf(id)?.capacity ?? 0 },
  }));
  return ok({
    two: two === null || holds === undefined ? null : { holds, why: two.why, languages: [...two.languages] },
    passedOver: [
      ...sponsors.map(({ id }) => ({ coach: named(id), why: 'is-sponsor' as const })),
      ...passedOver.map(({ coachId: id, why }) => ({ coach: named(id), why })),
    ],
  });
};
