import { peopleFaultText, peopleWarningText } from '@coaching-pairs/shared/words/people-file-text';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import type { Loaded, LoadRefusal } from './load.js';

const words = wordsFor('en');

/** What went wrong, line by line for the terminal; a faulty file is told with every fault in it. */
export const loadRefusalLines = (refusal: LoadRefusal): readonly string[] => {
  switch (refusal.code) {
    case 'file-not-readable':
      return [`${refusal.file} cannot be read: ${refusal.reason}`];
    case 'file-not-utf-8':
      return [`${refusal.file} is not UTF-8. Save it again as "CSV UTF-8"; nothing was loaded.`];
    case 'file-not-csv':
      return [`${refusal.file} cannot be read as CSV, line ${refusal.fault.line}: ${refusal.fault.reason}. Nothing was loaded.`];
    case 'file-faulty':
      return [
        `${refusal.file} has ${refusal.faults.length === 1 ? 'a fault' : `${refusal.faults.length} faults`}; nothing was loaded.`,
        ...refusal.faults.map((fault) => `  ${peopleFaultText(words, fault)}`),
      ];
    case 'another-organisation':
      return [
        `The data folder belongs to another organisation (${refusal.held}), so ${refusal.wanted} was not loaded.`,
        'Choose another folder with --data, or start empty with --fresh.',
      ];
  }
};

/** What is odd about the file, line by line for the terminal. */
export const loadWarningLines = ({ warnings }: Loaded): readonly string[] => warnings.map((warning) => peopleWarningText(words, warning));
