import type { Words } from '@coaching-pairs/shared/words/words';
import type { Refusal } from '../refusal.js';

/** What was refused about a pair's sessions or agreement, as a sentence; null where it is about something else. */
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
    case 'agreement-changed':
      return words.t('refused.agreementChanged');
    case 'too-many-versions':
      return words.t('refused.tooManyVersions');
    default:
      return null;
  }
};
