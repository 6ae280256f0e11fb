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

/** What the round leader sees beyond any leader: who joined, the proposed pairs, and those being reworked. */
export const LeaderPage = z.object({
  joined: z.array(Named),
  proposed: z.array(z.object({ members: z.array(Named), formed: z.boolean() })),
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
  /** The announced pairs; empty until they are announced. */
  pairs: z.array(z.array(Named)),
  /** What these tie together; null until they are announced. */
  map: TieMapShown.nullable(),
  /** Null while no day is fixed for it. */
  awayday: AwaydayShown.nullable(),
  /** The closing pulse as everybody in the round reads it. */
  pulse: PulseView.omit({ mine: true }),
});
export type Leading = z.infer<typeof Leading>;
