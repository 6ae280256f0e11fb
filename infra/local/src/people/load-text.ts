import { peopleFaultText, peopleWarningText } from '@coaching-pairs/shared/words/people-file-text';
import { productWords, terminal } from '../words/terminal.js';
import type { Loaded, LoadRefusal } from './load.js';

/** What went wrong, line by line for the terminal; a faulty file is told with every fault in it. */
export const loadRefusalLines = (refusal: LoadRefusal): readonly string[] => {
  switch (refusal.code) {
    case 'file-not-readable':
      return [terminal.t('load.unreadable', { file: refusal.file, reason: refusal.reason })];
    case 'file-not-utf-8':
      return [terminal.t('load.notUtf8', { file: refusal.file })];
    case 'file-not-csv':
      return [
        terminal.t(refusal.fault.code === 'open-quote' ? 'load.openQuote' : 'load.notCsv', {
          file: refusal.file,
          line: String(refusal.fault.line),
        }),
      ];
    case 'file-faulty':
      return [
        terminal.t('load.faulty', { file: refusal.file, count: refusal.faults.length }),
        ...refusal.faults.map((fault) => `  ${peopleFaultText(productWords, fault)}`),
      ];
    case 'another-organisation':
      return [terminal.t('load.anotherOrganisation', { held: refusal.held, wanted: refusal.wanted }), terminal.t('load.anotherFolder')];
  }
};

/** What is odd about the file, line by line for the terminal. */
export const loadWarningLines = ({ warnings }: Loaded): readonly string[] =>
  warnings.map((warning) => peopleWarningText(productWords, warning));
