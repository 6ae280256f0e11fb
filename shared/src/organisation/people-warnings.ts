import type { PersonId } from '../ids.js';
import { findingsOf } from './findings.js';
import { type Organisation, organise } from './organisation.js';
import type { Person } from './person.js';
import { spans } from './span.js';

/** What a file may say but an administrator should know; people by name. */
export type PeopleWarning =
  | { readonly code: 'unknown-column'; readonly name: string }
  | { readonly code: 'manager-not-in-file'; readonly names: readonly string[]; readonly managerIds: readonly string[] }
  /** Each reports to the next, the last one to the first; of one person, who is named as their own manager. */
  | { readonly code: 'cycle'; readonly names: readonly string[] }
  | { readonly code: 'no-department'; readonly names: readonly string[] }
  | { readonly code: 'nobody-without-manager' }
  /** Without a manager, but not at the top of everybody: their chains are not confirmed (CP-24b). */
  | { readonly code: 'several-without-manager'; readonly names: readonly string[] }
  /** Has everybody else below them, so that only a reach gives them a partner (CP-24a). */
  | { readonly code: 'above-everybody'; readonly names: readonly string[] };

const namer =
  (organisation: Organisation) =>
  (id: PersonId): string =>
    organisation.people.get(id)?.name ?? id;

const managerWarnings = (organisation: Organisation): readonly PeopleWarning[] => {
  const nameOf = namer(organisation);
  const { managerMissing, withoutManager, cycles } = findingsOf(organisation);
  const warnings: PeopleWarning[] = cycles.map((cycle) => ({ code: 'cycle', names: cycle.map(nameOf) }));
  if (managerMissing.length > 0) {
    const managerIds = [...new Set(managerMissing.map((missing) => missing.managerId))];
    warnings.push({ code: 'manager-not-in-file', names: managerMissing.map((missing) => nameOf(missing.personId)), managerIds });
  }
  if (withoutManager.length === 0 && organisation.people.size > 0) warnings.push({ code: 'nobody-without-manager' });
  if (withoutManager.length > 1) warnings.push({ code: 'several-without-manager', names: withoutManager.map(nameOf) });
  return warnings;
};

/** Cycles, absent managers, missing tops and departments, and whoever stands above everybody. */
export const warningsOf = (people: readonly Person[]): readonly PeopleWarning[] => {
  const organisation = organise({ people, corrections: [], functions: [] });
  const nameOf = namer(organisation);
  const without = findingsOf(organisation).withoutDepartment;
  const all = [...spans(organisation)].filter(([, below]) => below > 0 && below === people.length - 1).map(([id]) => nameOf(id));
  return [
    ...managerWarnings(organisation),
    ...(without.length > 0 ? [{ code: 'no-department', names: without.map(nameOf) } as const] : []),
    ...(all.length > 0 ? [{ code: 'above-everybody', names: all } as const] : []),
  ];
};
