import type { PersonId } from '../ids.js';
import type { Organisation } from './organisation.js';

/** What HR should look at after a sync or an upload, as ids. */
export type Findings = {
  readonly people: number;
  /** No manager given, and not confirmed by HR to have none. */
  readonly withoutManager: readonly PersonId[];
  /** The manager named is not among the people. */
  readonly managerMissing: readonly { readonly personId: PersonId; readonly managerId: PersonId }[];
  /** The manager named has a blocked account. */
  readonly managerDisabled: readonly { readonly personId: PersonId; readonly managerId: PersonId }[];
  readonly disabled: readonly PersonId[];
  /** Every member is the report of the next one. */
  readonly cycles: readonly (readonly PersonId[])[];
  /** In no function at all, so that CP-20 says nothing about them. */
  readonly withoutDepartment: readonly PersonId[];
};

/** People, missing and blocked managers, cycles and missing departments, each in the order of ids (CP-24b). */
export const findingsOf = (org: Organisation): Findings => {
  const withoutManager: PersonId[] = [];
  const managerMissing: { personId: PersonId; managerId: PersonId }[] = [];
  const managerDisabled: { personId: PersonId; managerId: PersonId }[] = [];
  for (const [personId, managerId] of org.managerOf) {
    if (managerId === null) {
      if (!org.confirmedWithoutManager.has(personId)) withoutManager.push(personId);
      continue;
    }
    const manager = org.people.get(managerId);
    if (manager === undefined) managerMissing.push({ personId, managerId });
    else if (!manager.enabled) managerDisabled.push({ personId, managerId });
  }
  const people = [...org.people.values()];
  return {
    people: people.length,
    withoutManager,
    managerMissing,
    managerDisabled,
    disabled: people.filter((person) => !person.enabled).map((person) => person.id),
    cycles: org.cycles,
    withoutDepartment: people.filter((person) => !org.functionOf.has(person.id)).map((person) => person.id),
  };
};
