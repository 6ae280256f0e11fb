import { type Pace, unwatched } from '../watch.js';
import { augment, exchangeToRoot } from './augment.js';
import { dissolve } from './dissolve.js';
import { expand } from './expand.js';
import { addToPrices, at, even, type Forest, isBlossom, isInUse, odd, partnerOf, unreached } from './forest.js';
import { makeEven, makeOdd } from './grow.js';
import { drop } from './queue.js';
import { opening, scanNode } from './scan.js';
import { shrink } from './shrink.js';

const begin = (forest: Forest, root: number): void => {
  forest.queue.size = 0;
  forest.limit = Number.POSITIVE_INFINITY;
  forest.spentAt = Number.POSITIVE_INFINITY;
  forest.spent = -1;
  forest.labelled.length = 0;
  forest.touched.length = 0;
  const node = at(forest.top, root);
  makeEven(forest, node, 0, 0);
  scanNode(forest, node);
};

/** The tree takes in a matched node, which becomes odd, and its partner, which becomes even. */
const grow = (forest: Forest, from: number, to: number, clock: number): void => {
  const node = at(forest.top, to);
  addToPrices(forest, node, -clock);
  makeOdd(forest, node, clock, from, to);
  const partner = at(forest.top, partnerOf(forest, node));
  makeEven(forest, partner, clock, 0);
  scanNode(forest, partner);
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

/** Lets the clock run from event to event until the root has a partner, or another vertex is left on its own in its place. */
const run = (forest: Forest): number => {
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
  begin(forest, root);
  settle(forest, run(forest));
};

/** Searches from every vertex without a partner until none of them has a price left: then the matching is the best one. */
export const searchAll = (forest: Forest, { isStopped }: Pace = unwatched): void => {
  for (let vertex = 0; vertex < forest.n; vertex += 1) {
    if (at(forest.mate, vertex) >= 0 || (forest.price[vertex] ?? 0) === 0) continue;
    if (isStopped()) return;
    search(forest, vertex);
  }
};
