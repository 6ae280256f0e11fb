import { z } from 'zod';
import { Id, InstantText, Named } from './parts.js';

const ProvenMatch = z.object({ members: z.array(Named), state: z.enum(['draft', 'sent', 'formed']), holds: z.boolean() });

/** Matches told of at a time. */
export const provenPerPage = 100;

/** What auditors are shown: which rules the matches of a round keep, checked at one moment against the directory of another. */
export const ProofReport = z.object({
  round: z.string(),
  checkedAt: InstantText,
  /** When the directory was last read for this round; null before that. */
  directoryAt: InstantText.nullable(),
  /** One sentence for each rule with its numbers, and whether it is kept. */
  checks: z.array(z.object({ text: z.string(), holds: z.boolean() })),
  /** Matches that lean on a recorded decision, with whose and when. */
  exceptions: z.array(z.object({ members: z.array(Named), text: z.string() })),
  /** That no better set of matches exists, where the last drafting has proved it and nothing was changed by hand since. */
  best: z.string().nullable(),
  /** How many matches were checked. */
  matchCount: z.int(),
  /** In the order of names: all of them on paper, the first of them on the page. */
  matches: z.array(ProvenMatch),
});
export type ProofReport = z.infer<typeof ProofReport>;

/** More of the matches that were checked. */
export const ProofMatches = z.object({
  matches: z.array(ProvenMatch),
  total: z.int(),
  /** After whom the next page begins; null after the last one. */
  next: Id.nullable(),
});
export type ProofMatches = z.infer<typeof ProofMatches>;
