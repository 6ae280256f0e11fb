import { at, type Forest } from './forest.js';

/** A matching of maximum weight with the prices that prove it. */
export type Solution = {
  /** The partner of each vertex, −1 for none. */
  readonly mate: Int32Array;
  /** Never negative; for every edge, both prices and the prices of the blossoms around it add up to its weight or more. */
  readonly prices: readonly number[];
  readonly blossoms: readonly { readonly members: readonly number[] | Int32Array; readonly price: number }[];
};

/** The vertices of each outermost node one after the other, and so of every blossom inside; and where each vertex stands. */
const rowsOf = ({ n, top, first, last, next }: Forest): { readonly order: Int32Array; readonly where: Int32Array } => {
  const [order, where] = [new Int32Array(n), new Int32Array(n)];
  let count = 0;
  for (let vertex = 0; vertex < n; vertex += 1) {
    const node = at(top, vertex);
    if (at(first, node) !== vertex) continue;
    for (let here = vertex; ; here = at(next, here)) {
      order[count] = here;
      where[here] = count;
      count += 1;
      if (here === at(last, node)) break;
    }
  }
  return { order, where };
};

export const solutionOf = (forest: Forest): Solution => {
  const blossoms: { readonly members: Int32Array; readonly price: number }[] = [];
  const { order, where } = rowsOf(forest);
  const placeOf = (vertex: number): number => where[vertex] ?? -1;
  for (let node = forest.n; node < 2 * forest.n; node += 1) {
    const price = forest.blossomPrice[node] ?? 0;
    if (price === 0) continue;
    // All share one list: deep nests would take its square.
    const members = order.subarray(placeOf(at(forest.first, node)), placeOf(at(forest.last, node)) + 1);
    blossoms.push({ members, price });
  }
  return { mate: forest.mate.slice(), prices: [...forest.price], blossoms };
};
