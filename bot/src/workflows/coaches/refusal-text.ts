import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { Refusal } from '../refusal.js';

type Naming = { readonly words: Words; readonly nameOf: (id: PersonId) => string };

/** What is refused in the register, and of two coaches for two clients; null for what is not. */
export const coachesRefusalText = ({ words, nameOf }: Naming, refusal: Refusal): string | null => {
  switch (refusal.code) {
    case 'coach-known':
      return words.t('refused.coachKnown');
    case 'coach-name-missing':
      return words.t('refused.coachNameMissing');
    case 'coach-moved':
      return words.t('refused.coachMoved');
    case 'coach-no-guest':
      return words.t('refused.coachNoGuest');
    case 'coach-inside':
      return words.t('refused.coachInside');
    case 'coach-engaged':
      return words.t('refused.coachEngaged');
    case 'coach-unknown':
      return words.t('refused.coachUnknown', { name: nameOf(refusal.personId) });
    case 'coach-not-free':
      return words.t(`refused.coachNotFree.${refusal.why}`, { name: nameOf(refusal.personId) });
    case 'coach-near':
      return words.t(`refused.coachNear.${refusal.why}`, { coach: nameOf(refusal.personId), client: nameOf(refusal.clientId) });
    default:
      return null;
  }
};
