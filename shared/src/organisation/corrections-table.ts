import type { PersonId } from '../ids.js';
import { between, none } from './corrections-rows.js';
import { apartFrom, type KeptApart } from './kept-apart.js';
import type { Organisation } from './organisation.js';

export const exportedColumns = ['id', 'name', 'department', 'managerId', 'function', 'dottedManagerId', 'apart'] as const;

/** These people as a file of corrections has them, the names of the columns first; read back at once it changes nothing. */
export const correctionsTable = (
  organisation: Organisation,
  people: readonly PersonId[],
  apart: readonly KeptApart[],
): readonly (readonly string[])[] => {
  const others = apartFrom(apart);
  const rowOf = (id: PersonId): readonly string[] => {
    const person = organisation.people.get(id);
    const hasNone = organisation.confirmedWithoutManager.has(id);
    return [
      ...[id, person?.name ?? '', person?.department ?? '', hasNone ? none : (organisation.managerOf.get(id) ?? '')],
      ...[organisation.functionOf.get(id) ?? '', organisation.dottedOf.get(id) ?? '', (others.get(id) ?? []).join(between)],
    ];
  };
  return [exportedColumns, ...people.map(rowOf)];
};
