import { z } from 'zod';
import { correctedFields, takenBackFields } from '../organisation/corrections.js';
import { undeliveredReasons } from '../round/delivery.js';
import { answers } from '../round/participation.js';
import { Id, InstantText, Named, OpId } from './parts.js';

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
  /** Whose line excludes like the manager's (CP-22). */
  secondManager: Named.nullable(),
  /** As the directory has it, to be gone back to. */
  directoryManager: Named.nullable(),
  chain: ChainState,
  answer: z.enum(answers),
  /**
   * Where their clock is taken to stand as far as the organisation's records say. What their own Teams tells is their own
   * business, and would tell that they were there: it is not shown, though it comes before the mailbox.
   */
  zone: z.object({ name: z.string(), source: z.enum(['correction', 'mailbox', 'round']) }),
  /** What was put right by hand. */
  corrected: z.array(z.enum(correctedFields)),
  /** `being reworked` tells nobody who declined; `waiting` is `asked` for whoever may not know of a decline (CP-33). */
  standing: z.enum(['not-joined', 'free', 'drafted', 'asked', 'waiting', 'being-reworked', 'choosing', 'paired']),
  /** No activity with the bot yet, or the app is not installed for them. */
  reachable: z.boolean(),
  /** Why nothing can be sent to them; null where it can. */
  unreachable: z.enum(undeliveredReasons).nullable(),
});
export type RoundPerson = z.infer<typeof RoundPerson>;

/** Which of the population are wanted; what is left out narrows nothing. */
export const peopleFilters = {
  answer: answers,
  chain: ['confirmed', 'unconfirmed'],
  corrected: ['yes', 'no'],
  unreachable: ['yes', 'no'],
  partner: ['none'],
} as const;

/** People told of at a time. */
export const peoplePerPage = 100;

/** Some of the population; `link` opens the round in Teams, for those who have to be told of it by other means. */
export const RoundPeople = z.object({
  people: z.array(RoundPerson),
  /** How many there are as asked for, on all pages. */
  total: z.int(),
  /** What to ask with for those after these; null after the last. */
  next: Id.nullable(),
  /** Every function of the population, in the order of the alphabet, to narrow by. */
  functions: z.array(z.string()),
  link: z.url(),
});
export type RoundPeople = z.infer<typeof RoundPeople>;

/** Absent fields stay as they are; a null manager confirms that the person has none. */
export const CorrectPerson = z.object({
  opId: OpId,
  managerId: Id.nullable().optional(),
  functionName: z.string().trim().min(1).max(120).optional(),
  /** A second manager; null takes an earlier one back. */
  secondManagerId: Id.nullable().optional(),
  /** What the directory says counts again. */
  takesBack: z.array(z.enum(takenBackFields)).max(takenBackFields.length).optional(),
  /** IANA name; null takes an earlier correction back. */
  timeZone: z.string().min(1).max(64).nullable().optional(),
});

export type CorrectPerson = z.input<typeof CorrectPerson>;

/** Confirms for each of these people that they really have no manager (CP-24b). */
export const ConfirmTops = z.object({ opId: OpId, personIds: z.array(Id).min(1).max(1_000) });

/** Who is kept from being partners, by whom and since when; why is not kept. */
export const KeptApartList = z.object({ pairs: z.array(z.object({ people: z.array(Named), by: Named, at: InstantText })) });
export type KeptApartList = z.infer<typeof KeptApartList>;
export const KeepApart = z.object({ opId: OpId, one: Id, other: Id, apart: z.boolean() });

/** The people of a round as CSV. */
export const PeopleFile = z.object({ text: z.string() });
export type PeopleFile = z.infer<typeof PeopleFile>;

/** Below what a call may carry, as JSON. */
const longestFile = 900_000;
export const CheckPeopleFile = z.object({ text: z.string().min(1).max(longestFile) });

/** What a file would change, or all that is wrong with it; of either the first, and how many there are. */
export const PeopleFileCheck = z.object({
  /** To be given back with the file when it is carried out. */
  version: z.string(),
  faultCount: z.int(),
  faults: z.array(z.string()),
  changeCount: z.int(),
  changes: z.array(z.object({ line: z.int(), person: Named, text: z.string() })),
});
export type PeopleFileCheck = z.infer<typeof PeopleFileCheck>;

export const ApplyPeopleFile = CheckPeopleFile.extend({ opId: OpId, version: z.string().max(64) });
export const PeopleFileApplied = z.object({ changes: z.int() });
export type PeopleFileApplied = z.infer<typeof PeopleFileApplied>;

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
