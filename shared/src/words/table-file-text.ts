import type { Words } from './words.js';

/** What can be wrong with any file of rows, whatever its columns mean. */
export type TableFault =
  | { readonly code: 'empty-file' | 'missing-column' | 'doubled-column' | 'empty-cell' }
  | { readonly code: 'wrong-number-of-cells'; readonly cells: number; readonly expected: number };

/** Such a fault in words, without its place. */
export const tableFaultText = (words: Words, fault: TableFault): string => {
  switch (fault.code) {
    case 'empty-file':
      return words.t('peopleFile.fault.emptyFile');
    case 'missing-column':
      return words.t('peopleFile.fault.missingColumn');
    case 'doubled-column':
      return words.t('peopleFile.fault.doubledColumn');
    case 'empty-cell':
      return words.t('peopleFile.fault.emptyCell');
    case 'wrong-number-of-cells':
      return words.t('peopleFile.fault.wrongNumberOfCells', { cells: fault.cells, expected: fault.expected });
  }
};

type Place = { readonly line: number; readonly column?: string };

/** A sentence that begins with the line it is about and, where there is one, the column. */
export const atPlace = (words: Words, { line, column }: Place, text: string): string =>
  column === undefined
    ? words.t('peopleFile.line', { line: String(line), text })
    : words.t('peopleFile.lineColumn', { line: String(line), column, text });
