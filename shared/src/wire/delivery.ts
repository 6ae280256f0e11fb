import { z } from 'zod';
import { reportedKinds, undeliveredReasons } from '../round/delivery.js';
import { Id, InstantText, Named, OpId } from './parts.js';

export const UndeliveredReasonText = z.enum(undeliveredReasons);

/** Messages of one kind, counted; discreet ones are in none of the lines (CP-33). */
export const DeliveryLine = z.object({
  kind: z.enum(reportedKinds),
  sent: z.int(),
  /** Still to come; `due` of them are being sent now. */
  toCome: z.int(),
  due: z.int(),
  unreachable: z.int(),
  givenUp: z.int(),
  /** People whose answer is known; null where nothing is asked. For matches those who are in a pair, so that no single yes is told (CP-33). */
  answered: z.int().nullable(),
});
export type DeliveryLine = z.infer<typeof DeliveryLine>;

/** A message that was given up. A discreet one (`kind` null) reaches only those who may know of a decline in that match (CP-33). */
export const UndeliveredMessage = z.object({
  id: Id,
  person: Named,
  kind: z.enum(reportedKinds).nullable(),
  reason: UndeliveredReasonText,
  at: InstantText,
});
export type UndeliveredMessage = z.infer<typeof UndeliveredMessage>;

/** What became of the messages of a round. Nobody learns whether somebody has read anything. */
export const DeliveryReport = z.object({
  name: z.string(),
  closed: z.boolean(),
  lines: z.array(DeliveryLine),
  /** People who cannot be reached, by reason. */
  unreachable: z.array(z.object({ reason: UndeliveredReasonText, people: z.int() })),
  undelivered: z.array(UndeliveredMessage),
});
export type DeliveryReport = z.infer<typeof DeliveryReport>;

/** One message, or all of one reason that the caller may see. What is not given up any more is left as it is. */
export const ChooseUndelivered = z.object({
  opId: OpId,
  which: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('one'), messageId: Id }),
    z.object({ kind: z.literal('reason'), reason: UndeliveredReasonText }),
  ]),
});
export type ChooseUndelivered = z.infer<typeof ChooseUndelivered>;
