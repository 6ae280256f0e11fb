import { type Agreement, meetingPlaces, noteHabits, type Terms } from '@coaching-pairs/shared/agreement/agreement';
import type { Instant, PairId, PersonId } from '@coaching-pairs/shared/ids';
import * as z from 'zod';
import { codecOf, idText } from './codec.js';

const person = idText<PersonId>();
const inTurn = z.literal('in-turn');

const terms: z.ZodType<Terms> = z.object({
  meetings: z.number(),
  minutes: z.number(),
  place: z.enum(meetingPlaces),
  books: z.union([inTurn, person]),
  noticeHours: z.number(),
  notes: z.enum(noteHabits),
  recordingOff: z.boolean(),
  confidentiality: z.string(),
  contact: z.string(),
  awayday: z.string(),
  drift: z.string(),
});

const agreement: z.ZodType<Agreement> = z.object({
  pairId: idText<PairId>(),
  version: z.number(),
  savedBy: person,
  savedAt: idText<Instant>(),
  terms,
  own: z.array(z.object({ personId: person, wants: z.string(), challenge: z.string(), shutsDown: z.string() })),
  confirmedBy: z.array(person),
});

export const agreementRow = codecOf(agreement, 1);
