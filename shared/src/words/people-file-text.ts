import type { PeopleFault } from '../organisation/people-columns.js';
import type { PeopleWarning } from '../organisation/people-warnings.js';
import { namesText, pathOfNames } from './names-text.js';
import type { Words } from './words.js';

const faultText = (words: Words, fault: PeopleFault): string => {
  switch (fault.code) {
    case 'empty-file':
      return words.t('peopleFile.fault.emptyFile');
    case 'no-people':
      return words.t('peopleFile.fault.noPeople');
    case 'missing-column':
      return words.t('peopleFile.fault.missingColumn');
    case 'doubled-column':
      return words.t('peopleFile.fault.doubledColumn');
    case 'wrong-number-of-cells':
      return words.t('peopleFile.fault.wrongNumberOfCells', { cells: fault.cells, expected: fault.expected });
    case 'empty-cell':
      return words.t('peopleFile.fault.emptyCell');
    case 'cell-too-long':
      return words.t('peopleFile.fault.cellTooLong', { most: fault.most });
    case 'control-character':
      return words.t('peopleFile.fault.controlCharacter');
    case 'duplicate-id':
      return words.t('peopleFile.fault.duplicateId', { id: fault.id, firstLine: String(fault.firstLine) });
    case 'unknown-time-zone':
      return words.t('peopleFile.fault.unknownTimeZone', { value: fault.value });
    case 'unknown-language':
      return words.t('peopleFile.fault.unknownLanguage', { value: fault.value });
    case 'not-a-mail-address':
      return words.t('peopleFile.fault.notAMailAddress', { value: fault.value });
  }
};

/** A fault as a sentence that begins with its line and, where there is one, its column. */
export const peopleFaultText = (words: Words, fault: PeopleFault): string => {
  const text = faultText(words, fault);
  const line = String(fault.line);
  return 'column' in fault
    ? words.t('peopleFile.lineColumn', { line, column: fault.column, text })
    : words.t('peopleFile.line', { line, text });
};

/** A warning as a sentence; long lists of names are cut short. */
export const peopleWarningText = (words: Words, warning: PeopleWarning): string => {
  switch (warning.code) {
    case 'unknown-column':
      return words.t('peopleFile.warning.unknownColumn', { name: warning.name });
    case 'manager-not-in-file':
      return words.t('peopleFile.warning.managerNotInFile', { count: warning.names.length, names: namesText(words, warning.names) });
    case 'cycle':
      if (warning.names.length === 1) return words.t('peopleFile.warning.ownManager', { name: warning.names[0] ?? '' });
      return words.t('peopleFile.warning.cycle', { path: pathOfNames(words, [...warning.names, ...warning.names.slice(0, 1)].reverse()) });
    case 'no-department':
      return words.t('peopleFile.warning.noDepartment', { count: warning.names.length, names: namesText(words, warning.names) });
    case 'nobody-without-manager':
      return words.t('peopleFile.warning.nobodyWithoutManager');
    case 'several-without-manager':
      return words.t('peopleFile.warning.severalWithoutManager', { count: warning.names.length, names: namesText(words, warning.names) });
    case 'above-everybody':
      return words.t('peopleFile.warning.aboveEverybody', { names: namesText(words, warning.names) });
  }
};
