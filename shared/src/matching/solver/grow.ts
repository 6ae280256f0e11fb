import { spread } from './edges.js';
import { at, even, type Forest, odd } from './forest.js';

export const makeEven = (forest: Forest, node: number): void => {
  forest.label[node] = even;
  spread(forest, node);
};

export const makeOdd = (forest: Forest, node: number, from: number, to: number): void => {
  forest.label[node] = odd;
  forest.entryFrom[node] = from;
  forest.entryTo[node] = to;
};

/** Extends a tree over a tight edge to a matched node, which becomes odd, and to its partner, which becomes even. */
export const grow = (forest: Forest, from: number, to: number): void => {
  const node = at(forest.top, to);
  makeOdd(forest, node, from, to);
  makeEven(forest, at(forest.top, at(forest.mate, at(forest.base, node))));
};

/** Begins a new search: every node without a partner is the root of a tree. False when there is none. */
export const plantRoots = (forest: Forest, outer: readonly number[]): boolean => {
  forest.label.fill(0);
  forest.bestFrom.fill(-1);
  const roots = outer.filter((node) => at(forest.mate, at(forest.base, node)) < 0);
  for (const root of roots) forest.label[root] = even;
  for (const root of roots) spread(forest, root);
  return roots.length > 0;
};

/** The even node one step nearer to the root, −1 for a root. */
export const towardsRoot = (forest: Forest, evenNode: number): number => {
  const partner = at(forest.mate, at(forest.base, evenNode));
  return partner < 0 ? -1 : at(forest.top, at(forest.entryFrom, at(forest.top, partner)));
};

/** The first even node on both ways to the root, −1 when the two stand in different trees. */
export const meetingPoint = (forest: Forest, one: number, other: number): number => {
  const passed = new Set<number>();
  let [here, there] = [one, other];
  while (here >= 0 || there >= 0) {
    if (here >= 0) {
      if (passed.has(here)) return here;
      passed.add(here);
      here = towardsRoot(forest, here);
    }
    [here, there] = [there, here];
  }
  return -1;
};
