import { type Agreement, noWords, wordsOf } from '../agreement/agreement.js';
import type { PersonId } from '../ids.js';

/** The same version without what this person said of themselves; what all of the pair settled together stays, and who said yes. */
export const withoutWordsOf = (agreement: Agreement, me: PersonId): Agreement => ({
  ...agreement,
  own: agreement.own.map((one) => (one.personId === me ? { personId: me, ...noWords } : one)),
});

export const hasWordsOf = (agreement: Agreement, me: PersonId): boolean =>
  Object.values(wordsOf(agreement, me)).some((text) => text !== '');
