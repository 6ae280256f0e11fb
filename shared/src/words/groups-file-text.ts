import type { CsvFault } from '../organisation/csv.js';
import type { GroupsFault } from '../organisation/groups-file.js';
import { atPlace, tableFaultText } from './table-file-text.js';
import type { Words } from './words.js';

/** A fault in a file of pairs as a sentence that begins with its line and, where there is one, its column. */
export const groupsFaultText = (words: Words, fault: GroupsFault): string => {
  const text = fault.code === 'same-person' ? words.t('peopleFile.fault.samePerson', { id: fault.id }) : tableFaultText(words, fault);
  return atPlace(words, fault, text);
};

/** Why a text is no CSV, as a sentence that begins with the line. */
export const csvFaultText = (words: Words, fault: CsvFault): string =>
  atPlace(words, fault, words.t(fault.code === 'open-quote' ? 'peopleFile.fault.openQuote' : 'peopleFile.fault.textAfterQuote'));
