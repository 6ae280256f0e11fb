import { type Field, weightIn } from './columns/field.js';
import { marketOf } from './columns/market.js';
import type { Core } from './core.js';
import { type Around, aroundIn } from './engine/around.js';
import { at, type Forest, isBlossom } from './engine/forest.js';

/** Three people by their places in the core, and what a matching with them as a trio loses at least against the bound without. */
export type Candidate = { readonly places: readonly [number, number, number]; readonly loss: number };

/** Partners of each person at first; four times as many are asked for where these do not settle it. */
const atFirst = 16;

/** In larger rounds so many at most are asked for, and what that leaves open is told. */
const mostAsked = { upTo: 1_200, above: 4 * atFirst };

/** The candidates of least loss, sorted. All losses are below 0: only such a trio can be better than none. */
type Shortlist = { readonly most: number; readonly list: Candidate[] };

const limitOf = ({ most, list }: Shortlist): number => (list.length < most ? 0 : (list.at(-1)?.loss ?? 0));

const isSame = (one: Candidate['places'], other: Candidate['places']): boolean => one.every((place) => other.includes(place));

const add = (shortlist: Shortlist, candidate: Candidate): void => {
  const { list, most } = shortlist;
  if (candidate.loss >= limitOf(shortlist) || list.some(({ places }) => isSame(places, candidate.places))) return;
  const after = list.findIndex(({ loss }) => loss > candidate.loss);
  list.splice(after < 0 ? list.length : after, 0, candidate);
  if (list.length > most) list.pop();
};

/** The people inside one outermost blossom, with half its price added to each of theirs. */
type Ground = {
  readonly field: Field;
  readonly around: Around;
  /** Their places in the core, and among all participants. */
  readonly inCore: Int32Array;
  readonly members: Int32Array;
  readonly prices: Float64Array;
  readonly blossomPrice: number;
};

const groundsOf = (field: Field, { places }: Core, forest: Forest, around: Around): readonly Ground[] => {
  const inside = new Map<number, number[]>();
  places.forEach((_, vertex) => {
    const top = at(forest.top, vertex);
    if (isBlossom(forest, top)) inside.set(top, [...(inside.get(top) ?? []), vertex]);
  });
  return [...inside].map(([top, vertices]) => {
    const inCore = Int32Array.from(vertices);
    const blossomPrice = forest.blossomPrice[top] ?? 0;
    const prices = Float64Array.from(vertices, (vertex) => (forest.price[vertex] ?? 0) + blossomPrice / 2);
    return { field, around, inCore, members: inCore.map((vertex) => places[vertex] ?? -1), prices, blossomPrice };
  });
};

/** Half of what both prices are more than the weight of a pair; the blossoms inside the outermost are not counted, so it may be negative. */
const halfLeft = ({ prices }: Ground, one: number, other: number, weight: number): number =>
  ((prices[one] ?? 0) + (prices[other] ?? 0) - weight) / 2;

/** The exact loss of a trio: what its links leave of the prices, and the dearest nest of blossoms around two of the three. */
const lossOf = (ground: Ground, [a, b, c]: Candidate['places'], left: number): number => {
  const { around, inCore, blossomPrice } = ground;
  const inner = (one: number, other: number): number => around.both(inCore[one] ?? -1, inCore[other] ?? -1) - blossomPrice;
  return left + Math.max(inner(a, b), inner(a, c), inner(b, c)) - blossomPrice / 2;
};

/** The partners of one person, nearest first; `least` is what the loss of a trio with them is bounded by, each for half of the two links. */
type Near = { readonly place: number; readonly left: number; readonly least: number };

const nearOf = (ground: Ground, a: number, partners: Int32Array, weights: Float64Array): readonly Near[] => {
  const { around, inCore, blossomPrice } = ground;
  const near: Near[] = [];
  for (let index = 0; index < partners.length && (partners[index] ?? -1) >= 0; index += 1) {
    const place = partners[index] ?? 0;
    const left = halfLeft(ground, a, place, weights[index] ?? 0);
    near.push({ place, left, least: left + (around.both(inCore[a] ?? -1, inCore[place] ?? -1) - blossomPrice) / 4 });
  }
  return near.sort((one, other) => one.least - other.least);
};

/**
 * Looks at the trios of one person and two of their nearest partners, nearest first; two links alone bound the loss from below.
 * Out comes the least that any other trio of theirs, with a partner further away, can lose: 0 where none of them matters.
 */
const lookFrom = (ground: Ground, a: number, partners: Int32Array, weights: Float64Array, shortlist: Shortlist): number => {
  const { field, members, inCore, blossomPrice } = ground;
  const near = nearOf(ground, a, partners, weights);
  const furthest = near.reduce((most, { left }) => Math.max(most, left), Number.NEGATIVE_INFINITY);
  for (const [index, one] of near.entries()) {
    for (let second = index + 1; second < near.length; second += 1) {
      const other = near[second] ?? one;
      const budget = limitOf(shortlist) + blossomPrice / 2;
      if (one.least + other.least >= budget) break;
      const weight = weightIn(field, members[one.place] ?? 0, members[other.place] ?? 0);
      const left = one.left + other.left + halfLeft(ground, one.place, other.place, weight);
      if (weight === 0 || left >= budget) continue;
      const places = [inCore[a] ?? 0, inCore[one.place] ?? 0, inCore[other.place] ?? 0] as const;
      add(shortlist, { places, loss: lossOf(ground, [a, one.place, other.place], left) });
    }
  }
  const nearest = Math.min(near[0]?.least ?? 0, furthest);
  const least = nearest + furthest - blossomPrice / 2;
  return near.length < partners.length || least >= limitOf(shortlist) ? 0 : least;
};

/** The least that a trio which was not looked at can lose, 0 where none of them matters. */
const lookAt = (ground: Ground, shortlist: Shortlist): number => {
  const { field, members, prices } = ground;
  const market = marketOf(field.columns, field.entries, members, field.kinds);
  const most = members.length > mostAsked.upTo ? mostAsked.above : members.length;
  let asking = Int32Array.from(members.keys());
  let open = 0;
  for (let count = atFirst; asking.length > 0 && (count === atFirst || count < 4 * most); count *= 4) {
    const askers = asking.map((place) => members[place] ?? 0);
    const { partner, weight } = market.best(prices, count, askers);
    open = 0;
    asking = asking.filter((place, row) => {
      const [from, to] = [row * count, (row + 1) * count];
      const least = lookFrom(ground, place, partner.subarray(from, to), weight.subarray(from, to), shortlist);
      open = Math.min(open, least);
      return least < 0;
    });
  }
  return open;
};

/**
 * The trios that may be better than none, those of least loss first, at most `most` of them; all others lose more than these, or
 * `open` at least. A trio counts half the sum of its three links. Only three people inside one blossom can be better: elsewhere
 * the prices alone cover what it is worth.
 */
export const trioCandidates = (
  field: Field,
  core: Core,
  forest: Forest,
  most: number,
): { readonly list: readonly Candidate[]; readonly open: number } => {
  const shortlist: Shortlist = { most, list: [] };
  const around = aroundIn(forest);
  const grounds = around === null ? [] : groundsOf(field, core, forest, around);
  return { open: grounds.reduce((least, ground) => Math.min(least, lookAt(ground, shortlist)), 0), list: shortlist.list };
};
