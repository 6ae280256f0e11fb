import { slack } from './edges.js';
import { at, even, type Forest, isBlossom, labelOf, odd, priceOf } from './forest.js';

/** What the next change of prices leads to, and by how much (in doubled prices) they change. */
export type Event = {
  readonly kind: 'finish' | 'edge' | 'expand';
  readonly by: number;
  /** Into which node the edge leads, or which blossom opens; −1 to finish. */
  readonly node: number;
};

/** The price of everybody still unmatched, which is the lowest of all; when it reaches 0, nothing can be gained any more. */
const lowestPrice = (forest: Forest): number => {
  const { n, top, label, price } = forest;
  let lowest = Number.POSITIVE_INFINITY;
  for (let vertex = 0; vertex < n; vertex += 1) {
    if (label[top[vertex] ?? -1] === even) lowest = Math.min(lowest, price[vertex] ?? 0);
  }
  return lowest;
};

/** The event that happens first; of several at once, finishing comes last. */
export const nextEvent = (forest: Forest, outer: readonly number[]): Event => {
  let next: Event = { kind: 'finish', by: lowestPrice(forest), node: -1 };
  for (const node of outer) {
    const label = labelOf(forest, node);
    if (label === odd) {
      const by = isBlossom(forest, node) ? priceOf(forest, node) / 2 : Number.POSITIVE_INFINITY;
      if (by < next.by || (by === next.by && next.kind === 'finish')) next = { kind: 'expand', by, node };
      continue;
    }
    const from = at(forest.bestFrom, node);
    if (from < 0) continue;
    const by = slack(forest, from, at(forest.bestTo, node)) / (label === even ? 2 : 1);
    if (by < next.by || (by === next.by && next.kind === 'finish')) next = { kind: 'edge', by, node };
  }
  return next;
};

/** Lowers the prices of even vertices and raises those of odd ones, so that all tight edges of the trees stay tight. */
export const changePrices = (forest: Forest, outer: readonly number[], by: number): void => {
  if (by === 0) return;
  const { n, top, label, price } = forest;
  for (let vertex = 0; vertex < n; vertex += 1) {
    const mark = label[top[vertex] ?? -1];
    if (mark === even) price[vertex] = (price[vertex] ?? 0) - by;
    else if (mark === odd) price[vertex] = (price[vertex] ?? 0) + by;
  }
  for (const node of outer) {
    if (!isBlossom(forest, node)) continue;
    const mark = labelOf(forest, node);
    if (mark === even) price[node] = priceOf(forest, node) + 2 * by;
    else if (mark === odd) price[node] = priceOf(forest, node) - 2 * by;
  }
};
