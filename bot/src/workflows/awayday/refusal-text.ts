import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { Refusal } from '../refusal.js';

type Naming = { readonly words: Words; readonly nameOf: (id: PersonId) => string };

const aboutNames = ({ words, nameOf }: Naming, refusal: Refusal): string | null => {
  switch (refusal.code) {
    case 'names-closed':
      return words.t('refused.namesClosed');
    case 'nominates-self':
      return words.t('refused.nominatesSelf');
    case 'nominates-one-twice':
      return words.t('refused.nominatesOneTwice');
    case 'nominates-coaching-partner':
      return words.t('refused.nominatesCoachingPartner', { name: nameOf(refusal.personId) });
    case 'not-at-awayday':
      return words.t('refused.notAtAwayday');
    default:
      return null;
  }
};

/** Why something about names or feedback pairs was refused; null for anything else. */
export const feedbackRefusalText = (naming: Naming, refusal: Refusal): string | null => {
  const { words, nameOf } = naming;
  switch (refusal.code) {
    case 'names-asked':
      return words.t('refused.namesAsked');
    case 'names-not-asked':
      return words.t('refused.namesNotAsked');
    case 'names-still-open':
      return words.t('refused.namesStillOpen', { date: words.date(refusal.until) });
    case 'feedback-made':
      return words.t('refused.feedbackMade');
    case 'feedback-announced':
      return words.t('refused.feedbackAnnounced');
    case 'feedback-made-often':
      return words.t('refused.feedbackMadeOften', { most: refusal.most });
    case 'too-few-to-make':
      return words.t('refused.tooFewToMake', { fewest: refusal.fewest });
    case 'feedback-not-made':
      return words.t('refused.feedbackNotMade');
    case 'feedback-not-announced':
      return words.t('refused.feedbackNotAnnounced');
    case 'feedback-changed':
      return words.t('refused.feedbackChanged');
    case 'coaching-partners-together':
      return words.t('refused.coachingPartnersTogether', { people: words.list(refusal.personIds.map(nameOf)) });
    case 'nothing-to-undo':
      return words.t('refused.nothingToUndo');
    case 'nobody-takes-part':
      return words.t('refused.nobodyTakesPart');
    case 'nominates-twice':
      return words.t('refused.matchingFailed', { code: refusal.code });
    default:
      return aboutNames(naming, refusal);
  }
};
