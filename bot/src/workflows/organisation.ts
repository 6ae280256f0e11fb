import type { PersonId } from '@coaching-pairs/shared/ids';
import { type Organisation, organise } from '@coaching-pairs/shared/organisation/organisation';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { OrganisationSnapshot, OrganisationStore } from '../ports/organisation.js';

const organised = new WeakMap<OrganisationSnapshot, Organisation>();

/** The stored organisation with corrections applied; worked out once for each state of the store. */
export const organisationOf = async (deps: { readonly organisation: OrganisationStore }): Promise<Organisation> => {
  const snapshot = await deps.organisation.snapshot();
  const known = organised.get(snapshot);
  if (known !== undefined) return known;
  const organisation = organise(snapshot);
  organised.set(snapshot, organisation);
  return organisation;
};

/** Somebody by name and function, never by title (CP-61); whoever is not stored keeps their id as a name. */
export const namedIn =
  (organisation: Organisation) =>
  (id: PersonId): Named => ({
    id,
    name: organisation.people.get(id)?.name ?? id,
    functionName: organisation.functionOf.get(id) ?? null,
  });
