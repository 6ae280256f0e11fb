import type { SandboxPerson } from '../parts.js';
import type { Tenant } from './tenant.js';

/** Everybody of the tenant as sign-in and the person switcher need them; those with a part to play come first. */
export const sandboxPeopleOf = ({
  people,
  administratorId,
  peoplePartnerId,
  roundLeaderId,
  outsiderId,
}: Tenant): readonly SandboxPerson[] => {
  const first = [administratorId, peoplePartnerId, roundLeaderId];
  const placeOf = (id: string): number => (first.includes(id) ? first.indexOf(id) : id === outsiderId ? first.length + 1 : first.length);
  return people
    .map(({ id, name, roles, mail }) => ({ id, name, roles, ...(mail === null ? {} : { mail }) }))
    .sort((one, other) => placeOf(one.id) - placeOf(other.id));
};
