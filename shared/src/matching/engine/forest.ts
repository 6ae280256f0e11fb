import type { Graph } from './graph.js';
import { createQueue, type Queue } from './queue.js';

/** Marks of an outermost node during one search: not reached, at an even or at an odd distance from the root. */
export const unreached = 0;
export const even = 1;
export const odd = 2;

/**
 * The state of the search for a matching of maximum weight (Edmonds 1965), one tree at a time. Nodes 0 to n−1 are vertices,
 * n to 2n−1 are blossoms: odd rings of nodes shrunk into one, nested in each other. During a search the prices of the tree
 * stand still and `clock` runs instead (Galil 1986): the price of an even vertex is what is stored minus the clock, of an odd
 * one what is stored plus the clock. All prices are whole or half numbers, so doubles hold them exactly.
 */
export type Forest = {
  readonly n: number;
  graph: Graph;
  readonly price: Float64Array;
  readonly blossomPrice: Float64Array;
  /** The partner of a vertex, −1 for none. */
  readonly mate: Int32Array;
  /** The outermost node around a vertex. */
  readonly top: Int32Array;
  /** The blossom directly around a node, −1 for none. */
  readonly parent: Int32Array;
  /** The one vertex of a node that is matched to the outside, or not at all. */
  readonly base: Int32Array;
  /** The vertices of a node as a chain: from `first` over `next` to `last`. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly next: Int32Array;
  /** The children of a blossom around its ring, the one with the base first; empty for a blossom not in use. */
  readonly ring: (readonly number[])[];
  /** The edge from each child of the ring to the next: its two vertices, one after the other. */
  readonly links: (readonly number[])[];
  readonly unused: number[];
  /** Of the search that is under way. */
  readonly label: Uint8Array;
  readonly labelledAt: Float64Array;
  /** The edge over which an odd node was reached: from an even node, into this one. */
  readonly entryFrom: Int32Array;
  readonly entryTo: Int32Array;
  readonly labelled: number[];
  /** For each vertex that an even one touches: the least price minus weight among those, and whose it is. */
  readonly offer: Float64Array;
  readonly offerFrom: Int32Array;
  readonly touched: number[];
  readonly queue: Queue;
  /** Nothing later than this is worth queueing: the search has ended by then. */
  limit: number;
  /** When the first even vertex has no price left, and which one it is. */
  spentAt: number;
  spent: number;
  readonly mark: Int32Array;
  marking: number;
};

/** The ring and the links of a blossom that is not in use. */
const nothing: readonly number[] = [];

export const createForest = (n: number, graph: Graph, prices: Float64Array): Forest => ({
  n,
  graph,
  price: Float64Array.from(prices),
  blossomPrice: new Float64Array(2 * n),
  mate: new Int32Array(n).fill(-1),
  top: Int32Array.from({ length: n }, (_, vertex) => vertex),
  parent: new Int32Array(2 * n).fill(-1),
  base: Int32Array.from({ length: 2 * n }, (_, node) => (node < n ? node : -1)),
  first: Int32Array.from({ length: 2 * n }, (_, node) => (node < n ? node : -1)),
  last: Int32Array.from({ length: 2 * n }, (_, node) => (node < n ? node : -1)),
  next: new Int32Array(n).fill(-1),
  ring: Array.from({ length: 2 * n }, () => nothing),
  links: Array.from({ length: 2 * n }, () => nothing),
  unused: Array.from({ length: n }, (_, index) => 2 * n - 1 - index),
  label: new Uint8Array(2 * n),
  labelledAt: new Float64Array(2 * n),
  entryFrom: new Int32Array(2 * n).fill(-1),
  entryTo: new Int32Array(2 * n).fill(-1),
  labelled: [],
  offer: new Float64Array(n).fill(Number.POSITIVE_INFINITY),
  offerFrom: new Int32Array(n).fill(-1),
  touched: [],
  queue: createQueue(),
  limit: 0,
  spentAt: 0,
  spent: -1,
  mark: new Int32Array(2 * n),
  marking: 0,
});

// The accessors below spare the reader the check for undefined: every index is a node or a vertex of the forest itself.
export const at = (array: Int32Array, index: number): number => array[index] ?? -1;
export const ringOf = (forest: Forest, node: number): readonly number[] => forest.ring[node] ?? [];
export const linksOf = (forest: Forest, node: number): readonly number[] => forest.links[node] ?? [];

export const isBlossom = (forest: Forest, node: number): boolean => node >= forest.n;

/** The partner of a node's base: the vertex to which the whole node is matched, −1 for none. */
export const partnerOf = ({ mate, base }: Forest, node: number): number => mate[base[node] ?? -1] ?? -1;

/** Adds to the stored price of every vertex of a node. */
export const addToPrices = ({ price, first, last, next }: Forest, node: number, change: number): void => {
  const end = last[node] ?? -1;
  for (let vertex = first[node] ?? -1; ; vertex = next[vertex] ?? -1) {
    price[vertex] = (price[vertex] ?? 0) + change;
    if (vertex === end) return;
  }
};

/** Makes a node the outermost one of its vertices. */
export const bringToTop = (forest: Forest, node: number, around: number): void => {
  const { top, first, last, next } = forest;
  const end = at(last, node);
  for (let vertex = at(first, node); ; vertex = next[vertex] ?? -1) {
    top[vertex] = around;
    if (vertex === end) return;
  }
};

/** Gives back the number of a blossom whose children stand on their own again. */
export const retire = (forest: Forest, blossom: number): void => {
  forest.ring[blossom] = nothing;
  forest.links[blossom] = nothing;
  forest.label[blossom] = unreached;
  forest.parent[blossom] = -1;
  forest.blossomPrice[blossom] = 0;
  forest.unused.push(blossom);
};

export const isInUse = (forest: Forest, node: number): boolean => node < forest.n || ringOf(forest, node).length > 0;
