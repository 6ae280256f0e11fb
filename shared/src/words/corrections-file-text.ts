import type { CorrectionsFault, FiledChange } from '../organisation/corrections-file.js';
import { atPlace } from './table-file-text.js';
import type { Words } from './words.js';

/** Why a line of a file of corrections cannot be carried out, beginning with the line and the column. */
export const correctionsFaultText = (words: Words, fault: CorrectionsFault): string => {
  const textOf = (): string => {
    switch (fault.code) {
      case 'unknown-person':
        return words.t('correctionsFile.fault.unknownPerson', { id: fault.id });
      case 'manager-below':
        return words.t('correctionsFile.fault.managerBelow');
      case 'same-person':
        return words.t('peopleFile.fault.samePerson', { id: fault.id });
      case 'yourself':
        return words.t('correctionsFile.fault.yourself');
    }
  };
  return atPlace(words, fault, textOf());
};

/** What a line would change, without whom it is about. */
export const filedChangeText = (words: Words, change: FiledChange, nameOf: (id: string) => string): string => {
  const { field, to } = change;
  if (field === 'apart') return words.t('correctionsFile.change.apart', { name: nameOf(to) });
  const named = (id: string | null): string => (id === null ? words.t('correctionsFile.nobody') : nameOf(id));
  switch (field) {
    case 'managerId':
      return words.t('correctionsFile.change.manager', { from: named(change.from), to: named(to) });
    case 'functionName':
      return words.t('correctionsFile.change.function', { from: change.from ?? words.t('correctionsFile.noFunction'), to: to ?? '' });
    case 'dottedManagerId':
      return words.t('correctionsFile.change.second', { from: named(change.from), to: named(to) });
  }
};
