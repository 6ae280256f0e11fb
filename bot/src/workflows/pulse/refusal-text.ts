import type { Words } from '@coaching-pairs/shared/words/words';
import type { Refusal } from '../refusal.js';

/** What was refused about the closing pulse or the insights wall, as a sentence; null where it is about something else. */
export const closingRefusalText = (words: Words, refusal: Refusal): string | null => {
  switch (refusal.code) {
    case 'pulse-opened':
      return words.t('refused.pulseOpened');
    case 'pulse-day':
      return words.t('refused.pauseOutOfRange', { from: words.date(refusal.from), to: words.date(refusal.to) });
    case 'pulse-needs':
      return words.t('refused.pulseNeeds', { fewest: refusal.fewest });
    case 'pulse-not-open':
      return words.t('refused.pulseNotOpen');
    case 'wall-off':
      return words.t('refused.wallOff');
    case 'too-many-insights':
      return words.t('refused.tooManyInsights', { most: refusal.most });
    case 'insight-empty':
      return words.t('refused.insightEmpty');
    default:
      return null;
  }
};
