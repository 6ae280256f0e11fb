import type { PersonId } from '../ids.js';
import { twosOf } from '../matching/knowledge.js';
import { tieKey, tieOf, tieRange } from '../matching/tie-break.js';
import type { AwaydayPeople, FeedbackNomination } from './nomination.js';

/** Whom somebody was given: the one they named first or second, or neither. Never told to anybody, not even to themselves. */
export type Honoured = 'first' | 'second' | 'neither';

/** What is wished for, and who may not be together. */
export type Wished = Pick<AwaydayPeople, 'coachingPairs'> & {
  /** One a person; whoever names somebody who is not there, or whom they cannot be paired with, is simply not heard in that. */
  readonly nominations: readonly FeedbackNomination[];
  /** Breaks ties. */
  readonly seed: number;
};

type Heard = (by: PersonId, others: readonly PersonId[]) => Honoured;

const heardIn = (nominations: readonly FeedbackNomination[]): Heard => {
  const known = new Map(nominations.map((nomination) => [nomination.by, nomination]));
  return (by, others) => {
    const nomination = known.get(by);
    if (nomination === undefined) return 'neither';
    if (others.includes(nomination.first)) return 'first';
    return others.includes(nomination.second) ? 'second' : 'neither';
  };
};

/** How many people named each other first and are together, and how many are with whom they named first, second, or neither. */
export type Score = Readonly<Record<Honoured | 'mutual', number>>;

/** The score of any groups of two or three. */
export const scoreOf = (nominations: readonly FeedbackNomination[], groups: readonly (readonly PersonId[])[]): Score => {
  const heard = heardIn(nominations);
  const othersOf = (group: readonly PersonId[], id: PersonId): readonly PersonId[] => group.filter((one) => one !== id);
  const all = groups.filter((group) => group.length > 1).flatMap((group) => group.map((id) => heard(id, othersOf(group, id))));
  const isMutual = ([one, other]: readonly [PersonId, PersonId]): boolean =>
    heard(one, [other]) === 'first' && heard(other, [one]) === 'first';
  const count = (what: Honoured): number => all.filter((one) => one === what).length;
  const mutual = groups.flatMap((group) => twosOf(group)).filter(isMutual).length;
  return { mutual, first: count('first'), second: count('second'), neither: count('neither') };
};

/** What counts, each step more than all below it together: a person more with a partner, mutual first choices, first ones, second ones. */
type Tiers = Readonly<Record<Honoured | 'person' | 'mutual' | 'ties', number>>;

const tiersFor = (people: number, ties: number): Tiers => {
  const groups = Math.floor(people / 2) + 1;
  const second = ties * groups + 1;
  const first = second * (people + 1);
  const mutual = first * (people + 1);
  return { person: mutual * (groups + 1), mutual, first, second, neither: 0, ties };
};

/** As many ties as can be broken while all sums stay exact in doubles. */
const exactTiers = (people: number): Tiers => {
  for (let ties = tieRange; ties > 0; ties = (ties - 1) / 2) {
    const tiers = tiersFor(people, ties);
    if ((people + 3) * (2 * tiers.person + 2 * tiers.mutual) * 8 < 2 ** 53) return tiers;
  }
  return tiersFor(people, 0);
};

/** What people are worth to each other, by their places in `ids`. */
export type Worth = {
  readonly ids: readonly PersonId[];
  /** n × n; 0 for coaching partners. */
  readonly pairs: Float64Array;
  /** Of three together; 0 where two of them are coaching partners. */
  readonly three: (a: number, b: number, c: number) => number;
  /** Who has named whom: two places each. */
  readonly named: readonly (readonly [number, number])[];
};

const pairsOf = (n: number, pairWorth: (u: number, v: number) => number): Float64Array => {
  const table = new Float64Array(n * n);
  for (let u = 0; u < n; u += 1) {
    for (let v = u + 1; v < n; v += 1) {
      table[u * n + v] = pairWorth(u, v);
      table[v * n + u] = table[u * n + v] ?? 0;
    }
  }
  return table;
};

type Places = ReadonlyMap<PersonId, number>;

/** Stands for somebody who is not there. */
const nobody = -2;

/** Whom everybody named, by their places. */
const choicesOf = (placeOf: Places, nominations: readonly FeedbackNomination[]) => {
  const [first, second] = [new Int32Array(placeOf.size).fill(nobody), new Int32Array(placeOf.size).fill(nobody)];
  for (const nomination of nominations) {
    const by = placeOf.get(nomination.by);
    if (by === undefined) continue;
    first[by] = placeOf.get(nomination.first) ?? nobody;
    second[by] = placeOf.get(nomination.second) ?? nobody;
  }
  return { first, second };
};

const apartOf = (placeOf: Places, coachingPairs: Wished['coachingPairs']): ((u: number, v: number) => boolean) => {
  const apart = new Set<number>();
  for (const [one, other] of coachingPairs.flatMap((members) => twosOf(members))) {
    const [u, v] = [placeOf.get(one), placeOf.get(other)];
    if (u === undefined || v === undefined) continue;
    apart.add(u * placeOf.size + v);
    apart.add(v * placeOf.size + u);
  }
  return (u, v) => apart.has(u * placeOf.size + v);
};

/** What two or three people are worth by what they have named, without what any two or three are worth. */
const wishesOf = (placeOf: Places, nominations: readonly FeedbackNomination[], tiers: Tiers) => {
  const { first, second } = choicesOf(placeOf, nominations);
  const honour = (by: number, one: number, other: number): number => {
    if (first[by] === one || first[by] === other) return tiers.first;
    return second[by] === one || second[by] === other ? tiers.second : 0;
  };
  const mutual = (u: number, v: number): number => (first[u] === v && first[v] === u ? tiers.mutual : 0);
  return {
    ofTwo: (u: number, v: number): number => honour(u, v, -1) + honour(v, u, -1) + mutual(u, v),
    ofThree: (a: number, b: number, c: number): number =>
      honour(a, b, c) + honour(b, a, c) + honour(c, a, b) + mutual(a, b) + mutual(a, c) + mutual(b, c),
    named: [...first, ...second].flatMap((other, at) =>
      other < 0 || other === at % placeOf.size ? [] : [[at % placeOf.size, other] as const],
    ),
  };
};

/**
 * What every two and every three of these people are worth. Three are worth no less than two of them and one person more, so that
 * it never costs anything to take in somebody who is alone.
 */
export const worthOf = ({ coachingPairs, nominations, seed }: Wished, ids: readonly PersonId[]): Worth => {
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const tiers = exactTiers(ids.length);
  const wishes = wishesOf(placeOf, nominations, tiers);
  const isApart = apartOf(placeOf, coachingPairs);
  const keys = ids.map((id) => tieKey(seed, id));
  const tie = (u: number, v: number): number => tieOf(keys[u] ?? 0, keys[v] ?? 0) & tiers.ties;
  const pairs = pairsOf(ids.length, (u, v) => (isApart(u, v) ? 0 : 2 * tiers.person + wishes.ofTwo(u, v) + tie(u, v)));
  const three = (a: number, b: number, c: number): number =>
    isApart(a, b) || isApart(a, c) || isApart(b, c)
      ? 0
      : 3 * tiers.person + wishes.ofThree(a, b, c) + Math.max(tie(a, b), tie(a, c), tie(b, c));
  return { ids, pairs, three, named: wishes.named };
};
