import { err, ok, type Result } from '../result.js';
import type { CsvRow } from './people-columns.js';

/** Why a text cannot be taken apart from this line on: a quote is never closed, or more text follows one that is. */
export type CsvFault = { readonly line: number; readonly code: 'open-quote' | 'text-after-quote' };

type Cell = { readonly text: string; readonly end: number };

const delimiters = [',', ';', '\t'];

/** Spreadsheets separate by comma, semicolon or tab, by country; the first line tells which. */
const delimiterOf = (text: string): string => {
  const first = text.split(/\r\n|\r|\n/u, 1)[0] ?? '';
  const count = (delimiter: string): number => first.split(delimiter).length;
  return delimiters.reduce((best, one) => (count(one) > count(best) ? one : best), ',');
};

const isBreak = (sign: string | undefined): boolean => sign === '\n' || sign === '\r';

const endsCell = (text: string, at: number, delimiter: string): boolean => at >= text.length || text[at] === delimiter || isBreak(text[at]);

/** Quotes inside a cell that does not begin with one are ordinary signs. */
const plainCell = (text: string, from: number, delimiter: string): Cell => {
  let end = from;
  while (!endsCell(text, end, delimiter)) end += 1;
  return { text: text.slice(from, end), end };
};

/** A quote within quotes is written twice. Null when the quote is never closed. */
const quotedCell = (text: string, from: number): Cell | null => {
  let end = text.indexOf('"', from + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end < 0 ? null : { text: text.slice(from + 1, end).replaceAll('""', '"'), end: end + 1 };
};

const breaksIn = (text: string): number => text.match(/\r\n|\r|\n/gu)?.length ?? 0;

/**
 * Takes a CSV text apart: commas, semicolons or tabs, quoted cells, line breaks of any system, a byte order mark passed over.
 * Lines are counted from 1 as an editor shows them, by the first line of a row; an empty line is a row of one empty cell.
 * Refused where a quote is not closed, or is followed by something else than the end of its cell.
 */
export const csvRows = (whole: string): Result<readonly CsvRow[], CsvFault> => {
  const text = whole.replace(/^\uFEFF/u, '');
  const delimiter = delimiterOf(text);
  const rows: CsvRow[] = [];
  let [at, line, firstLine] = [0, 1, 1];
  let cells: string[] = [];
  while (at < text.length || cells.length > 0) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, delimiter);
    if (cell === null) return err({ line, code: 'open-quote' });
    line += breaksIn(text.slice(at, cell.end));
    if (!endsCell(text, cell.end, delimiter)) return err({ line, code: 'text-after-quote' });
    cells.push(cell.text);
    at = cell.end + 1;
    if (text[cell.end] === delimiter) continue;
    if (text[cell.end] === '\r' && text[at] === '\n') at += 1;
    rows.push({ line: firstLine, cells });
    cells = [];
    line += 1;
    firstLine = line;
  }
  return ok(rows);
};
