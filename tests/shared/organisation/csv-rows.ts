import type { CsvRow } from '@coaching-pairs/shared/organisation/people-columns';

/** Takes a CSV text apart as far as the test data needs it: quoted cells, no line breaks within them. */
export const csvRows = (text: string): readonly CsvRow[] =>
  text
    .split(/\r?\n/)
    .map((line, index) => ({
      line: index + 1,
      cells: [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((cell) => cell[1]?.replaceAll('""', '"') ?? cell[2] ?? ''),
    }))
    .filter(({ cells }) => cells.length > 1 || cells[0] !== '');
