import { type Pace, unwatched } from '../watch.js';
import { type Assignment, tightenRow } from './assignment.js';
import { drop, push } from './queue.js';

/** What a row would take first: its best column, and what the second best leaves it. */
type Bid = { column: number; best: number; second: number; other: number };

const bid: Bid = { column: -1, best: 0, second: 0, other: -1 };

const bidOf = ({ graph, floor, columnPrice }: Assignment, row: number): Bid => {
  const { start, neighbour, weight } = graph;
  let best = 2 * (floor[row] ?? 0) - (columnPrice[row] ?? 0);
  let column = row;
  let second = Number.NEGATIVE_INFINITY;
  let other = -1;
  const end = start[row + 1] ?? 0;
  for (let at = start[row] ?? 0; at < end; at += 1) {
    const candidate = neighbour[at] ?? 0;
    const value = (weight[at] ?? 0) - (columnPrice[candidate] ?? 0);
    if (value <= second) continue;
    if (value > best) {
      second = best;
      other = column;
      best = value;
      column = candidate;
    } else {
      second = value;
      other = candidate;
    }
  }
  bid.column = column;
  bid.best = best;
  bid.second = second;
  bid.other = other;
  return bid;
};

/** Gives a row its column; returns the row that had it, −1 for none. */
const take = (assignment: Assignment, row: number, { column, best, second, other }: Bid): number => {
  const { rowOf, columnOf, rowPrice, columnPrice } = assignment;
  const swap = best === second && (rowOf[column] ?? -1) >= 0 && other >= 0 && (rowOf[other] ?? -1) < 0;
  const taken = swap ? other : column;
  const previous = rowOf[taken] ?? -1;
  rowPrice[row] = second > Number.NEGATIVE_INFINITY ? second : best;
  if (second > Number.NEGATIVE_INFINITY) columnPrice[taken] = (columnPrice[taken] ?? 0) + best - second;
  rowOf[taken] = row;
  columnOf[row] = taken;
  if (previous >= 0) columnOf[previous] = -1;
  return previous;
};

/** Rows without a column bid for one, and whoever loses theirs bids anew, for a while (Jonker and Volgenant 1987). */
const bidRows = (assignment: Assignment, rows: number[]): number[] => {
  const waiting: number[] = [];
  const most = rows.length * 3;
  for (let turn = 0; turn < rows.length; turn += 1) {
    const row = rows[turn] ?? 0;
    if (turn >= most) {
      waiting.push(row);
      continue;
    }
    const offer = bidOf(assignment, row);
    const gained = offer.best > offer.second;
    const previous = take(assignment, row, offer);
    if (previous >= 0) (gained ? rows : waiting).push(previous);
  }
  return waiting;
};

/** Reaches the columns that a row could take, `offset` away; returns the least distance of a free column found so far. */
const relax = (assignment: Assignment, row: number, offset: number, nearest: number): number => {
  const { graph, floor, rowPrice, columnPrice, queue, distance, reachedFrom, reachedIn, settledIn, rowOf, search } = assignment;
  const { start, neighbour, weight } = graph;
  const from = offset + (rowPrice[row] ?? 0);
  let limit = nearest;
  const end = start[row + 1] ?? 0;
  for (let at = (start[row] ?? 0) - 1; at < end; at += 1) {
    const isOwn = at < (start[row] ?? 0);
    const column = isOwn ? row : (neighbour[at] ?? 0);
    const far = from + (columnPrice[column] ?? 0) - (isOwn ? 2 * (floor[row] ?? 0) : (weight[at] ?? 0));
    if (far >= limit || settledIn[column] === search) continue;
    if (reachedIn[column] === search && far >= (distance[column] ?? 0)) continue;
    reachedIn[column] = search;
    distance[column] = far;
    reachedFrom[column] = row;
    if ((rowOf[column] ?? -1) < 0) limit = far;
    push(queue, far, column, 0);
  }
  return limit;
};

/** The nearest column that is not settled yet, −1 when there is none nearer than `limit`. */
const nextColumn = ({ queue, settledIn, distance, search }: Assignment): number => {
  while (queue.size > 0) {
    const key = queue.keys[0] ?? 0;
    const column = queue.first[0] ?? 0;
    drop(queue);
    if (settledIn[column] !== search && key === distance[column]) return column;
  }
  return -1;
};

/** Exchanges along the shortest way from a row to a free column. */
const exchange = ({ reachedFrom, columnOf, rowOf }: Assignment, row: number, end: number): void => {
  for (let column = end; ; ) {
    const taker = reachedFrom[column] ?? 0;
    const before = columnOf[taker] ?? -1;
    rowOf[column] = taker;
    columnOf[taker] = column;
    if (taker === row) return;
    column = before;
  }
};

/** Finds a column for one row over the shortest way (Dijkstra), and changes the prices so that the way is tight. */
const assignRow = (assignment: Assignment, row: number): void => {
  const { queue, distance, settledIn, rowOf, rowPrice, columnPrice } = assignment;
  assignment.search += 1;
  queue.size = 0;
  const settled: number[] = [];
  let limit = relax(assignment, row, 0, Number.POSITIVE_INFINITY);
  let column = nextColumn(assignment);
  for (; column >= 0 && (rowOf[column] ?? -1) >= 0; column = nextColumn(assignment)) {
    settledIn[column] = assignment.search;
    settled.push(column);
    limit = relax(assignment, rowOf[column] ?? 0, distance[column] ?? 0, limit);
  }
  rowPrice[row] = (rowPrice[row] ?? 0) - limit;
  for (const passed of settled) {
    const change = limit - (distance[passed] ?? 0);
    const taker = rowOf[passed] ?? 0;
    columnPrice[passed] = (columnPrice[passed] ?? 0) + change;
    rowPrice[taker] = (rowPrice[taker] ?? 0) - change;
  }
  exchange(assignment, row, column);
};

/** Rows between two looks at whether to go on. */
const seldom = 16;

/** Finds a column for every row. A row can always take its own column in exchange, so nobody is left without. */
export const assignAll = (assignment: Assignment, { isStopped, reached }: Pace = unwatched): void => {
  let free: number[] = [];
  for (let row = 0; row < assignment.n; row += 1) if ((assignment.columnOf[row] ?? -1) < 0) free.push(row);
  for (let pass = 0; pass < 2 && free.length > 0; pass += 1) free = bidRows(assignment, free);
  for (const row of free) tightenRow(assignment, row);
  for (const [index, row] of free.entries()) {
    if (index % seldom === 0 && isStopped()) return;
    assignRow(assignment, row);
    reached(index / free.length);
  }
};
