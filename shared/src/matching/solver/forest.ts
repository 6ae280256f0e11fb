/** Marks of a node during one search: not reached, at an even or at an odd distance from an unmatched vertex. */
export const unreached = 0;
export const even = 1;
export const odd = 2;

/**
 * The state of the primal-dual search for a matching of maximum weight (Edmonds 1965; the bookkeeping follows Galil 1986).
 * Nodes 0 to n−1 are vertices, n to 2n−1 are blossoms: odd sets of vertices shrunk into one node, nested in each other.
 * Prices are kept doubled, so that they stay whole: an edge is tight when price + price = 2 × weight.
 */
export type Forest = {
  readonly n: number;
  /** n × n, symmetric; 0 where there is no edge. */
  readonly weight: Float64Array;
  readonly price: Float64Array;
  /** The matched neighbour of a vertex, −1 for none. */
  readonly mate: Int32Array;
  /** The outermost node around a vertex. */
  readonly top: Int32Array;
  /** The one vertex of a node that is matched to the outside, or not at all. */
  readonly base: Int32Array;
  /** The blossom directly around a node, −1 for none. */
  readonly parent: Int32Array;
  /** The odd ring of a blossom, the child with the base first; empty for vertices and for blossoms not in use. */
  readonly ring: number[][];
  /** The edge from each child of the ring to the next one, as two vertices. */
  readonly links: (readonly [number, number])[][];
  readonly members: (readonly number[])[];
  /** For each blossom and each vertex outside: the vertex within from which the edge to it has least slack, −1 for none. */
  readonly near: Int32Array[];
  readonly label: Uint8Array;
  /** The edge over which an odd node was reached: from an even node, into this one. */
  readonly entryFrom: Int32Array;
  readonly entryTo: Int32Array;
  /** The edge of least slack into a node from an even node outside, −1 for none. */
  readonly bestFrom: Int32Array;
  readonly bestTo: Int32Array;
  readonly unusedBlossoms: number[];
};

export const createForest = (n: number, weight: Float64Array): Forest => {
  const nodes = 2 * n;
  const heaviest = weight.reduce((most, value) => Math.max(most, value), 0);
  return {
    n,
    weight,
    price: new Float64Array(nodes).fill(heaviest, 0, n),
    mate: new Int32Array(n).fill(-1),
    top: Int32Array.from({ length: n }, (_, vertex) => vertex),
    base: Int32Array.from({ length: nodes }, (_, node) => (node < n ? node : -1)),
    parent: new Int32Array(nodes).fill(-1),
    ring: Array.from({ length: nodes }, () => []),
    links: Array.from({ length: nodes }, () => []),
    members: Array.from({ length: nodes }, (_, node) => (node < n ? [node] : [])),
    near: Array.from({ length: nodes }, () => new Int32Array(0)),
    label: new Uint8Array(nodes),
    entryFrom: new Int32Array(nodes).fill(-1),
    entryTo: new Int32Array(nodes).fill(-1),
    bestFrom: new Int32Array(nodes).fill(-1),
    bestTo: new Int32Array(nodes).fill(-1),
    unusedBlossoms: Array.from({ length: n }, (_, index) => nodes - 1 - index),
  };
};

// The accessors below spare every reader the check for undefined: the indices are nodes and vertices of the forest itself.
// One for each kind of array, since an accessor that sees only one kind is much faster.
export const at = (array: Int32Array, index: number): number => array[index] ?? 0;
export const priceOf = (forest: Forest, node: number): number => forest.price[node] ?? 0;
export const labelOf = (forest: Forest, node: number): number => forest.label[node] ?? 0;
export const ringOf = (forest: Forest, node: number): number[] => forest.ring[node] ?? [];
export const membersOf = (forest: Forest, node: number): readonly number[] => forest.members[node] ?? [];
export const linkOf = (forest: Forest, blossom: number, index: number): readonly [number, number] =>
  forest.links[blossom]?.[index] ?? [-1, -1];

export const isBlossom = (forest: Forest, node: number): boolean => node >= forest.n;

export const isOuter = (forest: Forest, node: number): boolean =>
  at(forest.parent, node) < 0 && (node < forest.n || ringOf(forest, node).length > 0);

/** Makes a node the outermost one around its members. */
export const bringToTop = (forest: Forest, node: number): void => {
  forest.parent[node] = -1;
  for (const vertex of membersOf(forest, node)) forest.top[vertex] = node;
};
