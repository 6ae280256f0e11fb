import { z } from 'zod';
import { zoneSources } from '../reminders/zone.js';
import { answers } from '../round/participation.js';
import { AwaydayShown } from './awayday.js';
import { Said } from './own-words.js';
import { DateOnly, Id, InstantText, ModeText, Named, OpId, RoundStateText } from './parts.js';

/** Where I stand with my match; the same words whether I or somebody else said no (CP-33). */
export const MyMatch = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('asked'),
    proposalId: Id,
    partners: z.array(Named),
    reasons: z.array(z.string()),
    /** The day until which an answer is asked for; silence is never taken as one. */
    answerBy: DateOnly.nullable(),
  }),
  z.object({
    kind: z.literal('waiting'),
    proposalId: Id,
    partners: z.array(Named),
    reasons: z.array(z.string()),
    /** Where I suggested it: whether my choice is asked already, or the people partner first (CP-31). Null where organisers did. */
    suggested: z.enum(['asked', 'held']).nullable(),
  }),
  z.object({ kind: z.literal('being-reworked') }),
  z.object({ kind: z.literal('paired'), partners: z.array(Named), formedAt: InstantText }),
]);
export type MyMatch = z.infer<typeof MyMatch>;

/** Somebody who would be my partner, besides my own match; it reads as any match does, whoever suggested it (CP-31). */
export const MyQuestion = z.object({
  proposalId: Id,
  partners: z.array(Named),
  reasons: z.array(z.string()),
  answerBy: DateOnly.nullable(),
  /** Who would be the third in the pair I am in; null where I have no pair. */
  third: Named.nullable(),
  /** Whether I have said yes, and others have still to answer. */
  accepted: z.boolean(),
});
export type MyQuestion = z.infer<typeof MyQuestion>;

/** One round as a member of its population sees it. */
export const MyRound = z.object({
  id: Id,
  name: z.string(),
  state: RoundStateText,
  /** Whether organisers propose matches, or people choose partners in the open. */
  mode: ModeText,
  startsOn: DateOnly,
  endsOn: DateOnly,
  answersBy: DateOnly,
  leader: Named,
  peoplePartner: Named,
  kickOffOn: DateOnly.nullable(),
  /** Null while it stands in no calendar; `location` null: in Teams. */
  kickOffMeeting: z
    .object({ start: InstantText, minutes: z.int(), location: z.string().nullable(), joinUrl: z.string().nullable() })
    .nullable(),
  /** Null while no day is fixed for it. */
  awayday: AwaydayShown.nullable(),
  commonApproach: z.string(),
  /** The version of "who sees what" that an "I'm in" now would agree to (C-01). */
  disclosureVersion: z.int(),
  answer: z.enum(answers),
  canAnswer: z.boolean(),
  match: MyMatch,
  /** What organisers say to everybody in their own words beside what is asked of me; null where nothing is asked or said. */
  ownWords: z.object({ invitation: Said.nullable(), match: Said.nullable() }),
  questions: z.array(MyQuestion),
  /** How many sessions of pairs of mine that have ended still stand in my Outlook, where I alone can take them out. */
  leftSessions: z.int(),
  /** Organisers have set me aside until this day, the first on which I am back; null where they have not. */
  pausedUntil: DateOnly.nullable(),
  /** Whether I may name a partner of my own choice now (CP-31). */
  maySuggest: z.boolean(),
  /** The last day on which my pair can read what it shares (C-10); null while the round is open, and for whoever is in no pair. */
  sharedUntil: DateOnly.nullable(),
  /** For how many days a pair keeps what it shares once the round is closed (C-10). */
  keptDays: z.int(),
  /** The closing pulse, once it is opened: its last day, and whether answers are taken. */
  pulse: z.object({ until: DateOnly, open: z.boolean() }).nullable(),
  /** Whether there is an insights wall for me. */
  insightsWall: z.boolean(),
  /** How many pairs are announced; 0 until they are, and for whoever did not join. Who they are is asked for a page at a time. */
  pairCount: z.int(),
  /** For whoever leads it: how many joined, and how many matches are put to people or have become pairs. Names stand on their own page. */
  leads: z.object({ joined: z.int(), proposed: z.int(), pairs: z.int(), insightsScript: z.string().nullable() }).nullable(),
});
export type MyRound = z.infer<typeof MyRound>;

/** When I am written to, and by whose word. Times as a clock shows them, weekdays from 1 for Monday. */
export const MyHours = z.object({
  zone: z.string(),
  source: z.enum(zoneSources),
  days: z.array(z.int()),
  from: z.string(),
  to: z.string(),
});
export type MyHours = z.infer<typeof MyHours>;

export const Me = z.object({
  person: z.object({ id: Id, name: z.string() }),
  /** True for whoever may open rounds (app role) or is named on one. */
  administers: z.boolean(),
  /** True for whoever is a guest in the tenant, and has pages of 2:2 Coaching at most. */
  guest: z.boolean(),
  /** True for whoever holds the app role and may open a new round. */
  mayOpenRounds: z.boolean(),
  /** The day it is by the bot's clock, in UTC; the clock of a device may be wrong. */
  today: DateOnly,
  /** Null where no round under way concerns me. */
  hours: MyHours.nullable(),
  /** The first day on which reminders come again; null where they come now. */
  pausedUntil: DateOnly.nullable(),
  /** Rounds of which I am part of the population, newest first. */
  rounds: z.array(MyRound),
  /** Rounds under way that I lead without being among those they are for, so that there is no page of them for me (CP-03). */
  leadsFromOutside: z.array(z.object({ id: Id, name: z.string(), peoplePartner: Named })),
  /** What of 2:2 Coaching is there for me; null where there is nothing to be seen of it. */
  twoTwo: z.object({ on: z.boolean(), coordinator: z.boolean(), coach: z.boolean() }).nullable(),
});
export type Me = z.infer<typeof Me>;

export const AnswerInvitation = z.object({
  opId: OpId,
  answer: z.enum(['joined', 'sitting-out']),
  /** The version of "who sees what" that stood on the screen. */
  disclosureVersion: z.int(),
});

/** Whom I may name: everybody who joined and is in no formed pair. `why` is what I may read of why not, or of what comes first (CP-24d). */
export const Nominees = z.object({
  people: z.array(z.object({ person: Named, standing: z.enum(['possible', 'needs-tap', 'not-possible']), why: z.string().nullable() })),
  /** Found beyond those. */
  more: z.int(),
});
export type Nominees = z.infer<typeof Nominees>;

export const SuggestPartner = z.object({ opId: OpId, personId: Id });
export const AnswerProposal = z.object({ opId: OpId, answer: z.enum(['accept', 'decline']) });

/** Reminders are silent until that day; null lets them come again. */
export const PauseReminders = z.object({ opId: OpId, until: DateOnly.nullable() });
