import type { PeopleFault } from '../organisation/people-columns.js';
import type { PeopleWarning } from '../organisation/people-warnings.js';
import { namesText, pathOfNames } from './names-text.js';
import { atPlace, tableFaultText } from './table-file-text.js';
import type { Words } from './words.js';

const faultText = (words: Words, fault: PeopleFault): string => {
  switch (fault.code) {
    case 'no-people':
      return words.t('peopleFile.fault.noPeople');
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
    default:
      return tableFaultText(words, fault);
  }
};

/** A fault as a sentence that begins with its line and, where there is one, its column. */
export const peopleFaultText = (words: Words, fault: PeopleFault): string => atPlace(words, fault, faultText(words, fault));

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
