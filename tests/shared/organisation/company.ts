import { instant, type PersonId, personId } from '@coaching-pairs/shared/ids';
import type { Correction, FunctionGroup } from '@coaching-pairs/shared/organisation/corrections';
import { type Organisation, organise } from '@coaching-pairs/shared/organisation/organisation';
import type { Person } from '@coaching-pairs/shared/organisation/person';

const idOf = (name: string): PersonId => personId(name.toLowerCase());

export const someday = instant('2026-11-20T09:00:00.000Z');

type Details = Partial<Omit<Person, 'id' | 'name' | 'managerId'>> & { readonly under?: string };

export const personNamed = (name: string, { under, ...details }: Details = {}): Person => ({
  id: idOf(name),
  name,
  department: name,
  managerId: under === undefined ? null : idOf(under),
  enabled: true,
  jobTitle: null,
  mail: null,
  timeZone: null,
  language: null,
  location: null,
  functionName: null,
  ...details,
});

/** People by name: the id is the name in small letters, and everybody has a department of their own unless told otherwise. */
export type Company = {
  readonly has: (name: string, details?: Details) => Company;
  readonly correct: (
    name: string,
    what: {
      readonly under?: string | null;
      readonly functionName?: string;
      readonly alsoUnder?: string | null;
      readonly takesBack?: Correction['takesBack'];
    },
  ) => Company;
  readonly group: (name: string, ...departments: readonly string[]) => Company;
  readonly people: readonly Person[];
  readonly organisation: () => Organisation;
};

const companyOf = (people: readonly Person[], corrections: readonly Correction[], functions: readonly FunctionGroup[]): Company => ({
  people,
  has: (name, details) => companyOf([...people, personNamed(name, details)], corrections, functions),
  correct: (name, { under, functionName, alsoUnder, takesBack }) => {
    const correction: Correction = {
      ...{ personId: idOf(name), by: idOf('hr'), at: someday },
      ...(under === undefined ? {} : { managerId: under === null ? null : idOf(under) }),
      ...(alsoUnder === undefined ? {} : { dottedManagerId: alsoUnder === null ? null : idOf(alsoUnder) }),
      ...(functionName === undefined ? {} : { functionName }),
      ...(takesBack === undefined ? {} : { takesBack }),
    };
    return companyOf(people, [...corrections, correction], functions);
  },
  group: (name, ...departments) => companyOf(people, corrections, [...functions, { name, departments }]),
  organisation: () => organise({ people, corrections, functions }),
});

export const company = (): Company => companyOf([], [], []);
export const id = idOf;
