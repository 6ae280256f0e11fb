import type { CsvFault } from '../organisation/csv.js';
import type { GroupsFault } from '../organisation/groups-file.js';
import type { Words } from './words.js';

const faultText = (words: Words, fault: GroupsFault): string => {
  switch (fault.code) {
    case 'empty-file':
      return words.t('peopleFile.fault.emptyFile');
    case 'missing-column':
      return words.t('peopleFile.fault.missingColumn');
    case 'doubled-column':
      return words.t('peopleFile.fault.doubledColumn');
    case 'wrong-number-of-cells':
      return words.t('peopleFile.fault.wrongNumberOfCells', { cells: fault.cells, expected: fault.expected });
    case 'empty-cell':
      return words.t('peopleFile.fault.emptyCell');
    case 'same-person':
      return words.t('peopleFile.fault.samePerson', { id: fault.id });
  }
};

/** A fault in a file of pairs as a sentence that begins with its line and, where there is one, its column. */
export const groupsFaultText = (words: Words, fault: GroupsFault): string => {
  const text = faultText(words, fault);
  const line = String(fault.line);
  return 'column' in fault
    ? words.t('peopleFile.lineColumn', { line, column: fault.column, text })
    : words.t('peopleFile.line', { line, text });
};

/** Why a text is no CSV, as a sentence that begins with the line. */
export const csvFaultText = (words: Words, { line, code }: CsvFault): string => {
  const text = words.t(code === 'open-quote' ? 'peopleFile.fault.openQuote' : 'peopleFile.fault.textAfterQuote');
  return words.t('peopleFile.line', { line: String(line), text });
};
