import { z } from 'zod';
import { DateOnly, Id, InstantText, Named, OpId } from './parts.js';

/** What I said for the feedback pairs of the Awayday, and with whom I am; for nobody but me (CP-81). */
export const MyFeedback = z.object({
  names: z.enum(['not-asked', 'open', 'closed']),
  /** Until when names are taken; null before they are asked for. */
  closesAt: InstantText.nullable(),
  /** Whether I take part, as it stands; said or not. */
  attends: z.boolean(),
  said: z.boolean(),
  first: Named.nullable(),
  second: Named.nullable(),
  /** My coaching partners of this round, whom I cannot name. */
  partners: z.array(Named),
  /** With whom I am; null until it is announced, and for whoever does not take part. */
  group: z.array(Named).nullable(),
});
export type MyFeedback = z.infer<typeof MyFeedback>;

/** Whether I take part, and the two I would like to hear from; both or neither. */
export const SaveFeedback = z.object({
  opId: OpId,
  attends: z.boolean(),
  named: z.object({ first: Id, second: Id }).nullable(),
});

/** The people of the round by the beginning of a name, whatever they answered, but for those I cannot name. */
export const FeedbackPeople = z.object({ people: z.array(Named), more: z.int() });
export type FeedbackPeople = z.infer<typeof FeedbackPeople>;

/** The feedback pairs as administrators see them; never who named whom, nor who has named anybody. */
export const FeedbackBoard = z.object({
  stage: z.enum(['not-asked', 'asking', 'closed', 'made', 'announced']),
  /** Whether anything can be done now, in this state of the round. */
  open: z.boolean(),
  proposedBy: DateOnly,
  namesBy: DateOnly.nullable(),
  closesAt: InstantText.nullable(),
  groups: z.array(z.object({ members: z.array(Named), locked: z.boolean() })),
  alone: z.array(Named),
  /** Of all together, as of the first time; null where it would tell of somebody. */
  counts: z.object({ first: z.int(), second: z.int(), neither: z.int() }).nullable(),
  absent: z.array(Named),
  /** Of the population, who is in no pair and not marked as absent: they may come on the day. */
  others: z.array(Named),
  mayUndo: z.boolean(),
});
export type FeedbackBoard = z.infer<typeof FeedbackBoard>;

export const AskNames = z.object({ opId: OpId, namesBy: DateOnly });
export const LockFeedback = z.object({ opId: OpId, memberIds: z.array(Id).min(2).max(3), locked: z.boolean() });
export const SwapFeedback = z.object({ opId: OpId, personIds: z.tuple([Id, Id]) });
/** Who is not there after all, and who is. */
export const DayFeedback = z.object({ opId: OpId, gone: z.array(Id).max(500), came: z.array(Id).max(500) });
