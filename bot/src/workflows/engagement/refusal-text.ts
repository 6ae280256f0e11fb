import type { PersonId } from '@coaching-pairs/shared/ids';
import { dayOf } from '@coaching-pairs/shared/time';
import type { Words } from '@coaching-pairs/shared/words/words';
import { coachesRefusalText } from '../coaches/refusal-text.js';
import type { Refusal } from '../refusal.js';

/** What was refused in an engagement, as a sentence; null where it is about something else. */
const engagementRefusalText = (words: Words, refusal: Refusal): string | null => {
  switch (refusal.code) {
    case 'two-two-wrong-state':
      return words.t('refused.twoTwoWrongState');
    case 'two-two-not-yours':
      return words.t('refused.twoTwoNotYours');
    case 'two-two-not-two-and-two':
      return words.t('refused.twoTwoNotTwoAndTwo');
    case 'two-two-moved-on':
      return words.t('refused.twoTwoMovedOn');
    case 'two-two-clients-decide':
      return words.t('refused.twoTwoClientsDecide');
    case 'two-two-nothing-written':
      return words.t('refused.twoTwoNothingWritten');
    case 'two-two-too-many':
      return words.t('refused.twoTwoTooMany');
    case 'two-two-open-already':
      return words.t('refused.twoTwoOpenAlready');
    case 'two-two-asked-lately':
      return words.t('refused.twoTwoAskedLately', { date: words.date(dayOf(refusal.until)) });
    case 'two-two-no-sponsor':
      return words.t('refused.twoTwoNoSponsor');
    case 'two-two-nobody-near':
      return words.t('refused.twoTwoNobodyNear');
    case 'two-two-not-these-again':
      return words.t('refused.twoTwoNotTheseAgain');
    case 'two-two-terms-first':
      return words.t('refused.twoTwoTermsFirst');
    case 'two-two-not-for-sponsors':
      return words.t('refused.twoTwoNotForSponsors');
    case 'two-two-agreements-first':
      return words.t('refused.twoTwoAgreementsFirst');
    case 'two-two-brought-in-first':
      return words.t('refused.twoTwoBroughtInFirst');
    case 'two-two-short-notice':
      return words.t('refused.twoTwoShortNotice');
    default:
      return null;
  }
};

type Naming = { readonly words: Words; readonly nameOf: (id: PersonId) => string };

/** What was refused in 2:2 Coaching, in the register or in an engagement; null where it is about something else. */
export const twoTwoRefusalText = (naming: Naming, refusal: Refusal): string | null =>
  coachesRefusalText(naming, refusal) ?? engagementRefusalText(naming.words, refusal);
