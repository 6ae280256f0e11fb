import type { Words } from '@coaching-pairs/shared/words/words';
import type { Refusal } from '../refusal.js';

/** What is refused at the board on which partners are chosen; null for what is not. */
export const choosingRefusalText = (words: Words, refusal: Refusal): string | null => {
  switch (refusal.code) {
    case 'other-mode':
      return words.t(`refused.otherMode.${refusal.mode}`);
    case 'cannot-be-asked':
      return words.t('refused.cannotBeAsked');
    case 'not-choosing':
      return words.t('refused.notChoosing');
    case 'ask-open':
      return words.t('refused.askOpen');
    case 'ask-over':
      return words.t('refused.askOver');
    case 'ask-granted':
      return words.t('refused.askGranted');
    default:
      return null;
  }
};
