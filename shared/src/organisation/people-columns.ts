export const requiredColumns = ['id', 'name', 'department', 'managerId'] as const;
export const optionalColumns = ['jobTitle', 'mail', 'timeZone', 'language', 'location', 'function'] as const;
/** What a file of corrections has beyond a people file: a second manager, and whom somebody is kept apart from. */
export const correctionColumns = ['dottedManagerId', 'apart'] as const;
export type PeopleColumn = (typeof requiredColumns | typeof optionalColumns | typeof correctionColumns)[number];

/** A line of a CSV file that has been taken apart already; lines are counted from 1 as an editor shows them. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

/** Everything that is wrong with a file, each by its line and, where there is one, its column. */
export type PeopleFault =
  | { readonly code: 'empty-file'; readonly line: number }
  | { readonly code: 'no-people'; readonly line: number }
  | { readonly code: 'missing-column'; readonly line: number; readonly column: PeopleColumn }
  | { readonly code: 'doubled-column'; readonly line: number; readonly column: PeopleColumn }
  | { readonly code: 'wrong-number-of-cells'; readonly line: number; readonly cells: number; readonly expected: number }
  | { readonly code: 'empty-cell'; readonly line: number; readonly column: PeopleColumn }
  | { readonly code: 'cell-too-long'; readonly line: number; readonly column: PeopleColumn; readonly most: number }
  | { readonly code: 'control-character'; readonly line: number; readonly column: PeopleColumn }
  | { readonly code: 'duplicate-id'; readonly line: number; readonly column: 'id'; readonly id: string; readonly firstLine: number }
  | { readonly code: 'unknown-time-zone'; readonly line: number; readonly column: 'timeZone'; readonly value: string }
  | { readonly code: 'unknown-language'; readonly line: number; readonly column: 'language'; readonly value: string }
  | { readonly code: 'not-a-mail-address'; readonly line: number; readonly column: 'mail'; readonly value: string };

/** Where each column stands, and what the file has beyond those that are known. */
export type Header = {
  readonly width: number;
  readonly places: ReadonlyMap<PeopleColumn, number>;
  readonly unknown: readonly { readonly line: number; readonly name: string }[];
  readonly faults: readonly PeopleFault[];
};

const peopleColumns: readonly PeopleColumn[] = [...requiredColumns, ...optionalColumns];

/** Reads the first line: names in any case and order, a byte order mark is passed over. Refused without the columns that must be there. */
export const headerOf = (row: CsvRow, needed: readonly PeopleColumn[] = requiredColumns, columns = peopleColumns): Header => {
  const known = new Map(columns.map((column) => [column.toLowerCase(), column]));
  const places = new Map<PeopleColumn, number>();
  const faults: PeopleFault[] = [];
  const unknown: { line: number; name: string }[] = [];
  row.cells.forEach((cell, place) => {
    const name = cell.replace(/^\uFEFF/, '').trim();
    const column = known.get(name.toLowerCase());
    if (column === undefined) unknown.push({ line: row.line, name });
    else if (places.has(column)) faults.push({ code: 'doubled-column', line: row.line, column });
    else places.set(column, place);
  });
  for (const column of needed) if (!places.has(column)) faults.push({ code: 'missing-column', line: row.line, column });
  return { width: row.cells.length, places, unknown, faults };
};
