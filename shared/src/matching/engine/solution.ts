import { at, type Forest } from './forest.js';

/** A matching of maximum weight with the prices that prove it. */
export type Solution = {
  /** The partner of each vertex, −1 for none. */
  readonly mate: Int32Array;
  /** Never negative; for every edge, both prices and the prices of the blossoms around it add up to its weight or more. */
  readonly prices: readonly number[];
  readonly blossoms: readonly { readonly members: readonly number[]; readonly price: number }[];
};

const membersOf = (forest: Forest, node: number): readonly number[] => {
  const members: number[] = [];
  const end = at(forest.last, node);
  for (let vertex = at(forest.first, node); ; vertex = at(forest.next, vertex)) {
    members.push(vertex);
    if (vertex === end) return members;
  }
};

export const solutionOf = (forest: Forest): Solution => {
  const blossoms: { readonly members: readonly number[]; readonly price: number }[] = [];
  for (let node = forest.n; node < 2 * forest.n; node += 1) {
    const price = forest.blossomPrice[node] ?? 0;
    if (price > 0) blossoms.push({ members: membersOf(forest, node), price });
  }
  return { mate: forest.mate.slice(), prices: [...forest.price], blossoms };
};
