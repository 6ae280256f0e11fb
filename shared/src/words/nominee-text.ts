import type { RuleReason } from '../matching/reasons.js';
import type { NomineeStanding } from '../round/nominee.js';
import type { NameOf } from './reason-text.js';
import type { Words } from './words.js';

const reasonText = (words: Words, reason: RuleReason, nameOf: NameOf): string => {
  switch (reason.code) {
    case 'in-one-line':
      return words.t('nominee.inOneLine', {
        path: reason.path.map(nameOf).reduce((upper, lower) => words.t('reason.path', { upper, lower })),
      });
    case 'past-partners':
      return words.t('nominee.pastPartners', { count: reason.roundsAgo });
    case 'works-closely':
      return words.t('nominee.worksClosely');
    case 'declined':
      return words.t('nominee.metBefore');
    default:
      return words.t('refusal.notAvailable');
  }
};

/**
 * Why somebody cannot be named, or what comes first, as a sentence for whoever asks; null where nothing stands in the way. `nameOf`
 * calls the asker “you”. Whatever is neither public nor their own becomes “not available” (CP-24d).
 */
export const nomineeText = (words: Words, standing: NomineeStanding, nameOf: NameOf): string | null => {
  if (standing.kind === 'possible') return null;
  if (standing.kind === 'needs-tap') return words.t('nominee.needsTap', { functionName: standing.functionName });
  const texts = standing.readable.map((reason) => reasonText(words, reason, nameOf));
  return texts.length === 0 ? words.t('refusal.notAvailable') : [...new Set(texts)].join(' ');
};
