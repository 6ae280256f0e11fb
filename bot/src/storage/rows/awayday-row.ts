import { agendaKinds, awaydayForms } from '@coaching-pairs/shared/awayday/agenda';
import type { AwaydayPlan } from '@coaching-pairs/shared/awayday/plan';
import type { Instant, OperationId, PersonId, PlainDate } from '@coaching-pairs/shared/ids';
import type { RoundMeeting } from '@coaching-pairs/shared/round/meeting';
import * as z from 'zod';
import { idText } from './codec.js';

export const roundMeeting: z.ZodType<RoundMeeting> = z.object({
  start: idText<Instant>(),
  minutes: z.number(),
  location: z.string().nullable(),
  placed: z.boolean().default(true),
  organiserId: idText<PersonId>(),
  key: idText<OperationId>(),
  events: z.array(z.object({ id: z.string(), sharedId: z.string(), joinUrl: z.string().nullable() })),
  pending: z.boolean(),
});

/** Within the row of its round. */
export const awaydayPlan: z.ZodType<AwaydayPlan> = z.object({
  form: z.enum(awaydayForms),
  day: idText<PlainDate>(),
  time: z.string(),
  zone: z.string(),
  minutes: z.number(),
  location: z.string().nullable(),
  agenda: z.array(z.object({ id: z.string(), kind: z.enum(agendaKinds), wording: z.string().nullable(), minutes: z.number() })),
  revision: z.number(),
  meeting: roundMeeting.nullable(),
});
