import { type PersonId, personId } from '@coaching-pairs/shared/ids';
import type { Person } from '@coaching-pairs/shared/organisation/person';

type Details = { readonly under: string | null; readonly department: string; readonly roles?: readonly string[] };

/**
 * Who works at Contoso. Maya stands above eight leaders, who are in one round that Omar opens with Priya as its people partner; Uma and
 * Vera are in another, of Quinn and Rhea. Toby may open rounds and has none; Stella has nothing to do with any.
 */
const details: Readonly<Record<string, Details>> = {
  Maya: { under: null, department: 'Board' },
  Ana: { under: 'Maya', department: 'Finance' },
  Ben: { under: 'Maya', department: 'Operations' },
  Cleo: { under: 'Maya', department: 'Sales' },
  Dev: { under: 'Maya', department: 'Legal' },
  Edda: { under: 'Ana', department: 'Treasury' },
  Finn: { under: 'Ben', department: 'Logistics' },
  Gwen: { under: 'Cleo', department: 'Marketing' },
  Hugo: { under: 'Dev', department: 'Compliance' },
  Priya: { under: 'Maya', department: 'People' },
  Omar: { under: 'Priya', department: 'People', roles: ['Round.Admin'] },
  Nils: { under: 'Priya', department: 'People' },
  Stella: { under: 'Maya', department: 'Press' },
  Quinn: { under: 'Priya', department: 'People', roles: ['Round.Admin'] },
  Rhea: { under: 'Priya', department: 'People' },
  Toby: { under: 'Priya', department: 'People', roles: ['Round.Admin'] },
  Uma: { under: 'Maya', department: 'Design' },
  Vera: { under: 'Maya', department: 'Research' },
};

export const staff = Object.keys(details);

/** Not the name, so that a name in an answer or in the log is seen to be one. */
export const idOf = (name: string): PersonId => personId(`id-${name.toLowerCase()}-00`);
export const fullName = (name: string): string => `${name} Canary${name}`;
export const rolesOf = (name: string): readonly string[] => details[name]?.roles ?? [];

export const people: readonly Person[] = Object.entries(details).map(([name, { under, department }]) => ({
  id: idOf(name),
  name: fullName(name),
  department,
  managerId: under === null ? null : idOf(under),
  enabled: true,
  jobTitle: `Head of ${department}`,
  mail: `${name.toLowerCase()}@example.com`,
  timeZone: null,
  language: null,
  location: null,
  functionName: null,
}));
