import { z } from 'zod';
import { InstantText, Named } from './parts.js';

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
  /** Every match that was checked. */
  matches: z.array(z.object({ members: z.array(Named), state: z.enum(['draft', 'sent', 'formed']), holds: z.boolean() })),
});
export type ProofReport = z.infer<typeof ProofReport>;
