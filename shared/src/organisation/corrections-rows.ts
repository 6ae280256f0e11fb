import { type PersonId, personId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import {
  type CsvRow,
  correctionColumns,
  headerOf,
  optionalColumns,
  type PeopleColumn,
  type PeopleFault,
  requiredColumns,
} from './people-columns.js';
import { duplicates, isBlank } from './people-file.js';
import { type Cells, cellsOf, textFaults } from './people-row.js';

/** Says of a manager that there is none. */
export const none = 'none';
/** Between several people in one cell: no spreadsheet takes it for the end of one. */
export const between = '|';

/** What a line says of one person; null where its cell is empty, which changes nothing. */
export type CorrectionsRow = {
  readonly line: number;
  readonly person: { readonly id: PersonId };
  /** `none` confirms that there is no manager (CP-24b). */
  readonly managerId: PersonId | typeof none | null;
  readonly functionName: string | null;
  readonly dottedManagerId: PersonId | typeof none | null;
  readonly apart: readonly PersonId[];
};

const columns: readonly PeopleColumn[] = [...requiredColumns, ...optionalColumns, ...correctionColumns];

/** A spreadsheet shows the apostrophe that keeps words from being a formula; it is none of theirs. */
const unguarded = (text: string | null): string | null => text?.replace(/^'(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u, '') ?? null;

const someone = (text: string | null): PersonId | typeof none | null => {
  const plain = unguarded(text);
  if (plain === null) return null;
  return plain.toLowerCase() === none ? none : personId(plain);
};

const rowOf = (line: number, cell: Cells): CorrectionsRow => ({
  line,
  person: { id: personId(unguarded(cell('id')) ?? '') },
  managerId: someone(cell('managerId')),
  functionName: unguarded(cell('function')),
  dottedManagerId: someone(cell('dottedManagerId')),
  apart: (unguarded(cell('apart')) ?? '')
    .split(between)
    .map((id) => id.trim())
    .filter((id) => id !== '')
    .map(personId),
});

/**
 * The lines of a file of corrections, which is a people file with the columns `dottedManagerId` and `apart`; only `id` has to be there, and
 * what else describes people is passed over. Refused with every fault by line and column.
 */
export const correctionsRows = (rows: readonly CsvRow[]): Result<readonly CorrectionsRow[], readonly PeopleFault[]> => {
  const [first, ...body] = rows.filter((row) => !isBlank(row));
  if (first === undefined) return err([{ code: 'empty-file', line: 1 }]);
  const header = headerOf(first, ['id'], columns);
  const faults: PeopleFault[] = [...header.faults];
  const read = body.map((row) => {
    const { line } = row;
    const cell = cellsOf(row, header);
    if (row.cells.length !== header.width)
      faults.push({ code: 'wrong-number-of-cells', line, cells: row.cells.length, expected: header.width });
    else faults.push(...textFaults(line, header, cell));
    if (header.places.has('id') && cell('id') === null) faults.push({ code: 'empty-cell', line, column: 'id' });
    return rowOf(line, cell);
  });
  if (read.length === 0) faults.push({ code: 'no-people', line: first.line });
  faults.push(...duplicates(read));
  return faults.length > 0 ? err(faults.sort((one, other) => one.line - other.line)) : ok(read);
};
