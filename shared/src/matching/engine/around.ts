import { at, type Forest } from './forest.js';

/** The blossoms that have a price, prepared for one question: what do those around two vertices cost together? */
export type Around = {
  /** The outermost blossom around each vertex, −1 where none that has a price is around it. */
  readonly outer: Int32Array;
  readonly both: (u: number, v: number) => number;
  /** The most that the blossoms around any one cost together. */
  readonly dearest: number;
};

/** The priced blossoms as a forest of their own: the next one outwards, how deep each lies, and the price of it and all around. */
type Nest = {
  readonly outwards: Int32Array;
  readonly depth: Int32Array;
  readonly total: Float64Array;
  /** All of them, outer ones before inner ones. */
  readonly order: number[];
  /** The innermost one around each vertex, −1 for none. */
  readonly inner: Int32Array;
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

const nestOf = (forest: Forest): Nest => {
  const { n, parent, blossomPrice } = forest;
  const known = new Int32Array(2 * n).fill(-2);
  const depth = new Int32Array(2 * n);
  const nest: Nest = {
    outwards: new Int32Array(2 * n).fill(-1),
    depth,
    total: new Float64Array(2 * n),
    order: [],
    inner: new Int32Array(n).fill(-1),
  };
  for (let vertex = 0; vertex < n; vertex += 1) {
    if (at(parent, vertex) < 0) continue;
    const inner = pricedAbove(forest, at(parent, vertex), known);
    nest.inner[vertex] = inner;
    const passed: number[] = [];
    for (let here = inner; here >= 0 && depth[here] === 0; here = at(nest.outwards, here)) {
      nest.outwards[here] = at(parent, here) < 0 ? -1 : pricedAbove(forest, at(parent, here), known);
      passed.push(here);
    }
    for (const here of passed.reverse()) {
      const next = at(nest.outwards, here);
      depth[here] = 1 + (next < 0 ? 0 : (depth[next] ?? 0));
      nest.total[here] = (blossomPrice[here] ?? 0) + (next < 0 ? 0 : (nest.total[next] ?? 0));
      nest.order.push(here);
    }
  }
  return nest;
};

/** The outer end of the long path on which each blossom lies, so that a walk outwards takes few steps however deep the nest is. */
const headsOf = ({ outwards, order }: Nest): Int32Array => {
  const size = new Int32Array(outwards.length).fill(1);
  const heavy = new Int32Array(outwards.length).fill(-1);
  for (let index = order.length - 1; index >= 0; index -= 1) {
    const here = order[index] ?? 0;
    const next = at(outwards, here);
    if (next < 0) continue;
    size[next] = (size[next] ?? 0) + (size[here] ?? 0);
    if (at(heavy, next) < 0 || (size[here] ?? 0) > (size[at(heavy, next)] ?? 0)) heavy[next] = here;
  }
  const head = new Int32Array(outwards.length).fill(-1);
  for (const here of order) {
    const next = at(outwards, here);
    head[here] = next >= 0 && heavy[next] === here ? at(head, next) : here;
  }
  return head;
};

/** Null when no blossom has a price. */
export const aroundIn = (forest: Forest): Around | null => {
  const nest = nestOf(forest);
  if (nest.order.length === 0) return null;
  const head = headsOf(nest);
  const { inner, outwards, depth, total } = nest;
  const outer = inner.map((innermost, vertex) => (innermost < 0 ? -1 : at(forest.top, vertex)));
  const both = (u: number, v: number): number => {
    let one = inner[u] ?? -1;
    let other = inner[v] ?? -1;
    while (one >= 0 && other >= 0) {
      const from = head[one] ?? 0;
      const to = head[other] ?? 0;
      if (from === to) return total[(depth[one] ?? 0) < (depth[other] ?? 0) ? one : other] ?? 0;
      if ((depth[from] ?? 0) >= (depth[to] ?? 0)) one = outwards[from] ?? -1;
      else other = outwards[to] ?? -1;
    }
    return 0;
  };
  return { outer, both, dearest: nest.order.reduce((most, here) => Math.max(most, total[here] ?? 0), 0) };
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
