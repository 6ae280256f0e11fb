import { type Pace, partOf, unwatched } from '../watch.js';
import { assignAll } from './assign.js';
import { type Assignment, coverEdge, createAssignment, middlePrices, priceByHeaviest, priceFrom, release } from './assignment.js';
import { addEdge, type Edges, graphOf } from './graph.js';
import type { Market } from './market.js';

/** How the start is found; the proof does not depend on it. */
export type Tuning = {
  /** Markets up to this size have all their edges listed. */
  readonly small: number;
  /** A sample is so many times smaller than what it stands for. */
  readonly ratio: number;
  /** Candidates of each person at first. */
  readonly candidates: number;
  /** Edges of each person with which the search for blossoms begins. */
  readonly neighbours: number;
  /** How far below its first price a vertex may fall at first. */
  readonly leeway: number;
};

/** Prices that cover everything but what odd rings need, the assignment behind them, and the edges that matter. */
export type Start = { readonly assignment: Assignment; readonly edges: Edges; readonly prices: Float64Array };

const withAllEdges = (market: Market, pace: Pace): Start => {
  const edges = market.everyEdge();
  const n = market.size;
  const assignment = createAssignment(n, graphOf(n, edges), new Float64Array(n));
  priceByHeaviest(assignment);
  assignAll(assignment, pace);
  return { assignment, edges, prices: middlePrices(assignment) };
};

/** Places drawn without repetition; always the same ones, so that a result can be had again. */
const drawn = (size: number, count: number): Int32Array => {
  const places = Int32Array.from({ length: size }, (_, place) => place);
  let state = 12_345 + size;
  for (let index = 0; index < count; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = index + Math.floor((state / 2 ** 32) * (size - index));
    const place = places[index] ?? 0;
    places[index] = places[other] ?? 0;
    places[other] = place;
  }
  return places.slice(0, count).sort();
};

/** What everybody would pay at most for the best of a sample that was solved: close to their price in the whole market. */
const pricesFromSample = (market: Market, tuning: Tuning, pace: Pace): Float64Array => {
  const count = Math.max(Math.min(tuning.small, market.size - 1), Math.round(market.size / tuning.ratio));
  const places = drawn(market.size, count);
  const sample = market.sample(places);
  const start = startOf(sample, tuning, 4, pace);
  const best = sample.best(start.prices, 1, market.members);
  const prices = new Float64Array(market.size);
  for (let place = 0; place < market.size; place += 1) {
    const partner = best.partner[place] ?? -1;
    prices[place] = partner < 0 ? 0 : Math.max(0, Math.round((best.weight[place] ?? 0) - (start.prices[partner] ?? 0)));
  }
  places.forEach((place, index) => {
    prices[place] = Math.round(start.prices[index] ?? 0);
  });
  return prices;
};

/** Lowers the floors further for those who stopped at theirs, and lets them look again. False when nobody stands on a floor above 0. */
const lowerFloors = (assignment: Assignment, first: Float64Array, leeway: number): boolean => {
  const { n, floor, columnOf } = assignment;
  let stopped = false;
  for (let row = 0; row < n; row += 1) if (columnOf[row] === row && (floor[row] ?? 0) > 0) stopped = true;
  if (!stopped) return false;
  for (let row = 0; row < n; row += 1) floor[row] = Math.max(0, (first[row] ?? 0) - leeway);
  for (let row = 0; row < n; row += 1) if (columnOf[row] === row) release(assignment, row);
  return true;
};

const addUncovered = (assignment: Assignment, edges: Edges, found: Edges): void => {
  for (let index = 0; index < found.count; index += 1) {
    addEdge(edges, found.from[index] ?? 0, found.to[index] ?? 0, found.weight[index] ?? 0);
  }
  assignment.graph = graphOf(assignment.n, edges, assignment.graph);
  for (let index = 0; index < found.count; index += 1) {
    const [u, v, weight] = [found.from[index] ?? 0, found.to[index] ?? 0, found.weight[index] ?? 0];
    coverEdge(assignment, u, v, weight);
    coverEdge(assignment, v, u, weight);
  }
};

/** Marks the places whose price has fallen since it was last looked at; null when that is most of them. */
export const fallen = (before: Float64Array | null, now: Float64Array): Uint8Array | null => {
  if (before === null) return null;
  const marked = new Uint8Array(now.length);
  let count = 0;
  for (let place = 0; place < now.length; place += 1) {
    if ((now[place] ?? 0) >= (before[place] ?? 0)) continue;
    marked[place] = 1;
    count += 1;
  }
  return count > now.length * 0.55 ? null : marked;
};

/** Remembers prices as looked at, but for places that may have more uncovered pairs than were listed. */
export const lookedAt = (prices: Float64Array, found: Edges): Float64Array => {
  const seen = Float64Array.from(prices);
  for (let index = 0; index < found.count; index += 1) {
    seen[found.from[index] ?? 0] = Number.POSITIVE_INFINITY;
    seen[found.to[index] ?? 0] = Number.POSITIVE_INFINITY;
  }
  return seen;
};

/**
 * The fractional problem of a market, solved by a sample first, whose prices tell which pairs can matter; pairs that turn out
 * not to be covered are added until there are none (column generation), or, for a sample, for some rounds.
 */
export const startOf = (market: Market, tuning: Tuning, rounds: number, pace: Pace = unwatched): Start => {
  if (market.size <= tuning.small) return withAllEdges(market, pace);
  const first = pricesFromSample(market, tuning, partOf(pace, 0, 0.1));
  const edges = market.nearest(first, tuning.candidates);
  pace.reached(0.3);
  let { leeway } = tuning;
  const floor = first.map((price) => Math.max(0, price - leeway));
  const assignment = createAssignment(market.size, graphOf(market.size, edges), floor);
  priceFrom(assignment, first);
  assignAll(assignment, partOf(pace, 0.3, 0.7));
  let prices = middlePrices(assignment);
  let seen: Float64Array | null = null;
  for (let round = 0; round < rounds && !pace.isStopped(); round += 1) {
    // Nobody knows how many rounds there will be: each brings the end nearer by a fifth of what is left.
    pace.reached(1 - 0.3 * 0.8 ** round);
    const found = market.uncovered(prices, null, fallen(seen, prices));
    seen = lookedAt(prices, found);
    if (found.count > 0) addUncovered(assignment, edges, found);
    else {
      leeway *= 8;
      if (!lowerFloors(assignment, first, leeway)) break;
    }
    assignAll(assignment, { ...pace, reached: () => undefined });
    prices = middlePrices(assignment);
  }
  return { assignment, edges, prices };
};
