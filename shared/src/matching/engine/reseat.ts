import { bare, separate } from './dissolve.js';
import { createForest, type Forest, isInUse, linksOf, ringOf } from './forest.js';
import { addEdge, createEdges, type Edges, graphOf } from './graph.js';
import type { Solved } from './solve.js';

/** A forest that may be changed without a change of this one; between two searches, so that nothing of a search is copied. */
const copyOf = (forest: Forest): Forest => ({
  ...forest,
  price: forest.price.slice(),
  blossomPrice: forest.blossomPrice.slice(),
  mate: forest.mate.slice(),
  top: forest.top.slice(),
  parent: forest.parent.slice(),
  base: forest.base.slice(),
  first: forest.first.slice(),
  last: forest.last.slice(),
  next: forest.next.slice(),
  ring: [...forest.ring],
  links: [...forest.links],
  unused: [...forest.unused],
});

/** The new number of every node: of the vertices that have a seat, and of all blossoms. */
const numbersOf = (forest: Forest, seats: Int32Array): { readonly numbers: Int32Array; readonly blossoms: number } => {
  const numbers = new Int32Array(2 * forest.n).fill(-1);
  seats.forEach((vertex, seat) => {
    if (vertex >= 0) numbers[vertex] = seat;
  });
  let blossoms = 0;
  for (let node = forest.n; node < 2 * forest.n; node += 1) {
    if (!isInUse(forest, node)) continue;
    numbers[node] = seats.length + blossoms;
    blossoms += 1;
  }
  return { numbers, blossoms };
};

const edgesBetween = ({ count, from, to, weight }: Edges, numbers: Int32Array): Edges => {
  const edges = createEdges(count);
  for (let edge = 0; edge < count; edge += 1) {
    const [u, v, worth] = [numbers[from[edge] ?? 0] ?? -1, numbers[to[edge] ?? 0] ?? -1, weight[edge] ?? -1];
    if (u >= 0 && v >= 0 && worth > 0) addEdge(edges, u, v, worth);
  }
  return edges;
};

const seatVertices = (forest: Forest, into: Forest, seats: Int32Array, numberOf: (node: number | undefined) => number): void => {
  seats.forEach((vertex, seat) => {
    if (vertex < 0) return;
    into.mate[seat] = numberOf(forest.mate[vertex]);
    into.top[seat] = numberOf(forest.top[vertex]);
    into.parent[seat] = numberOf(forest.parent[vertex]);
    into.next[seat] = numberOf(forest.next[vertex]);
  });
};

const seatBlossoms = (forest: Forest, into: Forest, numberOf: (node: number | undefined) => number): void => {
  for (let node = forest.n; node < 2 * forest.n; node += 1) {
    if (!isInUse(forest, node)) continue;
    const blossom = numberOf(node);
    into.blossomPrice[blossom] = forest.blossomPrice[node] ?? 0;
    into.parent[blossom] = numberOf(forest.parent[node]);
    into.base[blossom] = numberOf(forest.base[node]);
    into.first[blossom] = numberOf(forest.first[node]);
    into.last[blossom] = numberOf(forest.last[node]);
    into.ring[blossom] = ringOf(forest, node).map(numberOf);
    into.links[blossom] = linksOf(forest, node).map(numberOf);
  }
};

/** Takes apart what is around the vertices that have no seat, so that nothing rests on them. */
const takeOut = (forest: Forest, seats: Int32Array): void => {
  const stays = new Uint8Array(forest.n);
  for (const vertex of seats) if (vertex >= 0) stays[vertex] = 1;
  stays.forEach((isSeated, vertex) => {
    if (isSeated === 1) return;
    bare(forest, vertex);
    separate(forest, vertex);
  });
};

/**
 * A search as it stands, for other people: in each new place the vertex that `seats` names, −1 for a new one, who has no edges
 * and the price 0 yet. Whoever has no seat leaves; their partners are on their own, and all other pairs, prices and blossoms
 * stay. The search that is given does not change.
 */
export const reseated = ({ forest, edges }: Solved, seats: Int32Array): Solved => {
  const old = copyOf(forest);
  takeOut(old, seats);
  const { numbers, blossoms } = numbersOf(old, seats);
  const numberOf = (node = -1): number => numbers[node] ?? -1;
  const kept = edgesBetween(edges, numbers);
  const prices = Float64Array.from(seats, (vertex) => old.price[vertex] ?? 0);
  const seated = createForest(seats.length, graphOf(seats.length, kept), prices);
  seatVertices(old, seated, seats, numberOf);
  seatBlossoms(old, seated, numberOf);
  seated.unused.length -= blossoms;
  return { forest: seated, edges: kept };
};
