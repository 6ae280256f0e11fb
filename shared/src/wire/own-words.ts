import { z } from 'zod';
import { longestOwnWords, wordedCards } from '../guidance/own-words.js';
import { InstantText, Named, OpId } from './parts.js';

/** What an organiser says on a card, and who it is that says it. */
export const Said = z.object({ text: z.string(), by: Named });
export type Said = z.infer<typeof Said>;

/** The cards of a round that organisers may add to, with what they have added. */
export const OwnWords = z.object({
  cards: z.array(
    z.object({
      card: z.enum(wordedCards),
      /** Null where nothing was added. */
      said: Said.extend({ at: InstantText }).nullable(),
      /** False once the card has been sent, so that everybody reads the same. */
      open: z.boolean(),
      /** What stood there in the round before, to whoever administers that one too; null where nothing did. */
      before: z.string().nullable(),
    }),
  ),
});
export type OwnWords = z.infer<typeof OwnWords>;

const text = z.string().max(longestOwnWords);

/** An empty text takes the words away. */
export const WriteOwnWords = z.object({ opId: OpId, card: z.enum(wordedCards), text });

/** A card with words that are being written; nothing is kept. */
export const TryOwnWords = z.object({ card: z.enum(wordedCards), text });
export const TriedCard = z.object({ card: z.record(z.string(), z.unknown()) });
export type TriedCard = z.infer<typeof TriedCard>;
