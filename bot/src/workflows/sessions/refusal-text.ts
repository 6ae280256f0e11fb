import type { Words } from '@coaching-pairs/shared/words/words';
import type { Refusal } from '../refusal.js';

/** What was refused about a session, as a sentence; null where it is about something else. */
export const sessionRefusalText = (words: Words, { code }: Refusal): string | null => {
  switch (code) {
    case 'no-pair':
      return words.t('refused.noPair');
    case 'session-over':
      return words.t('refused.sessionOver');
    case 'session-cancelled':
      return words.t('refused.sessionCancelled');
    case 'session-in-past':
      return words.t('refused.sessionInPast');
    case 'session-outside-round':
      return words.t('refused.sessionOutsideRound');
    case 'too-many-sessions':
      return words.t('refused.tooManySessions');
    case 'sessions-changed':
      return words.t('refused.sessionsChanged');
    default:
      return null;
  }
};
