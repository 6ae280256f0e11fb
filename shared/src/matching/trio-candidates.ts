import type { Field } from './columns/field.js';
import { marketOf } from './columns/market.js';
import type { Core } from './core.js';
import { type Around, aroundIn } from './engine/around.js';
import type { Forest } from './engine/forest.js';
import { type Edges, type Graph, graphOf } from './engine/graph.js';
import type { Market } from './engine/market.js';

/** Three people by their places in the core, and what a matching with them as a trio loses at least against the bound without. */
export type Candidate = { readonly places: readonly [number, number, number]; readonly loss: number };

/** Where to look for trios: the search without any, as it ended. */
export type Ground = { readonly market: Market; readonly prices: Float64Array; readonly around: Around | null };

export const groundOf = ({ columns, entries, kinds }: Field, { places }: Core, forest: Forest): Ground => ({
  market: marketOf(columns, entries, places, kinds),
  prices: forest.price,
  around: aroundIn(forest),
});

/** The candidates of least loss, sorted; those that lose `below` or more do not matter. */
type Shortlist = { readonly most: number; readonly below: number; readonly list: Candidate[] };

const limitOf = ({ most, below, list }: Shortlist): number => (list.length < most ? below : (list.at(-1)?.loss ?? below));

const add = ({ list, most }: Shortlist, candidate: Candidate): void => {
  const after = list.findIndex(({ loss }) => loss > candidate.loss);
  list.splice(after < 0 ? list.length : after, 0, candidate);
  if (list.length > most) list.pop();
};

/** Tries every three people who are joined by three of the edges, each three once. */
const tryTriangles = ({ prices, around }: Ground, { start, neighbour, weight }: Graph, shortlist: Shortlist): void => {
  const linked = new Int32Array(prices.length).fill(-1);
  const worth = new Float64Array(prices.length);
  const shared = (one: number, other: number): number => around?.both(one, other) ?? 0;
  /** Half of what both prices are more than the weight of a pair: below 0 where a blossom has to cover it. */
  const left = (one: number, other: number, value: number): number => ((prices[one] ?? 0) + (prices[other] ?? 0) - value) / 2;
  for (let a = 0; a < prices.length; a += 1) {
    for (let at = start[a] ?? 0; at < (start[a + 1] ?? 0); at += 1) {
      linked[neighbour[at] ?? 0] = a;
      worth[neighbour[at] ?? 0] = weight[at] ?? 0;
    }
    for (let at = start[a] ?? 0; at < (start[a + 1] ?? 0); at += 1) {
      const b = neighbour[at] ?? 0;
      const first = left(a, b, weight[at] ?? 0);
      for (let next = start[b] ?? 0; b > a && next < (start[b + 1] ?? 0); next += 1) {
        const c = neighbour[next] ?? 0;
        if (c < b || linked[c] !== a) continue;
        const least = first + left(b, c, weight[next] ?? 0) + left(a, c, worth[c] ?? 0);
        if (least >= limitOf(shortlist)) continue;
        const loss = least + Math.max(shared(a, b), shared(a, c), shared(b, c));
        if (loss < limitOf(shortlist)) add(shortlist, { places: [a, b, c], loss });
      }
    }
  }
};

const among = (ground: Ground, edges: Edges, below: number, most: number): readonly Candidate[] => {
  const shortlist: Shortlist = { most, below, list: [] };
  tryTriangles(ground, graphOf(ground.prices.length, edges), shortlist);
  return shortlist.list;
};

/** Partners of each person among whom the first trios are looked for. */
const nearest = 16;

/** Some trios that may be better than none, those of least loss first: those among nearest partners. */
export const nearTrios = (ground: Ground, most: number): readonly Candidate[] =>
  ground.around === null ? [] : among(ground, ground.market.nearest(ground.prices, nearest), 0, most);

/** Links of each person that are looked at, at most: as many as there are, but in a large round. */
const mostLinks = (people: number): number => (people <= 2_000 ? people : 400);

/**
 * All trios that lose less than `below`, which is 0 or less: those of least loss first, at most `most` of them. A trio loses half
 * of what its prices are more than its links, and the dearest nest of blossoms around two of the three. As a link is worth no
 * more than its prices and the blossoms around it, each link of such a trio is worth more than its two prices by twice `-below`.
 * Null where there are too many links to look at.
 */
export const allTrios = (ground: Ground, below: number, most: number): readonly Candidate[] | null => {
  const { market, prices, around } = ground;
  if (around === null) return [];
  const raised = prices.map((price) => price - below);
  const links = market.above(raised, mostLinks(market.size));
  return links === null ? null : among(ground, links, below, most);
};

/** A trio loses no less than this: half of the dearest nest of blossoms falls away with it at most. */
export const leastLoss = ({ around }: Ground): number => -(around?.dearest ?? 0) / 2;
