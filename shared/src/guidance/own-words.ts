import type { Instant, PersonId } from '../ids.js';

/** The cards to which organisers may add words of their own: the invitation, and every match that is put to somebody. */
export const wordedCards = ['invitation', 'match'] as const;
export type WordedCard = (typeof wordedCards)[number];

/** Characters on one card: a card is read at a glance. */
export const longestOwnWords = 400;

/** Paragraphs on one card; what is written beyond them stands in the last. */
const mostParagraphs = 4;

/** What an organiser says on a card besides the product's own words, to everybody alike and under their name. */
export type OwnWords = { readonly card: WordedCard; readonly text: string; readonly by: PersonId; readonly at: Instant };

/** Signs that turn round the direction of what follows them, or show nothing at all. */
const unseen = /[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF]|(?!\n)\p{Cc}/gu;

/** The paragraphs as a card shows them: plain text, each in a line of its own, nothing empty. */
export const paragraphsOf = (text: string): readonly string[] => {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(unseen, '')
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
  if (lines.length <= mostParagraphs) return lines;
  return [...lines.slice(0, mostParagraphs - 1), lines.slice(mostParagraphs - 1).join(' ')];
};
