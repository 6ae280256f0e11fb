import { type PersonId, personId } from '../../ids.js';
import { chainAbove } from '../../organisation/chains.js';
import { functionKey } from '../../organisation/functions.js';
import type { Organisation } from '../../organisation/organisation.js';
import type { Person } from '../../organisation/person.js';
import type { MatchingRules, Two } from '../rules.js';
import type { Change } from './relaxation.js';
import { shortened } from './shortened.js';

const sameTwo = ([one, other]: Two, [a, b]: Two): boolean => (one === a && other === b) || (one === b && other === a);

/** The departments of a function by their keys, each in one spelling; people without one are not counted. */
export const departmentsOf = ({ people, functionOf }: Organisation, functionName: string): ReadonlyMap<string, string> => {
  const departments = new Map<string, string>();
  for (const [id, name] of functionOf) {
    const department = people.get(id)?.department?.trim() ?? '';
    if (functionKey(name) !== functionKey(functionName) || department === '') continue;
    const known = departments.get(functionKey(department));
    if (known === undefined || department < known) departments.set(functionKey(department), department);
  }
  return departments;
};

const split = (organisation: Organisation, functionName: string): Organisation => {
  const departments = departmentsOf(organisation, functionName);
  const spelling = new Map([...organisation.functionOf.values()].map((name) => [functionKey(name), name] as const));
  const functionOf = new Map(organisation.functionOf);
  for (const [id, name] of organisation.functionOf) {
    if (functionKey(name) !== functionKey(functionName)) continue;
    const key = functionKey(organisation.people.get(id)?.department ?? '');
    const department = departments.get(key);
    if (department !== undefined) functionOf.set(id, spelling.get(key) ?? department);
  }
  return { ...organisation, functionOf };
};

/** Whoever stands above most of the participants; null where there is nobody above anybody. */
const topOf = (organisation: Organisation, participants: readonly PersonId[]): PersonId | null => {
  const below = new Map<PersonId, number>();
  for (const top of participants.flatMap((id) => chainAbove(organisation, id).at(-1) ?? [])) below.set(top, (below.get(top) ?? 0) + 1);
  return [...below].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
};

const newcomer = (index: number, managerId: PersonId | null): Person => ({
  id: personId(`\u0000newcomer ${index}`),
  name: '',
  department: null,
  managerId,
  enabled: true,
  jobTitle: null,
  mail: null,
  timeZone: null,
  language: null,
  location: null,
  functionName: null,
});

/** People who are not known yet, all of one function that nobody else is in, reporting straight to the top. */
const withNewcomers = (organisation: Organisation, participants: readonly PersonId[], count: number): Organisation => {
  const top = topOf(organisation, participants);
  const added = Array.from({ length: count }, (_, index) => newcomer(index, top));
  return {
    ...organisation,
    people: new Map([...organisation.people, ...added.map((person) => [person.id, person] as const)]),
    managerOf: new Map([...organisation.managerOf, ...added.map(({ id }) => [id, top] as const)]),
    functionOf: new Map([...organisation.functionOf, ...added.map(({ id }) => [id, '\u0000newcomers'] as const)]),
  };
};

export type Asked = { readonly participants: readonly PersonId[]; readonly rules: MatchingRules };

/** The participants and rules as they are after a change; people to invite stand in as people nobody knows yet. */
export const relaxed = ({ participants, rules }: Asked, change: Change): Asked => {
  const { organisation } = rules;
  switch (change.code) {
    case 'invite': {
      const more = withNewcomers(organisation, participants, change.count);
      const joining = [...more.people.keys()].filter((id) => !organisation.people.has(id));
      return { participants: [...participants, ...joining], rules: { ...rules, organisation: more } };
    }
    case 'repeats':
      return {
        participants,
        rules: { ...rules, repeatsAllowed: [...rules.repeatsAllowed, ...change.pairs.map(({ members }) => members)] },
      };
    case 'kept-apart': {
      const keptApart = rules.keptApart.filter((two) => !change.pairs.some((pair) => sameTwo(two, pair)));
      return { participants, rules: { ...rules, keptApart } };
    }
    case 'reach': {
      const decided = shortened(change.decisions).map(({ personId, levels }) => ({ personId, levels }));
      return { participants, rules: { ...rules, reach: [...rules.reach, ...decided] } };
    }
    case 'split-function':
      return { participants, rules: { ...rules, organisation: split(organisation, change.functionName) } };
  }
};
