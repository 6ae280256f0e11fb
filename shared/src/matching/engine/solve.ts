import { type Pace, partOf, unwatched } from '../watch.js';
import { aroundIn, sharedPrice } from './around.js';
import type { Assignment } from './assignment.js';
import { bare, breakUp, raise, separate } from './dissolve.js';
import { at, createForest, type Forest, isBlossom } from './forest.js';
import { addEdge, type Edges, graphOf } from './graph.js';
import { type Market, smallMarket } from './market.js';
import { entice, searchAll } from './search.js';
import { fallen, lookedAt, startOf, type Tuning } from './start.js';

/** Everything that a search can go on from: the matching with its prices and blossoms, and the edges that have mattered. */
export type Solved = { readonly forest: Forest; readonly edges: Edges };

export const usualTuning: Tuning = { small: smallMarket, ratio: 6, candidates: 14, neighbours: 30, leeway: 960 };

/** Takes over an assignment: pairs and even rings become pairs, of an odd ring one vertex is left on its own. */
const forestFrom = (assignment: Assignment, prices: Float64Array): Forest => {
  const { n, graph, columnOf } = assignment;
  const forest = createForest(n, graph, prices);
  const seen = new Uint8Array(n);
  for (let vertex = 0; vertex < n; vertex += 1) {
    const ring: number[] = [];
    for (let here = vertex; seen[here] === 0; here = at(columnOf, here)) {
      seen[here] = 1;
      ring.push(here);
    }
    for (let index = ring.length % 2; index + 1 < ring.length; index += 2) {
      const [u, v] = [ring[index] ?? 0, ring[index + 1] ?? 0];
      forest.mate[u] = v;
      forest.mate[v] = u;
    }
  }
  return forest;
};

/** By how much a pair is worth more than its prices and the blossoms around it cover. */
const excess = (forest: Forest, u: number, v: number, weight: number): number =>
  weight - (forest.price[u] ?? 0) - (forest.price[v] ?? 0) - sharedPrice(forest, u, v);

/** Whether the second end of a pair is the better one to raise: that of more pairs, or where less is undone by it. */
const isSecond = (forest: Forest, u: number, v: number, often: Int32Array): boolean => {
  if (often[u] !== often[v]) return (often[u] ?? 0) < (often[v] ?? 0);
  const isAlone = (vertex: number): boolean => at(forest.mate, vertex) < 0;
  return !isAlone(u) && (isAlone(v) || isBlossom(forest, at(forest.top, u)));
};

/**
 * Raises the price of one end until a pair is covered. `often` says in how many pairs that are to be covered each vertex stands:
 * whose price has fallen too far has many of them, and is raised once for all.
 */
const cover = (forest: Forest, u: number, v: number, weight: number, often: Int32Array): void => {
  if (excess(forest, u, v, weight) <= 0) return;
  const chosen = isSecond(forest, u, v, often) ? v : u;
  bare(forest, chosen);
  const missing = excess(forest, u, v, weight);
  if (missing > 0) raise(forest, chosen, missing);
};

const coverAll = ({ forest, edges }: Solved, found: Edges): void => {
  for (let index = 0; index < found.count; index += 1) {
    addEdge(edges, found.from[index] ?? 0, found.to[index] ?? 0, found.weight[index] ?? 0);
  }
  forest.graph = graphOf(forest.n, edges, forest.graph);
  const often = new Int32Array(forest.n);
  for (let index = 0; index < found.count; index += 1) {
    for (const end of [found.from[index] ?? 0, found.to[index] ?? 0]) often[end] = (often[end] ?? 0) + 1;
  }
  for (let index = 0; index < found.count; index += 1) {
    cover(forest, found.from[index] ?? 0, found.to[index] ?? 0, found.weight[index] ?? 0, often);
  }
};

/** What the search for blossoms begins with: the pairs that are taken, and for everybody those that are nearest to being tight. */
const nearEdges = (market: Market, { n, graph, columnOf }: Assignment, prices: Float64Array, count: number): Edges => {
  const edges = market.nearest(prices, count);
  for (let row = 0; row < n; row += 1) {
    const column = at(columnOf, row);
    for (let index = graph.start[row] ?? 0; column !== row && index < (graph.start[row + 1] ?? 0); index += 1) {
      if (graph.neighbour[index] === column) addEdge(edges, row, column, graph.weight[index] ?? 0);
    }
  }
  return edges;
};

/**
 * Searches, looks among all pairs for those that are not covered, and searches again until there are none. What is looked at in
 * between are only pairs whose prices have fallen since `looked`; the last look is always at all of them, unless somebody else
 * is going to look: `lastLook` false.
 */
export const finish = (market: Market, solved: Solved, looked: Float64Array | null, lastLook = true, pace: Pace = unwatched): void => {
  const { forest } = solved;
  let seen = looked;
  searchAll(forest, pace);
  while (!pace.isStopped()) {
    pace.reached(0.5);
    const around = aroundIn(forest);
    const marked = fallen(seen, forest.price);
    let found = market.uncovered(forest.price, around, marked);
    if (found.count === 0 && marked !== null && lastLook) found = market.uncovered(forest.price, around, null);
    if (found.count === 0) return;
    seen = lookedAt(forest.price, found);
    coverAll(solved, found);
    searchAll(forest, pace);
  }
};

/** Takes a pair out of what is legal, and whatever rests on it apart; `finish` finds the best matching without it. */
export const forbidPair = ({ forest, edges }: Solved, u: number, v: number): void => {
  const { start, neighbour, weight } = forest.graph;
  for (const [from, to] of [[u, v] as const, [v, u] as const]) {
    for (let index = start[from] ?? 0; index < (start[from + 1] ?? 0); index += 1) if (neighbour[index] === to) weight[index] = -1;
  }
  for (let edge = 0; edge < edges.count; edge += 1) {
    const [from, to] = [edges.from[edge], edges.to[edge]];
    if ((from === u && to === v) || (from === v && to === u)) edges.weight[edge] = -1;
  }
  // Blossoms around both rest on the pair. Once one of the two is on their own, they can be taken apart without a pair lost.
  if (at(forest.top, u) === at(forest.top, v)) entice(forest, u, v);
  while (at(forest.top, u) === at(forest.top, v)) breakUp(forest, at(forest.top, u));
  if (at(forest.mate, u) === v) separate(forest, u);
};

/** Everything but the search: what was needed to come so far is given up with it. */
const begun = (market: Market, tuning: Tuning, pace: Pace): Solved => {
  const { assignment, edges, prices } = startOf(market, tuning, 100, pace);
  const forest = forestFrom(assignment, prices);
  if (market.size <= tuning.small) return { forest, edges };
  const near = nearEdges(market, assignment, prices, tuning.neighbours);
  forest.graph = graphOf(market.size, near, assignment.graph);
  return { forest, edges: near };
};

/** A matching of maximum weight among all legal pairs of a market; one that was stopped is worth nothing. */
export const solveMarket = (market: Market, tuning: Tuning = usualTuning, pace: Pace = unwatched): Solved => {
  const solved = begun(market, tuning, partOf(pace, 0, 0.7));
  if (market.size <= tuning.small) searchAll(solved.forest, pace);
  else finish(market, solved, solved.forest.price.slice(), true, partOf(pace, 0.85, 1));
  return solved;
};
