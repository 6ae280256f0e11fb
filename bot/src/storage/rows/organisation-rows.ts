import type { Instant, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { takenBackFields } from '@coaching-pairs/shared/organisation/corrections';
import type { KeptApart } from '@coaching-pairs/shared/organisation/kept-apart';
import type { Correction, FunctionGroup } from '@coaching-pairs/shared/organisation/organisation';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import * as z from 'zod';
import type { ConversationReference } from '../../ports/conversations.js';
import type { DirectoryWarning, SyncToken } from '../../ports/directory.js';
import type { SyncState } from '../../ports/organisation.js';
import { codecOf, idText } from './codec.js';

const id = idText<PersonId>();
const maybe = z.string().nullable();

const person: z.ZodType<Person> = z.object({
  id,
  name: z.string(),
  department: maybe,
  managerId: id.nullable(),
  enabled: z.boolean(),
  jobTitle: maybe,
  mail: maybe,
  timeZone: maybe,
  language: maybe,
  location: maybe,
  functionName: maybe,
  workingHours: z
    .object({ days: z.array(z.number()), from: z.number(), to: z.number() })
    .nullable()
    .optional(),
});

// Absent fields leave the directory's word, so they must come back absent.
const correction = z.custom<Correction>(
  (value) =>
    z
      .object({
        personId: z.string(),
        by: z.string(),
        at: z.string(),
        managerId: maybe.optional(),
        functionName: z.string().optional(),
        timeZone: maybe.optional(),
        dottedManagerId: maybe.optional(),
        takesBack: z.array(z.enum(takenBackFields)).optional(),
      })
      .safeParse(value).success,
);

const apart: z.ZodType<readonly KeptApart[]> = z.array(z.object({ memberIds: z.tuple([id, id]), by: id, at: idText<Instant>() }));

const groups: z.ZodType<readonly FunctionGroup[]> = z.array(z.object({ name: z.string(), departments: z.array(z.string()) }));

const warning = z.custom<DirectoryWarning>((value) => typeof value === 'object' && value !== null && 'code' in value);

const syncState: z.ZodType<SyncState> = z.object({
  roundId: idText<RoundId>(),
  at: idText<Instant>(),
  token: z.custom<SyncToken>((value) => typeof value === 'string'),
  kept: z.number(),
  warnings: z.array(warning),
});

const conversation: z.ZodType<ConversationReference> = z.object({
  tenantId: z.string(),
  personId: id,
  conversationId: z.string(),
  serviceUrl: z.string(),
  botId: z.string(),
});

export const personRow = codecOf(person, 1);
export const correctionRow = codecOf(correction, 1);
export const correctionsRow = codecOf<readonly Correction[]>(z.array(correction), 1);
export const apartRow = codecOf(apart, 1);
export const groupsRow = codecOf(groups, 1);
export const syncRow = codecOf(syncState, 1);
export const conversationRow = codecOf(conversation, 1);
