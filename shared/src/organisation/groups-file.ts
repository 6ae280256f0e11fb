import { type PersonId, personId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import type { CsvRow } from './people-columns.js';

export const groupColumns = ['a', 'b', 'c'] as const;
export type GroupColumn = (typeof groupColumns)[number];

/** Everything that is wrong with a file of pairs, each by its line and, where there is one, its column. */
export type GroupsFault =
  | { readonly code: 'empty-file'; readonly line: number }
  | { readonly code: 'missing-column'; readonly line: number; readonly column: GroupColumn }
  | { readonly code: 'doubled-column'; readonly line: number; readonly column: GroupColumn }
  | { readonly code: 'wrong-number-of-cells'; readonly line: number; readonly cells: number; readonly expected: number }
  | { readonly code: 'empty-cell'; readonly line: number; readonly column: GroupColumn }
  | { readonly code: 'same-person'; readonly line: number; readonly column: GroupColumn; readonly id: string };

/** Two people, or three. Parts are counted from 0; each line that names the columns once more begins a part. */
export type FiledGroup = { readonly line: number; readonly part: number; readonly members: readonly PersonId[] };

export type GroupsFile = { readonly groups: readonly FiledGroup[]; readonly parts: number; readonly unknownColumns: readonly string[] };

const isBlank = (row: CsvRow): boolean => row.cells.every((cell) => cell.trim() === '');

type Header = {
  readonly places: ReadonlyMap<GroupColumn, number>;
  readonly unknown: readonly string[];
  readonly faults: readonly GroupsFault[];
};

const headerOf = ({ line, cells }: CsvRow): Header => {
  const places = new Map<GroupColumn, number>();
  const faults: GroupsFault[] = [];
  const unknown: string[] = [];
  cells.forEach((cell, place) => {
    const column = groupColumns.find((name) => name === cell.trim().toLowerCase());
    if (column !== undefined && places.has(column)) faults.push({ code: 'doubled-column', line, column });
    else if (column !== undefined) places.set(column, place);
    else if (cell.trim() !== '') unknown.push(cell.trim());
  });
  for (const column of ['a', 'b'] as const) if (!places.has(column)) faults.push({ code: 'missing-column', line, column });
  // The third person of a trio may stand in a column that the header of an all-pairs round did not need.
  const unnamed = cells.findIndex((cell) => cell.trim() === '');
  if (!places.has('c')) places.set('c', unnamed < 0 ? cells.length : unnamed);
  return { places, unknown, faults };
};

/** A header in the middle, where files were put one below the other; not so where two people are called a and b. */
const isHeaderAgain = ({ cells }: CsvRow, people: ReadonlySet<string>): boolean => {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  return ['a,b', 'a,b,c'].includes(names.join(',')) && !cells.every((cell) => people.has(cell.trim()));
};

type ReadRow = { readonly members: readonly PersonId[]; readonly faults: readonly GroupsFault[] };

const readRow = ({ line, cells }: CsvRow, { places }: Header): ReadRow => {
  const placeOf = (column: GroupColumn): number => places.get(column) ?? 0;
  const [least, most] = [Math.max(placeOf('a'), placeOf('b')) + 1, Math.max(...places.values()) + 1];
  const isShort = cells.length < least;
  if (isShort || cells.slice(most).some((cell) => cell.trim() !== '')) {
    return { members: [], faults: [{ code: 'wrong-number-of-cells', line, cells: cells.length, expected: isShort ? least : most }] };
  }
  const faults: GroupsFault[] = [];
  const members: PersonId[] = [];
  for (const column of groupColumns) {
    const id = cells[placeOf(column)]?.trim() ?? '';
    if (id === '' && column !== 'c') faults.push({ code: 'empty-cell', line, column });
    if (members.some((member) => member === id)) faults.push({ code: 'same-person', line, column, id });
    if (id !== '') members.push(personId(id));
  }
  return { members, faults };
};

/**
 * Pairs and trios of a CSV file whose lines were taken apart already: columns `a,b` and, for a trio, `c`, by the ids of the
 * people file. Files may stand one below the other, the oldest first; then each names its columns again. Blank lines are passed
 * over. Refused with every fault by line and column; whether somebody is known is for the caller to say.
 */
export const parseGroups = (rows: readonly CsvRow[], people: ReadonlySet<string>): Result<GroupsFile, readonly GroupsFault[]> => {
  const [first, ...body] = rows.filter((row) => !isBlank(row));
  if (first === undefined) return err([{ code: 'empty-file', line: 1 }]);
  const firstHeader = headerOf(first);
  if (firstHeader.faults.length > 0) return err(firstHeader.faults);
  let [header, part] = [firstHeader, 0];
  const faults: GroupsFault[] = [];
  const groups: FiledGroup[] = [];
  for (const row of body) {
    if (isHeaderAgain(row, people)) {
      header = headerOf(row);
      part += 1;
      continue;
    }
    const read = readRow(row, header);
    faults.push(...read.faults);
    groups.push({ line: row.line, part, members: read.members });
  }
  return faults.length > 0 ? err(faults) : ok({ groups, parts: part + 1, unknownColumns: firstHeader.unknown });
};
