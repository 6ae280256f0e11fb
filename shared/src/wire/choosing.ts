import { z } from 'zod';
import { Id, InstantText, Named, OpId } from './parts.js';

/** Where I stand on the board: `again` when an ask of mine has come to nothing, whatever the cause, `ended` when my pair has. */
export const MyChoosing = z.discriminatedUnion('kind', [
  /** I look on, and take no part. */
  z.object({ kind: z.literal('watching') }),
  z.object({ kind: z.literal('free') }),
  z.object({ kind: z.literal('again') }),
  z.object({ kind: z.literal('ended') }),
  z.object({ kind: z.literal('asked'), proposalId: Id, partner: Named }),
  z.object({ kind: z.literal('paired'), partners: z.array(Named), formedAt: InstantText }),
  /** The board is frozen, and I am in no pair. */
  z.object({ kind: z.literal('without') }),
]);
export type MyChoosing = z.infer<typeof MyChoosing>;

/** Partners are chosen in the open (tension 3): what one person sees of it. Who asks whom is between the two. */
export const ChoosingBoard = z.object({
  roundName: z.string(),
  stage: z.enum(['before', 'open', 'frozen']),
  /** Changes with whatever I see; asked about by `choosingNews`. */
  version: z.string(),
  mine: MyChoosing,
  /** Who asks me; for my eyes alone. */
  questions: z.array(z.object({ proposalId: Id, by: Named, reasons: z.array(z.string()) })),
  /** Who is free and possible for me; nobody whom a rule keeps from me. Empty for whoever is in a pair. */
  possible: z.array(Named),
  /** All pairs, the latest first. */
  pairs: z.array(z.array(Named)),
  /** How many are without a partner; for the round leader alone, who helps them in person. */
  left: z.int().nullable(),
});
export type ChoosingBoard = z.infer<typeof ChoosingBoard>;

/** My board as soon as it is another than the one I have; the same version and no board after a while in which nothing came. */
export const ChoosingNews = z.object({ version: z.string(), board: ChoosingBoard.nullable() });
export type ChoosingNews = z.infer<typeof ChoosingNews>;

export const AskPartner = z.object({ opId: OpId, personId: Id });
/** To somebody who asks me; `decline` on my own ask takes it back. */
export const AnswerAsk = z.object({ opId: OpId, answer: z.enum(['accept', 'decline']) });
/** Two who have agreed in the room; an administrator says that both have said yes. */
export const PairInPerson = z.object({ opId: OpId, personIds: z.tuple([Id, Id]), said: z.literal('both-yes') });
