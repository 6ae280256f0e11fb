import type { Words } from '@coaching-pairs/shared/words/words';
import { Refusal } from '../refusal.js';

/** What went wrong, as a sentence: the bot's own where it gave one. */
export const faultText = ({ t }: Words, fault: unknown): string => {
  if (!(fault instanceof Refusal)) return t('tab.fault.unexpected');
  if (fault.message !== '') return fault.message;
  if (fault.code === 'unreachable') return t('tab.fault.unreachable');
  if (fault.code === 'part-missing') return t('tab.fault.partMissing');
  if (fault.code === 'not-signed-in') return t('tab.fault.notSignedIn');
  if (fault.code === 'sign-in-ended') return t('tab.fault.signInEnded');
  return t('tab.fault.unexpected');
};

/** What IT can find the log lines by; null where nothing was logged. */
export const referenceOf = (fault: unknown): string | null => (fault instanceof Refusal ? fault.correlationId : null);
