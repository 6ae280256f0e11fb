import type { Graph } from './graph.js';
import { createQueue, type Queue } from './queue.js';

/**
 * The fractional problem: every vertex stands once as a row and once as a column, every edge u–v lets row u take column v and
 * row v take column u, and a row may take its own column for twice its floor. All weights and prices are whole numbers.
 * The best assignment consists of pairs, rings and vertices on their own; even rings fall into pairs, and the few odd ones
 * are what the search for blossoms begins with.
 */
export type Assignment = {
  readonly n: number;
  graph: Graph;
  /** Below this price a vertex stays on its own. */
  readonly floor: Float64Array;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
  /** The column of each row and the row of each column, −1 for none. */
  readonly columnOf: Int32Array;
  readonly rowOf: Int32Array;
  /** The state of one search: how far each column is, from which row, and in which search it was reached and settled. */
  readonly queue: Queue;
  readonly distance: Float64Array;
  readonly reachedFrom: Int32Array;
  readonly reachedIn: Int32Array;
  readonly settledIn: Int32Array;
  search: number;
};

export const createAssignment = (n: number, graph: Graph, floor: Float64Array): Assignment => ({
  n,
  graph,
  floor,
  rowPrice: new Float64Array(n),
  columnPrice: new Float64Array(n),
  columnOf: new Int32Array(n).fill(-1),
  rowOf: new Int32Array(n).fill(-1),
  queue: createQueue(),
  distance: new Float64Array(n),
  reachedFrom: new Int32Array(n),
  reachedIn: new Int32Array(n),
  settledIn: new Int32Array(n),
  search: 0,
});

/** Lowers or raises the price of a row to the least that covers all it could take. */
export const tightenRow = ({ graph, floor, rowPrice, columnPrice }: Assignment, row: number): void => {
  const { start, neighbour, weight } = graph;
  let most = 2 * (floor[row] ?? 0) - (columnPrice[row] ?? 0);
  const end = start[row + 1] ?? 0;
  for (let at = start[row] ?? 0; at < end; at += 1) {
    const value = (weight[at] ?? 0) - (columnPrice[neighbour[at] ?? 0] ?? 0);
    if (value > most) most = value;
  }
  rowPrice[row] = most;
};

/** Begins with half of the heaviest edge of each vertex as its price. */
export const priceByHeaviest = ({ n, graph, floor, rowPrice, columnPrice }: Assignment): void => {
  const { start, weight } = graph;
  for (let vertex = 0; vertex < n; vertex += 1) {
    let most = 2 * (floor[vertex] ?? 0);
    for (let at = start[vertex] ?? 0; at < (start[vertex + 1] ?? 0); at += 1) most = Math.max(most, weight[at] ?? 0);
    rowPrice[vertex] = Math.ceil(most / 2);
    columnPrice[vertex] = Math.floor(most / 2);
  }
};

/** Begins with known prices, which need not cover anything. */
export const priceFrom = (assignment: Assignment, prices: Float64Array): void => {
  for (let vertex = 0; vertex < assignment.n; vertex += 1) assignment.columnPrice[vertex] = Math.round(prices[vertex] ?? 0);
  for (let row = 0; row < assignment.n; row += 1) tightenRow(assignment, row);
};

/**
 * The price of each vertex: the middle of both, whole or half. The transposed assignment is as good, so what is taken stays
 * tight. Row and column go on from the middle, rounded up and down, so that both stay whole.
 */
export const middlePrices = ({ n, rowPrice, columnPrice }: Assignment): Float64Array => {
  const prices = new Float64Array(n);
  for (let vertex = 0; vertex < n; vertex += 1) {
    const price = ((rowPrice[vertex] ?? 0) + (columnPrice[vertex] ?? 0)) / 2;
    prices[vertex] = price;
    rowPrice[vertex] = Math.ceil(price);
    columnPrice[vertex] = Math.floor(price);
  }
  return prices;
};

/** Takes a row's column away, so that it looks for another. */
export const release = ({ columnOf, rowOf }: Assignment, row: number): void => {
  const column = columnOf[row] ?? -1;
  if (column >= 0) rowOf[column] = -1;
  columnOf[row] = -1;
};

/** Rows whose new edges are not covered get a higher price and look for another column. */
export const coverEdge = (assignment: Assignment, row: number, column: number, weight: number): void => {
  const { rowPrice, columnPrice } = assignment;
  const needed = weight - (columnPrice[column] ?? 0);
  if (needed <= (rowPrice[row] ?? 0)) return;
  rowPrice[row] = needed;
  release(assignment, row);
};
