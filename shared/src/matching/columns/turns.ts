import { type Crowd, reachOfKind } from './crowd.js';

/**
 * The kinds by what they can offer to one kind, the best first, sorted only as far as anybody asks. Where offers are the same,
 * each kind asks in another order, so that not all choose the same people.
 */
export type Turns = {
  /** What each kind present can offer, as `reachOfKind` says. */
  readonly reach: Float64Array;
  /** A heap of the kinds that are not sorted yet, each packed into one number: how far its offer is below the best, and its turn. */
  readonly heap: Float64Array;
  waiting: number;
  readonly sorted: Int32Array;
  count: number;
  shift: number;
};

/** Kinds are told apart by less than so many numbers, and offers further below the best than this are all alike. */
const room = 4096;
const furthest = 2 ** 39;

export const createTurns = (kinds: number): Turns => ({
  reach: new Float64Array(kinds),
  heap: new Float64Array(kinds),
  waiting: 0,
  sorted: new Int32Array(kinds),
  count: 0,
  shift: 0,
});

const sink = ({ heap, waiting }: Turns, from: number): void => {
  const value = heap[from] ?? 0;
  let place = from;
  for (let child = 2 * place + 1; child < waiting; child = 2 * place + 1) {
    if (child + 1 < waiting && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1;
    if ((heap[child] ?? 0) >= value) break;
    heap[place] = heap[child] ?? 0;
    place = child;
  }
  heap[place] = value;
};

export const beginTurns = (turns: Turns, crowd: Crowd, kind: number): void => {
  const { reach, heap } = turns;
  const { length } = reach;
  reachOfKind(crowd, kind, reach);
  turns.shift = kind % length;
  turns.count = 0;
  turns.waiting = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < length; index += 1) if ((reach[index] ?? 0) > most) most = reach[index] ?? 0;
  for (let index = 0; index < length; index += 1) {
    const value = reach[index] ?? 0;
    if (value === Number.NEGATIVE_INFINITY) continue;
    heap[turns.waiting] = Math.min(2 * (most - value), furthest) * room + ((index + length - turns.shift) % length);
    turns.waiting += 1;
  }
  for (let place = (turns.waiting >> 1) - 1; place >= 0; place -= 1) sink(turns, place);
};

/** The kind whose turn comes after `step` others, −1 when there are no more. */
export const turnAt = (turns: Turns, step: number): number => {
  while (turns.count <= step && turns.waiting > 0) {
    const value = turns.heap[0] ?? 0;
    turns.waiting -= 1;
    turns.heap[0] = turns.heap[turns.waiting] ?? 0;
    sink(turns, 0);
    turns.sorted[turns.count] = ((value % room) + turns.shift) % turns.reach.length;
    turns.count += 1;
  }
  return step < turns.count ? (turns.sorted[step] ?? -1) : -1;
};
