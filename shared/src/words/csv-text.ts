/** What stands in one cell: words, or a number that a spreadsheet may count with. */
export type CsvCell = string | number;

/** What a spreadsheet takes for the beginning of a formula, in full-width signs too, or passes over before one (S-14). */
const begins = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n\0]/u;
const needsQuotes = /[",;\t\r\n]|^\s|\s$/u;

const cellText = (cell: CsvCell): string => {
  if (typeof cell === 'number') return String(cell);
  const words = cell.replaceAll('\0', '');
  const inert = begins.test(cell) ? `'${words}` : words;
  return needsQuotes.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};

/**
 * Rows as a CSV file that spreadsheets open as they are: UTF-8 with a byte order mark, commas, a carriage return at the end of each line.
 * Words that would be a formula get an apostrophe before them, so that nothing in a file is ever carried out (S-14).
 */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string =>
  `\uFEFF${rows.map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('')}`;
