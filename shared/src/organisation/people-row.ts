import { personId } from '../ids.js';
import { isTimeZone } from '../time.js';
import type { CsvRow, Header, PeopleColumn, PeopleFault } from './people-columns.js';
import type { Person } from './person.js';

/** The most characters of a cell; ids travel in keys and addresses, so they are held shorter. */
const longestId = 128;
const longestText = 256;
/** A list of ids. */
const longestList = 8_192;

export type Cells = (column: PeopleColumn) => string | null;

/** The cells of a row by their columns, trimmed; null where one is empty or not there. */
export const cellsOf =
  (row: CsvRow, header: Header): Cells =>
  (column) => {
    const place = header.places.get(column);
    const text = place === undefined ? '' : (row.cells[place] ?? '').trim();
    return text === '' ? null : text;
  };

const isLanguage = (tag: string): boolean => /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/.test(tag);
const isMail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);

const longestIn = (column: PeopleColumn): number => {
  if (column === 'apart') return longestList;
  return column === 'id' || column === 'managerId' || column === 'dottedManagerId' ? longestId : longestText;
};

/** What is wrong with the cells of a line whatever they mean. */
export const textFaults = (line: number, header: Header, cell: Cells): readonly PeopleFault[] =>
  [...header.places.keys()].flatMap((column): readonly PeopleFault[] => {
    const text = cell(column) ?? '';
    const most = longestIn(column);
    const faults: PeopleFault[] = [];
    if (text.length > most) faults.push({ code: 'cell-too-long', line, column, most });
    if (/\p{Cc}/u.test(text)) faults.push({ code: 'control-character', line, column });
    return faults;
  });

const meaningFaults = (line: number, { places }: Header, cell: Cells): readonly PeopleFault[] => {
  const faults: PeopleFault[] = [];
  const [timeZone, language, mail] = [cell('timeZone'), cell('language'), cell('mail')];
  // A column that is missing altogether is said once, not on every line.
  for (const column of ['id', 'name'] as const) {
    if (places.has(column) && cell(column) === null) faults.push({ code: 'empty-cell', line, column });
  }
  if (timeZone !== null && !isTimeZone(timeZone)) faults.push({ code: 'unknown-time-zone', line, column: 'timeZone', value: timeZone });
  if (language !== null && !isLanguage(language)) faults.push({ code: 'unknown-language', line, column: 'language', value: language });
  if (mail !== null && !isMail(mail)) faults.push({ code: 'not-a-mail-address', line, column: 'mail', value: mail });
  return faults;
};

export type ReadRow = { readonly person: Person; readonly faults: readonly PeopleFault[] };

/** One person of the file, with everything that is wrong in their line; an id of the file is used as it stands. */
export const readRow = (row: CsvRow, header: Header): ReadRow => {
  const { line } = row;
  const cell = cellsOf(row, header);
  const managerId = cell('managerId');
  const person: Person = {
    id: personId(cell('id') ?? ''),
    name: cell('name') ?? '',
    department: cell('department'),
    managerId: managerId === null ? null : personId(managerId),
    enabled: true,
    jobTitle: cell('jobTitle'),
    mail: cell('mail'),
    timeZone: cell('timeZone'),
    language: cell('language'),
    location: cell('location'),
    functionName: cell('function'),
  };
  if (row.cells.length !== header.width) {
    return { person, faults: [{ code: 'wrong-number-of-cells', line, cells: row.cells.length, expected: header.width }] };
  }
  return { person, faults: [...textFaults(line, header, cell), ...meaningFaults(line, header, cell)] };
};
