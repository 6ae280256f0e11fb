import { z } from 'zod';
import { failureReasons, services, troubles } from '../health.js';
import { UndeliveredReasonText } from './delivery.js';
import { InstantText, OpId } from './parts.js';

/** How the product is, for those who keep it running. Nobody is named here, and no round. */
export const Health = z.object({
  at: InstantText,
  version: z.string(),
  node: z.string(),
  /** What has been broken for an hour or longer. */
  troubles: z.array(z.enum(troubles)),
  sender: z.object({
    /** The instance that sends; null where none does. */
    instance: z.string().nullable(),
    since: InstantText.nullable(),
    sweptAt: InstantText.nullable(),
  }),
  backlog: z.object({ fresh: z.int(), late: z.int(), stuck: z.int() }),
  /** Messages given up in rounds that are open; discreet ones are for the people partner alone (CP-33). */
  dead: z.array(z.object({ reason: UndeliveredReasonText, messages: z.int() })),
  /** Steps that somebody did not live to end, found and mended: when it was last looked for them, how many there have been, and the last. */
  repairs: z.object({ lookedAt: InstantText.nullable(), mended: z.int(), mendedAt: InstantText.nullable() }),
  services: z.array(
    z.object({
      service: z.enum(services),
      succeededAt: InstantText.nullable(),
      failedAt: InstantText.nullable(),
      failingSince: InstantText.nullable(),
      /** Why it failed last. */
      failure: z.enum(failureReasons).nullable(),
    }),
  ),
});
export type Health = z.infer<typeof Health>;

export const ChooseReason = z.object({ opId: OpId, reason: UndeliveredReasonText });
