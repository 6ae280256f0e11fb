import { err, ok, type Result } from '../result.js';
import { type CsvRow, headerOf, type PeopleFault } from './people-columns.js';
import { readRow } from './people-row.js';
import { type PeopleWarning, warningsOf } from './people-warnings.js';
import type { Person } from './person.js';

export type PeopleFile = { readonly people: readonly Person[]; readonly warnings: readonly PeopleWarning[] };

export const isBlank = (row: CsvRow): boolean => row.cells.every((cell) => cell.replace(/^\uFEFF/, '').trim() === '');

type Numbered = { readonly line: number; readonly person: Pick<Person, 'id'> };

/** Lines about somebody of whom an earlier line speaks. */
export const duplicates = (rows: readonly Numbered[]): readonly PeopleFault[] => {
  const firstLines = new Map<string, number>();
  return rows.flatMap(({ line, person: { id } }): readonly PeopleFault[] => {
    const firstLine = firstLines.get(id);
    if (id === '') return [];
    if (firstLine !== undefined) return [{ code: 'duplicate-id', line, column: 'id', id, firstLine }];
    firstLines.set(id, line);
    return [];
  });
};

/**
 * The people of a CSV file whose lines were taken apart already; the first line names the columns `id,name,department,managerId`
 * and, where wanted, `jobTitle,mail,timeZone,language,location,function`. Blank lines are passed over. Refused with every fault
 * of the whole file by line and column, in the order of lines; what is merely odd comes as warnings with names.
 */
export const parsePeople = (rows: readonly CsvRow[]): Result<PeopleFile, readonly PeopleFault[]> => {
  const [first, ...body] = rows.filter((row) => !isBlank(row));
  if (first === undefined) return err([{ code: 'empty-file', line: 1 }]);
  const header = headerOf(first);
  const read = body.map((row) => ({ line: row.line, ...readRow(row, header) }));
  const nobody: readonly PeopleFault[] = read.length === 0 ? [{ code: 'no-people', line: first.line }] : [];
  const faults = [...header.faults, ...nobody, ...read.flatMap((row) => row.faults), ...duplicates(read)];
  if (faults.length > 0) return err(faults.sort((a, b) => a.line - b.line));
  const people = read.map((row) => row.person);
  const unknown = header.unknown.map(({ name }) => ({ code: 'unknown-column', name }) as const);
  return ok({ people, warnings: [...unknown, ...warningsOf(people)] });
};
