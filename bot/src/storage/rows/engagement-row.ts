import type { CoachesNote } from '@coaching-pairs/shared/engagement/coaches-note';
import {
  dyads,
  type Engagement,
  endings,
  engagementStates,
  enquirers,
  type PutForward,
  parties,
} from '@coaching-pairs/shared/engagement/engagement';
import { audiences, type Entry } from '@coaching-pairs/shared/engagement/entry';
import type { NearWords } from '@coaching-pairs/shared/engagement/near';
import type { Summary } from '@coaching-pairs/shared/engagement/summary';
import type { WrittenTerms } from '@coaching-pairs/shared/engagement/terms';
import { focusAreas, type Work } from '@coaching-pairs/shared/engagement/work';
import type { EngagementId, GoalId, Instant, OperationId, PersonId } from '@coaching-pairs/shared/ids';
import * as z from 'zod';
import type { Sealed } from '../../ports/sealing.js';
import { codecOf, idText } from './codec.js';

const person = idText<PersonId>();
const at = idText<Instant>();
const text = z.string();

const frame = z.object({
  ...{ version: z.int(), sessions: z.int(), minutes: z.int(), everyWeeks: z.int() },
  ...{ by: person, at, acceptedBy: z.array(person) },
});

const holding = z.object({ coachId: person, clientId: person });
const twoPutForward: z.ZodType<PutForward> = z.object({
  id: idText<OperationId>(),
  holdings: z.array(holding),
  near: z.array(holding.extend({ why: z.enum(['in-chain', 'same-function']) })),
  ...{ answersBy: at, agreedBy: z.array(person) },
});

/** Which was begun last; of nobody. */
export const begunRow = codecOf(z.object({ id: idText<EngagementId>(), at }), 1);

/** People, states, dates and numbers; no word. */
export const engagementRow = codecOf<Engagement>(
  z.object({
    ...{ id: idText<EngagementId>(), state: z.enum(engagementStates), dyad: z.enum(dyads) },
    clientIds: z.tuple([person, person]),
    holdings: z.array(holding),
    sponsorId: person.nullable(),
    enquiry: z.object({ by: person, as: z.enum(enquirers), at }),
    answersBy: at,
    consents: z.array(z.object({ personId: person, version: z.int(), at })),
    // Not in rows of before.
    putForward: twoPutForward.nullable().default(null),
    notThese: z.array(person).default([]),
    frame: frame.nullable(),
    acceptances: z.array(z.object({ personId: person, party: z.enum(parties), terms: z.int(), words: z.int(), at })),
    words: z.int(),
    closed: z.object({ at, how: z.enum(endings) }).nullable(),
  }),
  1,
);

const sealed: z.ZodType<Sealed> = z.object({ keyId: text, text });

/** What is sealed as a whole. */
export const sealedRow = codecOf<{ readonly sealed: Sealed }>(z.object({ sealed }), 1);
/** Who wrote an entry is its key; for whom it is, is sealed with its words. */
export const entryRow = codecOf<{ readonly sealed: Sealed; readonly opId: OperationId }>(
  z.object({ sealed, opId: idText<OperationId>() }),
  1,
);

export const termsInside: z.ZodType<WrittenTerms> = z.object({
  ...{ version: z.int(), savedBy: person, savedAt: at },
  ...{ broughtIn: text, confidentiality: text, contact: text },
});

const goal = z.object({
  ...{ id: idText<GoalId>(), what: text, sign: text, firstStep: text },
  ...{ suggestedBy: person, agreedBy: z.array(person), closedAt: at.nullable() },
});
export const workInside: z.ZodType<Work> = z.object({ focus: z.array(z.enum(focusAreas)), goals: z.array(goal) });

const worded = { version: z.int(), observations: text, takeAways: text, at };
export const summaryInside: z.ZodType<Summary> = z.object({
  draft: z.object({ ...worded, by: person, approvedBy: z.array(person) }).nullable(),
  released: z.object(worded).nullable(),
});

export const coachesNoteInside: z.ZodType<CoachesNote> = z.object({
  ...{ version: z.int(), savedBy: person, savedAt: at },
  ...{ opens: text, watches: text, handOver: text, debrief: text },
});

export const nearWordsInside: z.ZodType<NearWords> = z.object({ id: idText<OperationId>(), why: text });

export const entryInside: z.ZodType<Pick<Entry, 'audience' | 'text' | 'changedAt'>> = z.object({
  audience: z.enum(audiences),
  ...{ text, changedAt: at },
});
