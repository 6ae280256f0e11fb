import type { Words } from '@coaching-pairs/shared/words/words';
import type { Refusal } from '../refusal.js';

/** What was refused about notes, or about what is sealed, as a sentence; null where it is about something else. */
export const noteRefusalText = (words: Words, refusal: Refusal): string | null => {
  switch (refusal.code) {
    case 'notes-not-open':
      return words.t('refused.notesNotOpen');
    case 'note-changed':
      return words.t('refused.noteChanged');
    case 'too-many-notes':
      return words.t('refused.tooManyNotes', { most: refusal.most });
    case 'no-pair-to-share':
      return words.t('refused.noPairToShare');
    case 'vault-away':
      return words.t('refused.vaultAway');
    case 'vault-locked':
      return words.t('refused.vaultLocked');
    default:
      return null;
  }
};
