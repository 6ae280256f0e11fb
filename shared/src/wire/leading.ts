import { z } from 'zod';
import { milestoneKinds } from '../pictures/milestones.js';
import { AwaydayShown } from './awayday.js';
import { PulseView } from './closing.js';
import { DateOnly, Id, Named, RoundStateText } from './parts.js';

/** Which functions a round has tied together; nobody is in it. `one` and `other` are places among the functions. */
export const TieMapShown = z.object({
  functions: z.array(
    z.object({
      /** Null for people of whom no function is known. */
      name: z.string().nullable(),
      /** Those of it who are in a pair. */
      people: z.int(),
      functions: z.int(),
    }),
  ),
  ties: z.array(z.object({ one: z.int(), other: z.int(), count: z.int() })),
});

/** The days of a round, in their order. */
const TimeLine = z.array(z.object({ kind: z.enum(milestoneKinds), on: DateOnly, stage: z.enum(['past', 'today', 'ahead']) }));

/** The pictures of a round, with those of the other announced rounds that the reader administers, newest first. */
export const Pictures = z.object({
  id: Id,
  name: z.string(),
  timeLine: TimeLine,
  /** Rounds whose pairs are announced. */
  rounds: z.array(
    z.object({
      id: Id,
      name: z.string(),
      startsOn: DateOnly,
      /** How many it was for, and how many of them joined. */
      population: z.int(),
      joined: z.int(),
      pairs: z.int(),
      map: TieMapShown,
    }),
  ),
});
export type Pictures = z.infer<typeof Pictures>;

const ProposedMatch = z.object({ members: z.array(Named), formed: z.boolean() });

/** Pairs, or people by name, told of at a time. */
export const namesPerPage = 100;

/** The announced pairs of a round, a page in the order of names, for whoever has joined it and for whoever leads it. */
export const RoundPairs = z.object({
  /** Empty until they are announced. */
  pairs: z.array(z.array(Named)),
  /** How many there are as asked for, on all pages. */
  total: z.int(),
  /** What to ask with for those after these; null after the last. */
  next: Id.nullable(),
});
export type RoundPairs = z.infer<typeof RoundPairs>;

/** The lists of a round leader's page. */
export const leadingViews = ['joined', 'proposed', 'beingReworked'] as const;
export type LeadingView = (typeof leadingViews)[number];

/** Part of one list of a round leader's page: people, or matches where `proposed` was asked for. */
export const LeadingList = z.object({
  people: z.array(Named),
  matches: z.array(ProposedMatch),
  total: z.int(),
  next: Id.nullable(),
});
export type LeadingList = z.infer<typeof LeadingList>;

/**
 * What the round leader sees beyond any leader: who joined, the matches that are put to people, and those being reworked. Each list holds
 * the first of them in the order of names; the others are asked for a page at a time.
 */
export const LeaderPage = z.object({
  counts: z.object({ joined: z.int(), proposed: z.int(), beingReworked: z.int() }),
  joined: z.array(Named),
  /** Those that have become pairs too, until these are announced. */
  proposed: z.array(ProposedMatch),
  beingReworked: z.array(Named),
  /** How the organisers would have insights invited at the Awayday; null: in the words that ship (CP-84). */
  insightsScript: z.string().nullable(),
});
export type LeaderPage = z.infer<typeof LeaderPage>;

/** A round for whoever leads it, whether or not it is for them too (CP-03). */
export const Leading = z.object({
  id: Id,
  name: z.string(),
  state: RoundStateText,
  startsOn: DateOnly,
  endsOn: DateOnly,
  peoplePartner: Named,
  timeLine: TimeLine,
  page: LeaderPage,
  /** How many pairs are announced; 0 until they are. */
  pairCount: z.int(),
  /** What these tie together; null until they are announced. */
  map: TieMapShown.nullable(),
  /** Null while no day is fixed for it. */
  awayday: AwaydayShown.nullable(),
  /** The closing pulse as everybody in the round reads it. */
  pulse: PulseView.omit({ mine: true }),
});
export type Leading = z.infer<typeof Leading>;
