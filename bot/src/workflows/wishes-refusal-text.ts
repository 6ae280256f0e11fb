import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { Refusal } from './refusal.js';

/** Why what somebody names in private is not taken, in a sentence; null for any other refusal. `people` names several. */
export const wishRefusalText = (words: Words, refusal: Refusal, people: (ids: readonly PersonId[]) => string): string | null => {
  switch (refusal.code) {
    case 'wishes-closed':
      return words.t('refused.wishesClosed');
    case 'wish-unknown':
      return words.t('refused.wishUnknown');
    case 'wished-twice':
      return words.t('refused.wishedTwice', { people: people(refusal.personIds) });
    case 'too-many-wishes':
      return words.t('refused.tooManyWishes', { most: refusal.most });
    default:
      return null;
  }
};
