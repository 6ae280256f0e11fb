import { type Pace, unwatched } from '../watch.js';
import { augment, exchangeToRoot, rebase } from './augment.js';
import { dissolve } from './dissolve.js';
import { expand } from './expand.js';
import { addToPrices, at, even, type Forest, isBlossom, isInUse, odd, partnerOf, unreached } from './forest.js';
import { makeEven, makeOdd } from './grow.js';
import { drop } from './queue.js';
import { opening, scanNode } from './scan.js';
import { shrink } from './shrink.js';

const begin = (forest: Forest): void => {
  forest.queue.size = 0;
  forest.limit = Number.POSITIVE_INFINITY;
  forest.spentAt = Number.POSITIVE_INFINITY;
  forest.spent = -1;
  forest.labelled.length = 0;
  forest.touched.length = 0;
};

/** A matched node becomes odd, and its partner even. */
const takeIn = (forest: Forest, node: number, clock: number, from: number, to: number): void => {
  makeOdd(forest, node, clock, from, to);
  const partner = at(forest.top, partnerOf(forest, node));
  makeEven(forest, partner, clock, 0);
  scanNode(forest, partner);
};

/** The tree takes in a matched node, which becomes odd, and its partner, which becomes even. */
const grow = (forest: Forest, from: number, to: number, clock: number): void => {
  const node = at(forest.top, to);
  addToPrices(forest, node, -clock);
  takeIn(forest, node, clock, from, to);
};

/** An edge into a node that is not reached is tight; true when that ends the search with one pair more. */
const follow = (forest: Forest, u: number, v: number, clock: number): boolean => {
  const node = at(forest.top, v);
  if (forest.label[node] !== unreached || forest.offerFrom[v] !== u) return false;
  if ((forest.offer[v] ?? 0) + (forest.price[v] ?? 0) !== clock) return false;
  const isFree = partnerOf(forest, node) < 0;
  if (isFree) augment(forest, u, v);
  else grow(forest, u, v, clock);
  return isFree;
};

const isDue = (forest: Forest, blossom: number, clock: number): boolean =>
  isInUse(forest, blossom) &&
  at(forest.parent, blossom) < 0 &&
  forest.label[blossom] === odd &&
  (forest.labelledAt[blossom] ?? 0) + (forest.blossomPrice[blossom] ?? 0) / 2 === clock;

/**
 * Lets the clock run from event to event until the root has a partner, or another vertex is left on its own in its place:
 * `wanted` as soon as it is even.
 */
const run = (forest: Forest, wanted = -1): number => {
  const { n, queue, top } = forest;
  while (queue.size > 0 && (queue.keys[0] ?? 0) <= forest.spentAt) {
    const clock = queue.keys[0] ?? 0;
    const u = queue.first[0] ?? 0;
    const v = queue.second[0] ?? 0;
    drop(queue);
    if (u === opening) {
      if (isDue(forest, v, clock)) expand(forest, v, clock);
    } else if (u >= n) {
      if (top[u - n] !== top[v]) shrink(forest, u - n, v, clock);
    } else if (follow(forest, u, v, clock)) return clock;
    if (wanted >= 0 && forest.label[at(top, wanted)] === even) {
      exchangeToRoot(forest, wanted, -1);
      return clock;
    }
  }
  exchangeToRoot(forest, forest.spent, -1);
  return forest.spentAt;
};

/** Writes the clock into the prices of the tree. */
const settle = (forest: Forest, clock: number): void => {
  const { label, labelledAt, blossomPrice, labelled, offer } = forest;
  const empty: number[] = [];
  for (const node of labelled) {
    const mark = label[node];
    label[node] = unreached;
    if (mark === unreached || !isInUse(forest, node) || at(forest.parent, node) >= 0) continue;
    addToPrices(forest, node, mark === even ? -clock : clock);
    if (!isBlossom(forest, node)) continue;
    const grown = 2 * (clock - (labelledAt[node] ?? 0));
    const price = (blossomPrice[node] ?? 0) + (mark === even ? grown : -grown);
    blossomPrice[node] = price;
    if (price === 0) empty.push(node);
  }
  for (const vertex of forest.touched) offer[vertex] = Number.POSITIVE_INFINITY;
  for (const node of empty) dissolve(forest, node);
};

/** Finds the best partner for a vertex that has none but has a price left; or leaves one without whose price is 0. */
const search = (forest: Forest, root: number): void => {
  begin(forest);
  const node = at(forest.top, root);
  makeEven(forest, node, 0, 0);
  scanNode(forest, node);
  settle(forest, run(forest));
};

/**
 * Leaves a vertex on its own as though somebody from outside had come for it, with everybody else matched as well as can be; and
 * `wanted` as well, where the tree comes to it first.
 */
export const entice = (forest: Forest, vertex: number, wanted: number): void => {
  const node = at(forest.top, vertex);
  if (partnerOf(forest, node) < 0) {
    rebase(forest, node, vertex);
    forest.mate[vertex] = -1;
    return;
  }
  begin(forest);
  takeIn(forest, node, 0, -1, vertex);
  settle(forest, run(forest, wanted));
};

/** By how much the prices of a node can fall while all its edges to others stay covered, and no price is below 0. */
const spareOf = (forest: Forest, node: number): number => {
  const { graph, price, top } = forest;
  const end = at(forest.last, node);
  let least = Number.POSITIVE_INFINITY;
  for (let vertex = at(forest.first, node); ; vertex = at(forest.next, vertex)) {
    const own = price[vertex] ?? 0;
    least = Math.min(least, own);
    for (let edge = graph.start[vertex] ?? 0; edge < (graph.start[vertex + 1] ?? 0); edge += 1) {
      const other = graph.neighbour[edge] ?? 0;
      if (top[other] !== node) least = Math.min(least, own + (price[other] ?? 0) - (graph.weight[edge] ?? 0));
    }
    if (vertex === end) return least;
  }
};

/**
 * Lowers the price of a vertex without a partner, and of all in its node, as far as that changes nobody else. Somebody who has
 * lost a far better partner than there is another would otherwise be reached only once all prices around had come down so far.
 */
const comeDown = (forest: Forest, vertex: number): void => {
  const node = at(forest.top, vertex);
  const spare = spareOf(forest, node);
  if (spare <= 0) return;
  addToPrices(forest, node, -spare);
  if (isBlossom(forest, node)) forest.blossomPrice[node] = (forest.blossomPrice[node] ?? 0) + 2 * spare;
};

/** Searches from every vertex without a partner until none of them has a price left: then the matching is the best one. */
export const searchAll = (forest: Forest, { isStopped }: Pace = unwatched): void => {
  for (let vertex = 0; vertex < forest.n; vertex += 1) if (at(forest.mate, vertex) < 0) comeDown(forest, vertex);
  for (let vertex = 0; vertex < forest.n; vertex += 1) {
    if (at(forest.mate, vertex) >= 0 || (forest.price[vertex] ?? 0) === 0) continue;
    if (isStopped()) return;
    search(forest, vertex);
  }
};
