import { z } from 'zod';
import { undeliveredReasons } from '../round/delivery.js';
import { InstantText, Named } from './parts.js';
import { ChainState, RoundPerson } from './people.js';

/** What would become of one member of the population if the next message of the round went out now; nothing is sent. */
export const DryRunPerson = z.object({
  person: Named,
  /** Whether the message would reach them: their account is blocked, or an earlier message could not be delivered. */
  message: z.enum(['reaches', 'blocked', 'unreachable']),
  unreachable: z.enum(undeliveredReasons).nullable(),
  chain: ChainState,
  zone: RoundPerson.shape.zone,
  /** When it would come, and what the clock shows them then; null where none would. */
  first: z.object({ at: InstantText, local: z.string() }).nullable(),
  /** With how many of the others they could be matched, and what stands against the rest; only what is on record counts (CP-24d). */
  prospect: z.object({
    ...{ line: z.int(), sameFunction: z.int(), earlier: z.int() },
    /** In the line of a second manager. */
    otherLine: z.int(),
    /** Kept apart by administrators, but for what concerns whoever looks. */
    apart: z.int(),
    possible: z.int(),
  }),
});
export type DryRunPerson = z.infer<typeof DryRunPerson>;

export const DryRun = z.object({
  /** The message that would be the next to all of them. */
  message: z.enum(['kick-off', 'invitation']),
  totals: z.object({
    people: z.int(),
    reached: z.int(),
    blocked: z.int(),
    unreachable: z.int(),
    unconfirmed: z.int(),
    /** Of those who would be reached, whom nobody else could be matched with. */
    alone: z.int(),
  }),
  /** Those first with whom something is the matter; a part of those whose name is searched for, of all otherwise. */
  people: z.array(DryRunPerson),
  /** How many come after these. */
  more: z.int(),
});
export type DryRun = z.infer<typeof DryRun>;

/** How many people stand on each level below somebody, the direct reports first; of the population alone, some of them by name. */
export const LineBelow = z.object({
  person: Named,
  levels: z.array(z.object({ people: z.array(Named), more: z.int() })),
});
export type LineBelow = z.infer<typeof LineBelow>;

/** The messages that everybody is sent first, as the cards that they would read. */
export const previewedKinds = ['kick-off', 'invitation', 'invitation-reminder', 'match'] as const;
export type PreviewedKind = (typeof previewedKinds)[number];
export const CardPreviews = z.object({
  cards: z.array(z.object({ kind: z.enum(previewedKinds), card: z.record(z.string(), z.unknown()) })),
});
export type CardPreviews = z.infer<typeof CardPreviews>;
