import type { Solution } from '../matching/engine/solution.js';
import { solveTable } from '../matching/engine/solve-table.js';
import { solutionFaults } from '../matching/verify-pairs.js';
import type { Worth } from './feedback-worth.js';

/** The best pairs among some of the people, with the prices that prove it; places are those of the worth. */
export type Paired = {
  readonly places: readonly number[];
  readonly solution: Solution;
  readonly value: number;
  readonly faults: () => readonly string[];
};

export const pairedAmong = ({ ids, pairs }: Worth, places: readonly number[]): Paired => {
  const n = places.length;
  const table = new Float64Array(n * n);
  for (const [u, one] of places.entries()) {
    for (const [v, other] of places.entries()) table[u * n + v] = pairs[one * ids.length + other] ?? 0;
  }
  const solution = solveTable(n, table);
  const worth = (u: number, v: number): number => table[u * n + v] ?? 0;
  const value = solution.mate.reduce((sum, mate, place) => (mate > place ? sum + worth(place, mate) : sum), 0);
  return { places, solution, value, faults: () => solutionFaults(n, worth, solution) };
};

export type Trio = readonly [number, number, number];

/** The best of all with at most one trio: who the three are, and everybody else in pairs. */
export type WithTrio = {
  readonly trio: Trio | null;
  readonly rest: Paired;
  /** What was solved, and what everything else is measured by. */
  readonly proofs: readonly Paired[];
  readonly value: number;
  /** Nothing can be worth more; the same as `value` where the trio is proved best. */
  readonly bound: number;
};

/** Trios that are tried one by one at most; usually the first few rule out all others. */
const mostTrials = 300;

/** Up to so many people simply all trios are looked at. */
const fewPeople = 24;

/** What the blossoms around two people cost together: nested, so that the larger ones come first for both. */
const sharedBy = ({ solution, places }: Paired): ((u: number, v: number) => number) => {
  const sorted = solution.blossoms.filter(({ price }) => price > 0).sort((one, other) => other.members.length - one.members.length);
  const around = places.map((): number[] => []);
  for (const [index, { members }] of sorted.entries()) for (const member of members) around[member]?.push(index);
  return (u, v) => {
    const [mine = [], theirs = []] = [around[u], around[v]];
    let sum = 0;
    for (let at = 0; at < mine.length && mine[at] === theirs[at]; at += 1) sum += sorted[mine[at] ?? 0]?.price ?? 0;
    return sum;
  };
};

/**
 * Three people with this trio and all others in pairs are worth no more than this: the three use up their prices, and each blossom
 * around two of them holds a pair fewer. Such blossoms are nested, so they are those around one two of the three.
 */
const boundWith = (worth: Worth, base: Paired): ((trio: Trio) => number) => {
  const shared = sharedBy(base);
  const { prices } = base.solution;
  const price = (place: number): number => prices[place] ?? 0;
  return ([a, b, c]) => {
    const three = worth.three(a, b, c);
    if (three === 0) return Number.NEGATIVE_INFINITY;
    return base.value - (price(a) + price(b) + price(c)) - Math.max(shared(a, b), shared(a, c), shared(b, c)) + three;
  };
};

/** Whoever is left alone joins the pair where it brings most: a first choice of a trio. */
const joined = (worth: Worth, base: Paired): { readonly trio: Trio; readonly value: number } | null => {
  const { mate } = base.solution;
  const alone = mate.indexOf(-1);
  let best: { readonly trio: Trio; readonly value: number } | null = null;
  for (const [place, partner] of mate.entries()) {
    if (alone < 0 || partner < place) continue;
    const three = worth.three(place, partner, alone);
    const value = base.value - (worth.pairs[place * worth.ids.length + partner] ?? 0) + three;
    if (three > 0 && (best === null || value > best.value)) best = { trio: [place, partner, alone], value };
  }
  return best;
};

const sortedTrio = (one: number, other: number, third: number): Trio => {
  const [a = one, b = other, c = third] = [one, other, third].sort((u, v) => u - v);
  return [a, b, c];
};

/**
 * Trios that may be worth more than what is reached. Where nobody of the three has named another of them, two of them as a pair and
 * the third alone were as good but for that person, so that no such trio beats one that took in who was left: those with a wish
 * inside are enough, unless nobody could be taken in.
 */
const candidates = (
  worth: Worth,
  base: Paired,
  reached: number,
  whole: boolean,
): readonly { readonly trio: Trio; readonly bound: number }[] => {
  const bound = boundWith(worth, base);
  const n = worth.ids.length;
  const found = new Map<number, { readonly trio: Trio; readonly bound: number }>();
  const look = (u: number, v: number, x: number): void => {
    if (u === x || v === x) return;
    const trio = sortedTrio(u, v, x);
    const most = bound(trio);
    if (most > reached) found.set((trio[0] * n + trio[1]) * n + trio[2], { trio, bound: most });
  };
  const twos: Worth['named'] = whole
    ? Array.from({ length: n }, (_, u) => Array.from({ length: n - u - 1 }, (_next, v) => [u, u + v + 1] as const)).flat()
    : worth.named;
  for (const [u, v] of twos) for (let x = 0; x < n; x += 1) look(u, v, x);
  return [...found.values()].sort((one, other) => other.bound - one.bound || one.trio[0] - other.trio[0] || one.trio[1] - other.trio[1]);
};

const others = (places: readonly number[], trio: Trio): readonly number[] => places.filter((place) => !trio.includes(place));

/**
 * The best pairs and one trio of an odd number of people, all of whose links are legal; no trio where none is possible. Trios are
 * tried in the order of what they can bring at most, until none that is left can be better.
 */
export const withTrio = (worth: Worth): WithTrio => {
  const everybody = worth.ids.map((_, place) => place);
  const base = pairedAmong(worth, everybody);
  const first = joined(worth, base);
  const isPlain = first !== null && base.solution.mate.filter((mate) => mate < 0).length === 1;
  let rest = first === null ? base : pairedAmong(worth, others(everybody, first.trio));
  let best: Pick<WithTrio, 'trio' | 'value'> =
    first === null ? { trio: null, value: base.value } : { trio: first.trio, value: rest.value + worth.three(...first.trio) };
  const found = (bound: number): WithTrio => ({ ...best, rest, bound, proofs: [base, rest] });
  const list = candidates(worth, base, best.value, !isPlain || everybody.length <= fewPeople);
  for (const [tried, { trio, bound }] of list.entries()) {
    if (bound <= best.value) break;
    if (tried >= mostTrials) return found(bound);
    const without = pairedAmong(worth, others(everybody, trio));
    const value = without.value + worth.three(...trio);
    if (value <= best.value) continue;
    best = { trio, value };
    rest = without;
  }
  return found(best.value);
};
