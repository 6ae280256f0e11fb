import { z } from 'zod';
import { DateOnly, Id, Named, OpId, RoundStateText } from './parts.js';

/** How a round under way stands, beside its counts; how any pair meets is nowhere in it (CP-72). */
export const Progress = z.object({
  name: z.string(),
  state: RoundStateText,
  /** The share of pairs on their rhythm as it was last worked out; `from` is the first day on which there can be one (C-03). */
  rhythm: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none'), from: DateOnly }),
    z.object({ kind: z.literal('shown'), on: DateOnly, share: z.enum(['at-most', 'about', 'at-least']), percent: z.int() }),
    /** Too many of the pairs that it spoke of have ended. */
    z.object({ kind: z.literal('over'), on: DateOnly }),
  ]),
  /** Matches that are with their people: how many, the first day on which time is over for one, and to which days that can be moved. */
  matches: z.object({ open: z.int(), firstDay: DateOnly.nullable(), from: DateOnly, to: DateOnly }),
  /** Whom organisers have set aside; `until` is the first day on which they are back. Why is not kept. */
  paused: z.array(z.object({ person: Named, until: DateOnly })),
});
export type Progress = z.infer<typeof Progress>;

/** The last day for an answer to matches that are with their people. */
export const MoveAnswerDay = z.object({ opId: OpId, until: DateOnly });
/** One more person of the directory is asked to join. */
export const AskLate = z.object({ opId: OpId, personId: Id });
/** Null lets somebody go on at once. */
export const PausePerson = z.object({ opId: OpId, personId: Id, until: DateOnly.nullable() });
