import { instant, type PairId, type PersonId, personId, plainDate, type SessionId } from '@coaching-pairs/shared/ids';
import { nextFigure } from '@coaching-pairs/shared/progress/rhythm-figure';
import { type RhythmShare, type RhythmSheet, shareOf } from '@coaching-pairs/shared/progress/rhythm-share';
import type { Pair } from '@coaching-pairs/shared/round/proposal';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { Session } from '@coaching-pairs/shared/sessions/session';
import { daysAfter } from '@coaching-pairs/shared/time';
import fc from 'fast-check';
import { expect } from 'vitest';
import { roundsFor } from '../round/people.js';
import { type Deduced, deduce } from './attacker.js';

/** A round of some pairs over some weeks: how each stands in each, and in which week it ends, if it does. */
export const someRhythms = fc.integer({ min: 7, max: 10 }).chain((pairs) =>
  fc.record({
    weeks: fc.array(fc.array(fc.boolean(), { minLength: pairs, maxLength: pairs }), { minLength: 1, maxLength: 3 }),
    /** Before the figure of that week; beyond the last for one that goes on. */
    ends: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(9) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 2 }) }), {
      minLength: pairs,
      maxLength: pairs,
    }),
  }),
);
export type Rhythms = typeof someRhythms extends fc.Arbitrary<infer Some> ? Some : never;

/** How one pair stood in one week: what somebody may want to work out. */
const variable = (pair: number, week: number): number => pair * 10 + week;

/** What was read in one week, and which standings of which weeks it was made of. */
export type Read = { readonly share: RhythmShare; readonly made: readonly number[] };

const pairIdOf = (pair: number): PairId => `pair-${pair}` as PairId;
const monday = (week: number) => daysAfter(plainDate('2027-03-01'), week * 7);
const start: Round = { ...roundsFor().active, startsOn: plainDate('2027-01-11'), endsOn: plainDate('2027-07-12') };

const booked = (pair: number, week: number): Session => ({
  ...{ id: `s-${pair}` as SessionId, pairId: pairIdOf(pair), organiserId: personId('sam'), minutes: 60, place: 'teams', isPrivate: true },
  ...{ start: instant(`${daysAfter(monday(week), 3)}T10:00:00.000Z`), state: 'on', event: null, pending: null },
});

const pairsIn = ({ ends }: Rhythms, week: number): readonly Pair[] =>
  ends.map((end, pair) => ({
    ...{ id: pairIdOf(pair), memberIds: [`a${pair}`, `b${pair}`] as readonly string[] as readonly PersonId[] },
    ...{ proposalId: `p-${pair}` as Pair['proposalId'], formedAt: instant('2027-01-08T10:00:00.000Z') },
    endedAt: end <= week ? instant(`${daysAfter(monday(end), -2)}T10:00:00.000Z`) : null,
  }));

/** The product's own way, week after week. */
export const readByWeeks = (life: Rhythms): readonly Read[] => {
  let round = start;
  let sheet: RhythmSheet | null = null;
  const reads: Read[] = [];
  for (const [week, on] of life.weeks.entries()) {
    const sessions = on.flatMap((is, pair) => (is ? [booked(pair, week)] : []));
    const now = instant(`${monday(week)}T09:00:00.000Z`);
    const next = nextFigure({ round, pairs: pairsIn(life, week), sessions, sheet, now });
    if (next === null) continue;
    round = { ...round, rhythm: next.figure };
    sheet = next.sheet;
    const made = life.ends.map((end, pair) => variable(pair, Math.min(week, end - 1)));
    if (next.figure.share !== null) reads.push({ share: next.figure.share, made });
  }
  return reads;
};

const isOn = ({ weeks }: Rhythms, one: number): boolean => weeks[one % 10]?.[Math.floor(one / 10)] ?? false;

/** Those who put together what they know: nobody, or the people of one or of two pairs, of each kind there is. */
const coalitions = ({ weeks }: Rhythms): readonly (readonly number[])[] => {
  const first = weeks[0] ?? [];
  const of = (on: boolean) => first.flatMap((is, pair) => (is === on ? [pair] : []));
  const two = [of(true).slice(0, 2), of(false).slice(0, 2), [...of(true).slice(0, 1), ...of(false).slice(0, 1)]];
  return [[], ...two.filter((some) => some.length > 0)];
};

/**
 * What follows from all that was read for administrators who know when each pair formed and ended, how figures are made, and everything of
 * a pair or two. `steady` is an attacker who knows besides that no pair changed its ways from week to week.
 */
export const rhythmsWorkedOut = (
  life: Rhythms,
  reads: readonly Read[],
  steady: boolean,
  told: (on: number, pairs: number) => RhythmShare = shareOf,
): readonly Deduced[] =>
  coalitions(life).map((own) => {
    const named = (one: number): number => (steady ? variable(Math.floor(one / 10), 0) : one);
    const cuts = reads.map(({ share, made }) => ({
      people: made.map(named),
      fits: (on: number) => JSON.stringify(told(on, made.length)) === JSON.stringify(share),
    }));
    const all = [...new Set(cuts.flatMap(({ people }) => people))];
    const known = new Map(all.filter((one) => own.includes(Math.floor(one / 10))).map((one) => [one, isOn(life, one)] as const));
    return deduce({ cuts, known, threshold: 5 });
  });

/** The same organisation with everybody steady: as they stood in the first week. */
export const steadied = (life: Rhythms): Rhythms => ({ ...life, weeks: life.weeks.map(() => life.weeks[0] ?? []) });

/** Lives through so many rounds, with steady pairs and others; nothing of any other pair may follow. */
export const expectNoRhythmWorkedOut = (rounds: number, seed?: number): void =>
  fc.assert(
    fc.property(someRhythms, fc.boolean(), (some, steady) => {
      const life = steady ? steadied(some) : some;
      for (const { answers, groups } of rhythmsWorkedOut(life, readByWeeks(life), steady)) expect([[...answers], groups]).toEqual([[], []]);
    }),
    { numRuns: rounds, ...(seed !== undefined && { seed }) },
  );
