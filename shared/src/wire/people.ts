import { z } from 'zod';
import { undeliveredReasons } from '../round/delivery.js';
import { answers } from '../round/participation.js';
import { Id, Named, OpId } from './parts.js';

/** Why a chain of managers does not reach the confirmed top (CP-24b), in words. */
export const ChainState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('confirmed') }),
  z.object({ kind: z.literal('unconfirmed'), text: z.string() }),
]);

/** One member of the population as an administrator of the round sees them. */
export const RoundPerson = z.object({
  person: Named,
  department: z.string().nullable(),
  manager: Named.nullable(),
  chain: ChainState,
  answer: z.enum(answers),
  /**
   * Where their clock is taken to stand as far as the organisation's records say. What their own Teams tells is their own
   * business, and would tell that they were there: it is not shown, though it comes before the mailbox.
   */
  zone: z.object({ name: z.string(), source: z.enum(['correction', 'mailbox', 'round']) }),
  /** Function or manager were put right by hand. */
  corrected: z.boolean(),
  /** `being reworked` tells nobody who declined; `waiting` is `asked` for whoever may not know of a decline (CP-33). */
  standing: z.enum(['not-joined', 'free', 'drafted', 'asked', 'waiting', 'being-reworked', 'paired']),
  /** No activity with the bot yet, or the app is not installed for them. */
  reachable: z.boolean(),
  /** Why nothing can be sent to them; null where it can. */
  unreachable: z.enum(undeliveredReasons).nullable(),
});
export type RoundPerson = z.infer<typeof RoundPerson>;

/** `link` opens the round in Teams, for those who have to be told of it by other means. */
export const RoundPeople = z.object({ people: z.array(RoundPerson), link: z.url() });
export type RoundPeople = z.infer<typeof RoundPeople>;

/** Absent fields stay as they are; a null manager confirms that the person has none. */
export const CorrectPerson = z.object({
  opId: OpId,
  managerId: Id.nullable().optional(),
  functionName: z.string().trim().min(1).max(120).optional(),
  /** IANA name; null takes an earlier correction back. */
  timeZone: z.string().min(1).max(64).nullable().optional(),
});

/** Confirms for each of these people that they really have no manager (CP-24b). */
export const ConfirmTops = z.object({ opId: OpId, personIds: z.array(Id).min(1).max(1_000) });

export const FunctionGroups = z.object({
  groups: z
    .array(z.object({ name: z.string().trim().min(1).max(120), departments: z.array(z.string().min(1).max(200)).max(500) }))
    .max(500),
});
export const Functions = FunctionGroups.extend({
  /** Every department of the stored people with how many belong to it, most first. */
  departments: z.array(z.object({ name: z.string(), people: z.int() })),
});
export type Functions = z.infer<typeof Functions>;
export const SaveFunctions = FunctionGroups.extend({ opId: OpId });

export const PeopleFound = z.object({ people: z.array(Named.extend({ mail: z.string().nullable(), jobTitle: z.string().nullable() })) });
export const GroupsFound = z.object({ groups: z.array(z.object({ id: Id, name: z.string() })) });
