import type { Around } from './around.js';
import { addEdge, createEdges, type Edges } from './graph.js';
import type { Best, Market } from './market.js';

/** What a pair of members is worth, 0 when it is not legal. */
export type Worth = (one: number, other: number) => number;

const everyEdge = (members: Int32Array, worth: Worth): Edges => {
  const edges = createEdges(members.length * 4);
  for (let row = 0; row < members.length; row += 1) {
    for (let column = row + 1; column < members.length; column += 1) {
      const weight = worth(members[row] ?? 0, members[column] ?? 0);
      if (weight > 0) addEdge(edges, row, column, weight);
    }
  }
  return edges;
};

const best = (members: Int32Array, worth: Worth, prices: Float64Array, count: number, askers: Int32Array): Best => {
  const partner = new Int32Array(askers.length * count).fill(-1);
  const weight = new Float64Array(askers.length * count);
  askers.forEach((asker, row) => {
    const found = [...members.keys()].filter((place) => members[place] !== asker && worth(asker, members[place] ?? 0) > 0);
    const left = (place: number): number => worth(asker, members[place] ?? 0) - (prices[place] ?? 0);
    found.sort((a, b) => left(b) - left(a) || a - b);
    found.slice(0, count).forEach((place, index) => {
      partner[row * count + index] = place;
      weight[row * count + index] = worth(asker, members[place] ?? 0);
    });
  });
  return { partner, weight };
};

const nearest = ({ partner, weight }: Best, count: number): Edges => {
  const edges = createEdges(partner.length);
  partner.forEach((other, at) => {
    const place = Math.floor(at / count);
    const isTheirs = other >= 0 && partner.subarray(other * count, (other + 1) * count).includes(place);
    if (other > place || (other >= 0 && !isTheirs)) addEdge(edges, place, other, weight[at] ?? 0);
  });
  return edges;
};

const uncovered = (members: Int32Array, worth: Worth, prices: Float64Array, around: Around | null, marked: Uint8Array | null): Edges => {
  const found = createEdges(16);
  for (let row = 0; row < members.length; row += 1) {
    for (let column = row + 1; column < members.length; column += 1) {
      if (marked !== null && marked[row] === 0 && marked[column] === 0) continue;
      const weight = worth(members[row] ?? 0, members[column] ?? 0);
      const covered = (prices[row] ?? 0) + (prices[column] ?? 0) + (around === null ? 0 : around.both(row, column));
      if (weight > covered) addEdge(found, row, column, weight);
    }
  }
  return found;
};

/** A market in which every pair is simply asked for: what every other one must agree with. */
export const listMarket = (members: Int32Array, worth: Worth): Market => ({
  size: members.length,
  members,
  everyEdge: () => everyEdge(members, worth),
  sample: (places) =>
    listMarket(
      places.map((place) => members[place] ?? 0),
      worth,
    ),
  best: (prices, count, askers) => best(members, worth, prices, count, askers),
  nearest: (prices, count) => nearest(best(members, worth, prices, count, members), count),
  uncovered: (prices, around, marked) => uncovered(members, worth, prices, around, marked),
  above: (prices) => uncovered(members, worth, prices, null, null),
});
