import type { MessageId } from '../words/catalogues.js';

/** The six parts of a turn in a feedback pair, in their order (CP-83); `awayday.guide.<part>` are the words. */
export const feedbackParts = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
export type FeedbackPart = (typeof feedbackParts)[number];

/**
 * What is said in a part. Whoever was in no pair speaks of their own work instead of a coaching partner, in words that say nothing of why;
 * the other parts are the same for all.
 */
export const partText = (part: FeedbackPart, wasInAPair: boolean): Extract<MessageId, `awayday.guide.${FeedbackPart}${'' | '.apart'}`> =>
  part === 'a' && !wasInAPair ? 'awayday.guide.a.apart' : `awayday.guide.${part}`;
