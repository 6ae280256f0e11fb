import { augment } from './augment.js';
import { expand } from './expand.js';
import { at, createForest, even, type Forest, isOuter, labelOf, membersOf, priceOf } from './forest.js';
import { grow, meetingPoint, plantRoots } from './grow.js';
import { shrink } from './shrink.js';
import { changePrices, nextEvent } from './step.js';

/** A matching of maximum weight with the prices that prove it. */
export type Solution = {
  /** The partner of each vertex, −1 for none. */
  readonly mate: Int32Array;
  /** Never negative; for every edge, both prices and the prices of the blossoms around it add up to its weight or more. */
  readonly prices: readonly number[];
  readonly blossoms: readonly { readonly members: readonly number[]; readonly price: number }[];
};

const outerNodes = (forest: Forest): readonly number[] => {
  const outer: number[] = [];
  for (let node = 0; node < 2 * forest.n; node += 1) if (isOuter(forest, node)) outer.push(node);
  return outer;
};

/** Follows the tight edge into a node: the tree grows, a ring shrinks, or two trees are joined by one pair more (true). */
const follow = (forest: Forest, node: number): boolean => {
  const [from, to] = [at(forest.bestFrom, node), at(forest.bestTo, node)];
  if (labelOf(forest, node) !== even) {
    grow(forest, from, to);
    return false;
  }
  const meeting = meetingPoint(forest, at(forest.top, from), at(forest.top, to));
  if (meeting >= 0) {
    shrink(forest, from, to, meeting);
    return false;
  }
  augment(forest, from, to);
  return true;
};

/** Searches until there is one pair more (true), or until nothing can be gained (false). */
const search = (forest: Forest): boolean => {
  let outer = outerNodes(forest);
  if (!plantRoots(forest, outer)) return false;
  for (;;) {
    const event = nextEvent(forest, outer);
    changePrices(forest, outer, event.by);
    if (event.kind === 'finish') return false;
    if (event.kind === 'expand') expand(forest, event.node);
    else if (follow(forest, event.node)) return true;
    outer = outerNodes(forest);
  }
};

const solutionOf = (forest: Forest): Solution => {
  const blossoms: { members: readonly number[]; price: number }[] = [];
  for (let node = forest.n; node < 2 * forest.n; node += 1) {
    const price = priceOf(forest, node) / 2;
    if (membersOf(forest, node).length > 0 && price > 0) blossoms.push({ members: membersOf(forest, node), price });
  }
  return { mate: forest.mate, prices: [...forest.price.subarray(0, forest.n)].map((price) => price / 2), blossoms };
};

/**
 * A matching of maximum weight in any graph, in O(n³). In: an n × n symmetric table of whole weights, 0 where there is no edge.
 * Out: the matching and the prices that prove it optimal; whether they do, `verify` checks without knowing this code.
 */
export const solve = (n: number, weight: Float64Array): Solution => {
  const forest = createForest(n, weight);
  while (search(forest));
  return solutionOf(forest);
};
