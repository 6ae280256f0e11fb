import type { Instant, PairId, PersonId, SessionId } from '@coaching-pairs/shared/ids';
import { type Session, sessionPlaces } from '@coaching-pairs/shared/sessions/session';
import * as z from 'zod';
import { codecOf, idText } from './codec.js';

const at = idText<Instant>();
const person = idText<PersonId>();

const pending = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('book') }),
  z.object({ kind: z.literal('move'), start: at, by: person, at: at.optional() }),
  z.object({ kind: z.literal('cancel'), by: person, at: at.optional() }),
]);

export const eventInOutlook = z.object({ id: z.string(), sharedId: z.string(), joinUrl: z.string().nullable() });

/** Time, state, organiser, the event's ids, and whether recording is off; no subject, and nothing of what is talked about (C-02). */
export const arrangedFields = {
  id: idText<SessionId>(),
  organiserId: person,
  start: at,
  minutes: z.number(),
  place: z.enum(sessionPlaces),
  isPrivate: z.boolean(),
  state: z.enum(['on', 'cancelled']),
  event: eventInOutlook.nullable(),
  pending: pending.nullable(),
  recordingOff: z.literal(true).optional(),
};

const session: z.ZodType<Session> = z.object({ ...arrangedFields, pairId: idText<PairId>() });

export const sessionRow = codecOf(session, 1);
