import type { PersonId } from '../ids.js';
import { type CorrectedField, type Correction, correctedFields, type FunctionGroup } from './corrections.js';
import { cyclesOf } from './cycles.js';
import { functionsOf } from './functions.js';
import type { Person } from './person.js';

export type { Correction, FunctionGroup } from './corrections.js';

export type OrganisationInput = {
  readonly people: readonly Person[];
  readonly corrections: readonly Correction[];
  readonly functions: readonly FunctionGroup[];
};

/** The organisation as the rules see it: corrected, with the chains both ways. */
export type Organisation = {
  /** In the order of their ids, so that the order of input never matters. */
  readonly people: ReadonlyMap<PersonId, Person>;
  /** The manager after corrections; may name somebody who is not among the people. */
  readonly managerOf: ReadonlyMap<PersonId, PersonId | null>;
  readonly reportsOf: ReadonlyMap<PersonId, readonly PersonId[]>;
  /** Nobody without a department and without a correction is in it. */
  readonly functionOf: ReadonlyMap<PersonId, string>;
  /** Each cycle from its first id onwards, every member the report of the next one. */
  readonly cycles: readonly (readonly PersonId[])[];
  /** What HR has put right of whom. */
  readonly corrected: ReadonlyMap<PersonId, readonly CorrectedField[]>;
  /** The second manager of whoever has one (CP-22). */
  readonly dottedOf: ReadonlyMap<PersonId, PersonId>;
  /** The zones that HR has put right. */
  readonly correctedZone: ReadonlyMap<PersonId, string>;
  /** Of whom HR has confirmed that they have no manager (CP-24b). */
  readonly confirmedWithoutManager: ReadonlySet<PersonId>;
};

const byId = (a: { readonly id: PersonId }, b: { readonly id: PersonId }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const oldestFirst = (a: Correction, b: Correction): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

const without = (correction: Correction | undefined, { takesBack = [] }: Correction): Partial<Correction> =>
  Object.fromEntries(Object.entries(correction ?? {}).filter(([field]) => !takesBack.some((one) => one === field)));

/** The newest word of HR on each field; an older correction of another field stays in force. */
const mergedCorrections = (corrections: readonly Correction[]): ReadonlyMap<PersonId, Correction> => {
  const merged = new Map<PersonId, Correction>();
  for (const correction of [...corrections].sort(oldestFirst)) {
    const { personId } = correction;
    merged.set(personId, { ...without(merged.get(personId), correction), ...correction });
  }
  return merged;
};

const fieldsIn = (correction: Correction): readonly CorrectedField[] =>
  correctedFields.filter((field) => correction[field] !== undefined && !(field === 'dottedManagerId' && correction[field] === null));

const correctedAmong = (people: ReadonlyMap<PersonId, Person>, corrections: ReadonlyMap<PersonId, Correction>): Organisation['corrected'] =>
  new Map([...corrections].map(([id, one]) => [id, fieldsIn(one)] as const).filter(([id, fields]) => people.has(id) && fields.length > 0));

const reportsFrom = (managerOf: ReadonlyMap<PersonId, PersonId | null>): ReadonlyMap<PersonId, readonly PersonId[]> => {
  const reports = new Map<PersonId, PersonId[]>();
  for (const [id, manager] of managerOf) {
    if (manager === null || !managerOf.has(manager)) continue;
    const known = reports.get(manager);
    if (known === undefined) reports.set(manager, [id]);
    else known.push(id);
  }
  return reports;
};

/**
 * Builds the organisation from the directory's people and HR's corrections. Refuses nothing: missing managers, cycles and
 * missing departments are kept as they are and named by `findingsOf`. Of two people with one id the later one counts.
 */
export const organise = (input: OrganisationInput): Organisation => {
  const corrections = mergedCorrections(input.corrections);
  const latest = new Map(input.people.map((person) => [person.id, person]));
  const people = new Map([...latest.values()].sort(byId).map((person) => [person.id, person]));
  const managerOf = new Map<PersonId, PersonId | null>();
  const confirmedWithoutManager = new Set<PersonId>();
  for (const person of people.values()) {
    const corrected = corrections.get(person.id)?.managerId;
    managerOf.set(person.id, corrected === undefined ? person.managerId : corrected);
    if (corrected === null) confirmedWithoutManager.add(person.id);
  }
  return {
    people,
    managerOf,
    reportsOf: reportsFrom(managerOf),
    functionOf: functionsOf([...people.values()], corrections, input.functions),
    cycles: cyclesOf(managerOf),
    corrected: correctedAmong(people, corrections),
    dottedOf: new Map([...corrections].flatMap(([id, one]) => (one.dottedManagerId == null ? [] : [[id, one.dottedManagerId] as const]))),
    correctedZone: new Map([...corrections].flatMap(([id, { timeZone }]) => (timeZone == null ? [] : [[id, timeZone] as const]))),
    confirmedWithoutManager,
  };
};
