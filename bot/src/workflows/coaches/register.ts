import {
  type Coach,
  type CoachId,
  type CoachOrigin,
  type CoachRefusal,
  coachId,
  entered,
  takenOut,
  whyNotFree,
} from '@coaching-pairs/shared/coaches/coach';
import type { OperationId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { ChangeCoach, CoachEntry, CoachRegister } from '@coaching-pairs/shared/wire/two-two';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { Actor, Deps } from '../deps.js';
import { organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { rememberNamed } from '../remember-named.js';
import { changeRegister, type Decided } from './change-register.js';
import { loadsOf } from './loads.js';

type Asked = { readonly actor: Actor; readonly opId: OperationId };

/** What a coach is called: by the directory, or as they were entered. */
export const coachNameIn = (organisation: Awaited<ReturnType<typeof organisationOf>>, { from }: Pick<Coach, 'from'>): string =>
  from.kind === 'external' ? from.name : (organisation.people.get(from.personId)?.name ?? from.personId);

const commitmentOf = ({ commitment }: Coach): CoachEntry['commitment'] => commitment && { ...commitment };

/** The register for a coordinator, in the order of names. */
export const registerOf = async (deps: Deps, words: Words): Promise<CoachRegister> => {
  const [coaches, organisation, loads] = await Promise.all([deps.coachRegister.all(), organisationOf(deps), loadsOf(deps)]);
  const entries = coaches.map(({ value: coach }): CoachEntry => {
    const { id, from, about, languages, place, capacity, paused } = coach;
    const open = loads.get(id)?.open ?? 0;
    return {
      ...{ id, about, languages: [...languages], place, capacity, paused, open, commitment: commitmentOf(coach) },
      name: coachNameIn(organisation, coach),
      functionName: from.kind === 'inside' ? (organisation.functionOf.get(from.personId) ?? null) : null,
      mail: from.kind === 'external' ? from.mail : null,
      hasAccount: from.kind === 'inside' || from.guestId !== null,
      standing: whyNotFree(coach, open) ?? 'free',
    };
  });
  return { coaches: entries.sort((one, other) => words.compare(one.name, other.name)) };
};

/** Enters somebody of the organisation, whom the directory has to know, or somebody from outside by name and address. */
export const addCoach = async (
  deps: Deps,
  {
    from,
    capacity,
    ...asked
  }: Asked & {
    readonly from: Exclude<CoachOrigin, { kind: 'external' }> | { readonly kind: 'external'; readonly name: string; readonly mail: string };
    readonly capacity: number;
  },
): Promise<Result<null, Refusal>> => {
  if (from.kind === 'inside') {
    const known = await rememberNamed(deps, [from.personId]);
    if (!known.ok) return known;
  }
  const origin: CoachOrigin = from.kind === 'inside' ? from : { ...from, guestId: null };
  const id = coachId(from.kind === 'inside' ? from.personId : deps.newId());
  return changeRegister(deps, asked, (register): Decided => {
    const coach = entered(
      register.map(({ value }) => value),
      { id, from: origin, capacity },
    );
    return coach.ok ? ok({ action: 'register.add', about: coach.value, coach: { value: coach.value, etag: null } }) : coach;
  });
};

type Change = Omit<ChangeCoach, 'opId'>;

/** Whoever has an account says of themselves who they are; for somebody else from outside the coordinator does. */
const changed = (coach: Coach, { external, ...plain }: Change): Result<Coach, CoachRefusal | { readonly code: 'not-found' }> => {
  if (external === null) return ok({ ...coach, ...plain });
  if (coach.from.kind === 'inside' || coach.from.guestId !== null) return err({ code: 'not-found' });
  const { name, mail, about } = external;
  return ok({ ...coach, ...plain, about, from: { ...coach.from, name, mail } });
};

/** Changes what a coordinator may of an entry. */
export const changeCoach = (
  deps: Deps,
  { id, change, ...asked }: Asked & { readonly id: CoachId; readonly change: Change },
): Promise<Result<null, Refusal>> =>
  changeRegister(deps, asked, (register): Decided => {
    const found = register.find(({ value }) => value.id === id);
    if (found === undefined) return err({ code: 'not-found' });
    const next = changed(found.value, change);
    if (!next.ok) return next;
    return ok({ action: 'register.change', about: next.value, coach: { value: next.value, etag: found.etag } });
  });

/**
 * Takes somebody out, unless they are in an engagement that is open. Their engagements are counted after their entry was read, and
 * whoever gives them marks that entry first: so either this finds them given, or it finds the entry changed and looks again.
 */
export const removeCoach = (deps: Deps, { id, ...asked }: Asked & { readonly id: CoachId }): Promise<Result<null, Refusal>> =>
  changeRegister(deps, asked, async (register): Promise<Decided> => {
    const found = register.find(({ value }) => value.id === id);
    if (found === undefined) return err({ code: 'not-found' });
    const out = takenOut(found.value, (await loadsOf(deps)).get(id)?.open ?? 0, deps.clock.now());
    return out.ok ? ok({ action: 'register.remove', about: found.value, removed: found }) : out;
  });
