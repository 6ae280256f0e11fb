import { at, type Forest, isBlossom } from './forest.js';

/** The blossoms that have a price, prepared for one question: what do those around two vertices cost together? */
export type Around = {
  /** The outermost priced blossom around each vertex and what it costs in all, −1 and 0 where there is none. */
  readonly outer: Int32Array;
  readonly outerPrice: Float64Array;
  readonly both: (u: number, v: number) => number;
};

/** The nearest priced blossom from a node upwards, −1 for none; remembers what it finds. */
const pricedAbove = (forest: Forest, node: number, known: Int32Array): number => {
  const passed: number[] = [];
  let here = node;
  while (here >= 0 && (forest.blossomPrice[here] ?? 0) === 0 && known[here] === -2) {
    passed.push(here);
    here = at(forest.parent, here);
  }
  const found = here < 0 || (forest.blossomPrice[here] ?? 0) > 0 ? here : at(known, here);
  for (const one of passed) known[one] = found;
  return found;
};

/** Fills, for a priced blossom and all around it, the next priced one outwards, how deep it lies, and the price of all. */
const climb = (forest: Forest, from: number, known: Int32Array, outwards: Int32Array, depth: Int32Array, total: Float64Array): void => {
  const passed: number[] = [];
  for (let here = from; here >= 0 && depth[here] === 0; here = at(outwards, here)) {
    outwards[here] = at(forest.parent, here) < 0 ? -1 : pricedAbove(forest, at(forest.parent, here), known);
    passed.push(here);
  }
  for (const here of passed.reverse()) {
    const next = at(outwards, here);
    depth[here] = 1 + (next < 0 ? 0 : (depth[next] ?? 0));
    total[here] = (forest.blossomPrice[here] ?? 0) + (next < 0 ? 0 : (total[next] ?? 0));
  }
};

/** Null when no blossom has a price. */
export const aroundIn = (forest: Forest): Around | null => {
  const { n, parent, top, blossomPrice } = forest;
  const known = new Int32Array(2 * n).fill(-2);
  const outwards = new Int32Array(2 * n).fill(-1);
  const depth = new Int32Array(2 * n);
  const total = new Float64Array(2 * n);
  const inner = new Int32Array(n).fill(-1);
  const outer = new Int32Array(n).fill(-1);
  const outerPrice = new Float64Array(n);
  let any = false;
  for (let vertex = 0; vertex < n; vertex += 1) {
    if (at(parent, vertex) < 0) continue;
    inner[vertex] = pricedAbove(forest, at(parent, vertex), known);
    climb(forest, at(inner, vertex), known, outwards, depth, total);
    const outermost = at(top, vertex);
    if (!isBlossom(forest, outermost) || (blossomPrice[outermost] ?? 0) === 0) continue;
    any = true;
    outer[vertex] = outermost;
    outerPrice[vertex] = blossomPrice[outermost] ?? 0;
  }
  const both = (u: number, v: number): number => {
    let one = inner[u] ?? -1;
    let other = inner[v] ?? -1;
    while (one >= 0 && other >= 0) {
      if (one === other) return total[one] ?? 0;
      if ((depth[one] ?? 0) >= (depth[other] ?? 0)) one = outwards[one] ?? -1;
      else other = outwards[other] ?? -1;
    }
    return 0;
  };
  return any ? { outer, outerPrice, both } : null;
};

/** The price of the blossoms around two vertices, for a few questions while blossoms change. */
export const sharedPrice = (forest: Forest, u: number, v: number): number => {
  if (at(forest.top, u) !== at(forest.top, v)) return 0;
  forest.marking += 1;
  for (let node = at(forest.parent, u); node >= 0; node = at(forest.parent, node)) forest.mark[node] = forest.marking;
  let price = 0;
  for (let node = at(forest.parent, v); node >= 0; node = at(forest.parent, node)) {
    if (forest.mark[node] === forest.marking) price += forest.blossomPrice[node] ?? 0;
  }
  return price;
};
