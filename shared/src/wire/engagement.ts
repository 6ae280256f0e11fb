import { z } from 'zod';
import { longestCoachesText } from '../engagement/coaches-note.js';
import { dyads, endings, engagementStates, enquirers, parties } from '../engagement/engagement.js';
import { audiences, entryLimits } from '../engagement/entry.js';
import { frameLimits } from '../engagement/frame.js';
import { longestNearWords } from '../engagement/near.js';
import { longestSummary } from '../engagement/summary.js';
import { longestTerms } from '../engagement/terms.js';
import { focusAreas, goalLimits } from '../engagement/work.js';
import { Id, InstantText, Named, OpId } from './parts.js';

/** An engagement in a list of mine. */
export const MyEngagement = z.object({
  id: Id,
  party: z.enum(parties),
  clients: z.array(Named),
  /** How far it is, as far as everybody in it may know. */
  stage: z.enum(['enquiry', 'starting', 'active', 'over']),
});
export const MyEngagements = z.object({ engagements: z.array(MyEngagement) });
export type MyEngagements = z.infer<typeof MyEngagements>;

/** An enquiry, by one of both leaders, a sponsor or a coordinator (TT-10). */
export const Enquire = z.object({
  opId: OpId,
  as: z.enum(enquirers),
  dyad: z.enum(dyads),
  clientIds: z.array(Id).length(2),
  sponsorId: Id.nullable(),
});
export type Enquire = z.infer<typeof Enquire>;

const Written = z.object({ broughtIn: z.string(), confidentiality: z.string(), contact: z.string() });

export const EngagementGoal = z.object({
  id: Id,
  what: z.string(),
  sign: z.string(),
  firstStep: z.string(),
  suggestedBy: Named,
  /** Both clients have said yes to it. */
  agreed: z.boolean(),
  /** I have; a client's alone. */
  mine: z.boolean(),
  closedAt: InstantText.nullable(),
});

export const EngagementEntry = z.object({
  id: Id,
  /** What a change must name: another device may have changed it since. */
  version: z.string(),
  author: Named,
  audience: z.enum(audiences),
  text: z.string(),
  changedAt: InstantText,
});

/** Two coaches who are put before me, of whom at least one is near to one of us. */
const PutForward = z.object({
  /** What an answer must name: others may have been put forward since. */
  version: z.string(),
  holdings: z.array(z.object({ coach: Named, client: Named })),
  near: z.array(z.object({ coach: Named, client: Named, why: z.enum(['in-chain', 'same-function']) })),
  /** Why nobody else is possible, in the words of whoever coordinates. */
  words: z.string(),
  answersBy: InstantText,
  /** I have said yes. */
  mine: z.boolean(),
});

/** An engagement as one of its four reads it (TT-02, TT-60). */
export const Engagement = z.object({
  id: Id,
  state: z.enum(engagementStates),
  dyad: z.enum(dyads),
  party: z.enum(['client', 'coach']),
  clients: z.array(Named),
  /** Who holds whose experience; empty before there are coaches. */
  holdings: z.array(z.object({ coach: Named, client: Named })),
  /** What its coaches say of themselves in the register, for a client; a coach who has left the register says nothing. */
  coaches: z.array(z.object({ id: Id, about: z.string(), languages: z.array(z.string()), place: z.string() })),
  sponsor: Named.nullable(),
  enquiredBy: Named,
  answersBy: InstantText,
  consent: z.object({
    /** What is shown before anybody says yes (TT-04, TT-63). */
    version: z.int(),
    mine: InstantText.nullable(),
    both: z.boolean(),
  }),
  /** For a client, while both are asked; null for anybody else. */
  putForward: PutForward.nullable(),
  frame: z
    .object({
      ...{ version: z.int(), sessions: z.int(), minutes: z.int(), everyWeeks: z.int() },
      by: Named,
      at: InstantText,
      /** I have said yes to it; a client's alone. */
      mine: z.boolean(),
    })
    .nullable(),
  agreement: z.object({
    /** Of the product's own text. */
    terms: z.int(),
    /** Of what the four wrote; 0 where they have written nothing. */
    words: z.int(),
    written: z.array(Written.extend({ version: z.int(), savedBy: Named, savedAt: InstantText })),
    /** Who of the four has accepted theirs as it stands now, by name and date. */
    accepted: z.array(z.object({ person: Named, party: z.enum(parties), at: InstantText })),
    complete: z.boolean(),
  }),
  focus: z.array(z.enum(focusAreas)),
  goals: z.array(EngagementGoal),
  /** Mine, and what others chose to show me. */
  entries: z.array(EngagementEntry),
  audiences: z.array(z.enum(audiences)),
  /** What the two coaches have settled between them; null for a client, and before there is any. */
  coachesNote: z
    .object({
      version: z.int(),
      ...{ opens: z.string(), watches: z.string(), handOver: z.string(), debrief: z.string() },
      ...{ savedBy: Named, savedAt: InstantText },
    })
    .nullable(),
  summary: z.object({
    draft: z.object({ version: z.int(), observations: z.string(), takeAways: z.string(), by: Named, mine: z.boolean() }).nullable(),
    released: z.object({ version: z.int(), observations: z.string(), takeAways: z.string(), at: InstantText }).nullable(),
  }),
  /** The four agreements are complete (TT-34). */
  mayBook: z.boolean(),
  ending: z.enum(endings).nullable(),
  keptUntil: InstantText.nullable(),
});
export type Engagement = z.infer<typeof Engagement>;

const between = ({ least, most }: { readonly least: number; readonly most: number }) => z.int().min(least).max(most);
const version = z.string().max(200);
const terms = z.string().max(longestTerms);
const goal = z.string().max(goalLimits.text);
const summary = z.string().max(longestSummary);
const text = z.string().max(entryLimits.text);
const areas = z.array(z.enum(focusAreas)).max(focusAreas.length);
const coaches = z.string().max(longestCoachesText);

const wayIn = [
  z.object({ kind: z.literal('consent'), version: z.int() }),
  /** I would rather not: no reason is asked, and nobody is told who (TT-05). */
  z.object({ kind: z.literal('rather-not') }),
  /** The two who are put before me are all right for me, near as one of them is. */
  z.object({ kind: z.literal('content'), version }),
  /** I would rather have others: no reason is asked, and nobody is told who. */
  z.object({ kind: z.literal('rather-others'), version }),
  z.object({
    kind: z.literal('recommend'),
    base: z.int().min(0),
    ...{ sessions: between(frameLimits.sessions), minutes: between(frameLimits.minutes), everyWeeks: between(frameLimits.everyWeeks) },
  }),
  z.object({ kind: z.literal('accept-frame'), version: z.int() }),
] as const;

const agreeing = [
  z.object({ kind: z.literal('write-terms'), base: z.int().min(0), broughtIn: terms, confidentiality: terms, contact: terms }),
  z.object({ kind: z.literal('accept-terms'), terms: z.int(), words: z.int().min(0) }),
  z.object({ kind: z.literal('begin-closing') }),
  z.object({ kind: z.literal('complete') }),
  z.object({ kind: z.literal('end') }),
] as const;

const working = [
  z.object({ kind: z.literal('focus'), base: areas, focus: areas }),
  z.object({ kind: z.literal('suggest-goal'), goalId: Id, what: goal, sign: goal, firstStep: goal }),
  z.object({ kind: z.literal('agree-goal'), goalId: Id }),
  z.object({ kind: z.literal('close-goal'), goalId: Id }),
  z.object({ kind: z.literal('reopen-goal'), goalId: Id }),
  z.object({ kind: z.literal('drop-goal'), goalId: Id }),
] as const;

const writing = [
  z.object({ kind: z.literal('add-entry'), entryId: Id, audience: z.enum(audiences), text: text.min(1) }),
  z.object({ kind: z.literal('save-entry'), entryId: Id, version, audience: z.enum(audiences), text }),
  z.object({ kind: z.literal('delete-entry'), entryId: Id, version }),
  z.object({
    kind: z.literal('write-coaches-note'),
    base: z.int().min(0),
    ...{ opens: coaches, watches: coaches, handOver: coaches, debrief: coaches },
  }),
  z.object({ kind: z.literal('word-summary'), base: z.int().min(0), observations: summary, takeAways: summary }),
  z.object({ kind: z.literal('approve-summary'), version: z.int() }),
  z.object({ kind: z.literal('take-back-approval') }),
] as const;

/** Everything that one of the four changes comes through one door, so that no line of a log tells what it was. */
export const ChangeEngagement = z.object({
  opId: OpId,
  change: z.discriminatedUnion('kind', [...wayIn, ...agreeing, ...working, ...writing]),
});
export type EngagementMove = z.infer<typeof ChangeEngagement>['change'];

/** All that a sponsor sees (TT-61). */
export const SponsorView = z.object({
  clients: z.array(Named),
  active: z.boolean(),
  /** How many are planned; null before that is agreed. */
  sessions: z.int().nullable(),
  /** How many were held. */
  held: z.int(),
  summary: z.object({ observations: z.string(), takeAways: z.string(), at: InstantText }).nullable(),
  acceptedAt: InstantText,
});
export type SponsorView = z.infer<typeof SponsorView>;
export const AcceptAsSponsor = z.object({ opId: OpId, terms: z.int() });

/** Engagements as a coordinator sees them: who, and how far. */
export const Coordinating = z.object({
  engagements: z.array(
    z.object({
      id: Id,
      state: z.enum(engagementStates),
      clients: z.array(Named),
      holdings: z.array(z.object({ coach: Named, client: Named })),
      sponsor: Named.nullable(),
      /** Both clients have said yes, and two coaches are to be found. */
      ready: z.boolean(),
      /** Two are put before both clients, of whom one is near to them; who has answered is told to nobody. */
      asked: z.object({ coaches: z.array(Named), answersBy: InstantText }).nullable(),
      /** Near coaches who were put forward to no avail; they cannot be again. */
      notThese: z.array(Named),
    }),
  ),
});
export type Coordinating = z.infer<typeof Coordinating>;

const Holdings = z.array(z.object({ coachId: Id, clientId: Id })).length(2);

export const CoordinateEngagement = z.object({
  opId: OpId,
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('assign'), holdings: Holdings }),
    z.object({ kind: z.literal('put-forward'), holdings: Holdings, words: z.string().trim().min(1).max(longestNearWords) }),
    z.object({ kind: z.literal('take-two-back') }),
    z.object({ kind: z.literal('take-back') }),
  ]),
});
export type CoordinatingMove = z.infer<typeof CoordinateEngagement>['change'];
