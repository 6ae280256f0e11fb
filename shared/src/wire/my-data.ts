import { z } from 'zod';
import { meetingPlaces, noteHabits } from '../agreement/agreement.js';
import { parties } from '../engagement/engagement.js';
import { audiences } from '../engagement/entry.js';
import { meetingKinds } from '../engagement/meetings.js';
import { matchOutcomes, ownAnswers } from '../retention/own-matches.js';
import { answers } from '../round/participation.js';
import { sessionPlaces } from '../sessions/session.js';
import { NoteContent } from './notes.js';
import { DateOnly, Id, InstantText, Named, RoundStateText } from './parts.js';
import { MyCoaching } from './two-two.js';

const OwnWords = z.object({ wants: z.string(), challenge: z.string(), shutsDown: z.string() });

const Terms = z.object({
  ...{ meetings: z.int(), minutes: z.int(), place: z.enum(meetingPlaces), books: z.string(), noticeHours: z.int() },
  ...{ notes: z.enum(noteHabits), recordingOff: z.boolean() },
  ...{ confidentiality: z.string(), contact: z.string(), awayday: z.string(), drift: z.string() },
});

/** What we settled together, and what I said of myself; what my partner said of themselves is theirs (C-08). */
const MyAgreement = z.object({ version: z.int(), savedAt: InstantText, confirmedByMe: z.boolean(), terms: Terms, myWords: OwnWords });

const MySession = z.object({
  ...{ start: InstantText, minutes: z.int(), place: z.enum(sessionPlaces) },
  ...{ state: z.enum(['on', 'cancelled']), bookedByMe: z.boolean() },
});

/** What I was told of the product's own accord; a kind and no words. */
const MyMessage = z.object({ kind: z.string(), at: InstantText.nullable(), arrived: z.boolean() });

const MyOwnPair = z.object({
  partners: z.array(Named),
  formedAt: InstantText,
  endedAt: InstantText.nullable(),
  sessions: z.array(MySession),
  agreement: z.array(MyAgreement),
});

const MyOwnMatch = z.object({
  partners: z.array(Named),
  sentAt: InstantText.nullable(),
  suggestedByMe: z.boolean(),
  answer: z.enum(ownAnswers),
  outcome: z.enum(matchOutcomes),
});

export const roundParts = ['leader', 'people-partner', 'administrator'] as const;

const MyOwnRound = z.object({
  ...{ id: Id, name: z.string(), state: RoundStateText, startsOn: DateOnly, endsOn: DateOnly },
  /** What I am for the round, besides taking part. */
  parts: z.array(z.enum(roundParts)),
  /** Null where the round is not for me. */
  answer: z.enum(answers).nullable(),
  /** Until when organisers have set me aside. */
  pausedUntil: DateOnly.nullable(),
  ...{ invitedAt: InstantText.nullable(), answeredAt: InstantText.nullable(), disclosureVersion: z.int().nullable() },
  closely: z.array(Named),
  trusted: z.array(Named),
  matches: z.array(MyOwnMatch),
  pairs: z.array(MyOwnPair),
  /** Whether I take part in the Awayday, whom I named for it, and with whom I am once that is announced; null before I said so. */
  awayday: z
    .object({ attends: z.boolean(), first: Named.nullable(), second: Named.nullable(), group: z.array(Named).nullable() })
    .nullable(),
  /** What I put on the insights wall of the round. */
  insights: z.array(z.object({ text: z.string(), at: InstantText })),
  /** What I was told of the product's own accord; a kind and no words. */
  messages: z.array(MyMessage),
  /** What I did, as it stands in the record of who did what. */
  acts: z.array(z.object({ at: InstantText, action: z.string() })),
});

/** What I wrote, suggested and said yes to in one engagement of 2:2 Coaching, when I met there, and what I was told (C-08). */
const MyOwnEngagement = z.object({
  party: z.enum(parties),
  enquiredAt: InstantText,
  enquiredByMe: z.boolean(),
  consentedAt: InstantText.nullable(),
  /** To the two who were put forward, of whom one is near, while both clients are asked. */
  contentWithCoaches: z.boolean(),
  acceptedAt: InstantText.nullable(),
  /** Where I recommended it or said yes to it. */
  structure: z
    .object({
      ...{ sessions: z.int(), minutes: z.int(), everyWeeks: z.int(), at: InstantText },
      ...{ recommendedByMe: z.boolean(), acceptedByMe: z.boolean() },
    })
    .nullable(),
  /** Of the four's own words in the agreement, the versions that I saved. */
  terms: z.array(
    z.object({ version: z.int(), savedAt: InstantText, broughtIn: z.string(), confidentiality: z.string(), contact: z.string() }),
  ),
  /** The summary for a sponsor that I worded and that is not approved yet. */
  summary: z.object({ observations: z.string(), takeAways: z.string(), at: InstantText }).nullable(),
  approvedSummary: z.boolean(),
  /** What the two beside the clients have settled between them, where I saved it last. */
  coachesNote: z
    .object({ savedAt: InstantText, opens: z.string(), watches: z.string(), handOver: z.string(), debrief: z.string() })
    .nullable(),
  entries: z.array(z.object({ audience: z.enum(audiences), text: z.string(), changedAt: InstantText })),
  goals: z.array(z.object({ what: z.string(), sign: z.string(), firstStep: z.string() })),
  meetings: z.array(MySession.extend({ kind: z.enum(meetingKinds), keptFree: z.boolean() })),
  messages: z.array(MyMessage),
});
export type MyOwnEngagement = z.infer<typeof MyOwnEngagement>;

/** Everything of mine that is kept, in one answer; nothing that is anybody else's (C-08). */
export const MyData = z.object({
  madeAt: InstantText,
  /** From the organisation's directory; null where it is not kept. */
  person: z.object({
    ...{ id: Id, name: z.string(), mail: z.string().nullable(), jobTitle: z.string().nullable(), department: z.string().nullable() },
    ...{ location: z.string().nullable(), language: z.string().nullable(), timeZone: z.string().nullable() },
  }),
  /** Until when I want no reminders, and where my clock stands by what Teams said. */
  reminders: z.object({ pausedUntil: DateOnly.nullable(), zoneInTab: z.string().nullable(), zoneInChat: z.string().nullable() }),
  rounds: z.array(MyOwnRound),
  notes: z.array(z.object({ content: NoteContent, changedAt: InstantText, sharedWith: z.array(Named) })),
  /** Notes of mine that are stored and could not be opened. */
  unreadable: z.int(),
  /** My entry in the register of 2:2 Coaching; null where I have none. */
  twoTwo: MyCoaching.omit({ name: true }).nullable(),
  /** What I did with the switch and the register of 2:2 Coaching and as its coordinator, as it stands in the record of who did what. */
  twoTwoActs: z.array(z.object({ at: InstantText, action: z.string() })),
  engagements: z.array(MyOwnEngagement),
});
export type MyData = z.infer<typeof MyData>;
