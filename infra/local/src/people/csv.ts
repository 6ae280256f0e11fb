import type { CsvRow } from '@coaching-pairs/shared/organisation/people-columns';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { CsvError, parse } from 'csv-parse/sync';

/** The text cannot be taken apart from this line on (an unclosed quote, mostly). */
export type CsvFault = { readonly line: number; readonly code: 'open-quote' | 'other' };

const delimiters = [',', ';', '\t'];

/** Spreadsheets separate by comma, semicolon or tab, by country; the first line tells which. */
const delimiterOf = (text: string): string => {
  const first = text.split(/\r?\n/u, 1)[0] ?? '';
  const count = (delimiter: string): number => first.split(delimiter).length;
  return delimiters.reduce((best, one) => (count(one) > count(best) ? one : best), ',');
};

type WithInfo = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

const isRow = (value: unknown): value is WithInfo =>
  typeof value === 'object' && value !== null && 'record' in value && Array.isArray(value.record) && 'info' in value;

/** Takes a CSV text apart; lines are counted from 1 as an editor shows them, by the first line of a record. */
export const csvRows = (text: string): Result<readonly CsvRow[], CsvFault> => {
  try {
    const records: unknown[] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
    });
    const breaks = (cells: readonly string[]): number => cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/gu)?.length ?? 0), 0);
    return ok(records.filter(isRow).map(({ record, info }) => ({ line: info.lines - breaks(record), cells: record })));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = 'lines' in cause && typeof cause.lines === 'number' ? cause.lines : 1;
    return err({ line, code: cause.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open-quote' : 'other' });
  }
};
