import type { PersonId } from '../ids.js';
import type { Correction, FunctionGroup } from './corrections.js';
import type { Person } from './person.js';

/** Spellings that differ in case or outer blanks mean one function. */
export const functionKey = (name: string): string => name.trim().toLowerCase();

const groupedDepartments = (groups: readonly FunctionGroup[]): ReadonlyMap<string, string> =>
  new Map(groups.flatMap((group) => group.departments.map((department) => [functionKey(department), group.name.trim()] as const)));

const nameFor = (person: Person, correction: Correction | undefined, groups: ReadonlyMap<string, string>): string => {
  const department = person.department?.trim() ?? '';
  const named = [correction?.functionName, person.functionName, groups.get(functionKey(department)), department];
  return named.map((name) => name?.trim() ?? '').find((name) => name !== '') ?? '';
};

/**
 * The function of each person (CP-20): what HR entered, else what the people file says, else the group of the department,
 * else the department itself. One spelling is used for all who share a function.
 */
export const functionsOf = (
  people: readonly Person[],
  corrections: ReadonlyMap<PersonId, Correction>,
  groups: readonly FunctionGroup[],
): ReadonlyMap<PersonId, string> => {
  const grouped = groupedDepartments(groups);
  const names = people.map((person) => [person.id, nameFor(person, corrections.get(person.id), grouped)] as const);
  const spelling = new Map<string, string>();
  for (const [, name] of names) {
    const known = spelling.get(functionKey(name));
    if (known === undefined || name < known) spelling.set(functionKey(name), name);
  }
  return new Map(names.filter(([, name]) => name !== '').map(([id, name]) => [id, spelling.get(functionKey(name)) ?? name]));
};
