import { type Agreement, meetingPlaces, noteHabits, type Terms } from '@coaching-pairs/shared/agreement/agreement';
import type { Instant, PersonId } from '@coaching-pairs/shared/ids';
import * as z from 'zod';
import type { AgreementName, SealedAgreement } from '../../ports/sealed-agreement.js';
import { storeFault } from '../../ports/store.js';
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

type Inside = Omit<Agreement, keyof AgreementName>;

const inside: z.ZodType<Inside> = z.object({
  savedBy: person,
  savedAt: idText<Instant>(),
  terms,
  own: z.array(z.object({ personId: person, wants: z.string(), challenge: z.string(), shutsDown: z.string() })),
  confirmedBy: z.array(person),
});

/** What of a version is sealed: all but its pair and number, which are the row's key. */
export const agreementTextOf = ({ savedBy, savedAt, terms: agreed, own, confirmedBy }: Agreement): string =>
  JSON.stringify({ savedBy, savedAt, terms: agreed, own, confirmedBy } satisfies Inside);

export const parseAgreementText = (text: string, key: string): Inside => {
  const parsed = inside.safeParse(JSON.parse(text));
  if (!parsed.success) throw storeFault('row-unreadable', `${key} ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  return parsed.data;
};

const sealedRow: z.ZodType<Pick<SealedAgreement, 'sealed'>> = z.object({ sealed: z.object({ keyId: z.string(), text: z.string() }) });

export const agreementRow = codecOf(sealedRow, 2);
