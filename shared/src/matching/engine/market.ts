import type { Around } from './around.js';
import type { Edges } from './graph.js';

/** The best partners of each asker by weight − price, `count` places each; −1 where there are fewer. */
export type Best = { readonly partner: Int32Array; readonly weight: Float64Array };

/** People of whom every two may be a pair, too many to be listed; places run from 0 to `size` − 1. */
export type Market = {
  readonly size: number;
  /** Who stands at each place; the same number in a sample. */
  readonly members: Int32Array;
  /** Every legal pair, for markets small enough. */
  readonly everyEdge: () => Edges;
  readonly sample: (places: Int32Array) => Market;
  readonly best: (prices: Float64Array, count: number, askers: Int32Array) => Best;
  /** The edges from each place to its best partners by weight − price, `count` each; an edge of both ends stands once. */
  readonly nearest: (prices: Float64Array, count: number) => Edges;
  /**
   * Legal pairs whose weight the prices do not cover, the worst few of each place; of all pairs, or only of those with a marked
   * place. An empty answer means that there are none.
   */
  readonly uncovered: (prices: Float64Array, around: Around | null, marked: Uint8Array | null) => Edges;
  /** All legal pairs that are worth more than both prices; null where one place has `most` of them. */
  readonly above: (prices: Float64Array, most: number) => Edges | null;
};

/** Markets up to this size are solved with all their edges. */
export const smallMarket = 250;
