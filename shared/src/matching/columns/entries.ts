import type { PersonId } from '../../ids.js';
import { forEachLink, type Links, linked } from '../links.js';
import { type Problem, placesIn } from '../problem.js';
import { perPoint } from '../weights.js';
import { type Columns, weightOfPoints } from './columns.js';
import { lineWeight, plainWeight } from './pair-weight.js';

/**
 * The pairs of whom something is entered: ruled out, trusted, partners before, kept. Each stands at both its people, in rows:
 * those of place u are `partner[start[u]]` up to, but without, `partner[start[u + 1]]`, with what the pair is worth in all.
 */
export type Entries = {
  readonly start: Int32Array;
  readonly partner: Int32Array;
  readonly weight: Float64Array;
};

const ruledOut = 1;
const trusted = 2;
const kept = 4;
const again = 8;
const functionAllowed = 16;

/** What is entered about pairs of places u < v: each entry is one number, u × size + v before its mark. */
type Marks = { count: number; codes: Float64Array };

/** Marks are smaller than this. */
const markRoom = 32;

const enter = (marks: Marks, key: number, mark: number): void => {
  if (marks.count === marks.codes.length) {
    const { codes } = marks;
    marks.codes = new Float64Array(2 * codes.length);
    marks.codes.set(codes);
  }
  marks.codes[marks.count] = key * markRoom + mark;
  marks.count += 1;
};

/** Pairs of places in order, by u × size + v, and all that is entered about each. */
type Marked = { readonly keys: Float64Array; readonly marks: Uint8Array };

const joined = ({ count, codes }: Marks): Marked => {
  const sorted = codes.subarray(0, count).sort();
  const marks = new Uint8Array(count);
  let last = -1;
  for (const code of sorted) {
    const key = Math.floor(code / markRoom);
    // What has been read is written over: there are no more pairs than entries.
    if (last < 0 || sorted[last] !== key) {
      last += 1;
      sorted[last] = key;
    }
    marks[last] = (marks[last] ?? 0) | (code % markRoom);
  }
  return { keys: sorted.subarray(0, last + 1), marks };
};

const markAll = <T>(
  marks: Marks,
  placeOf: ReadonlyMap<PersonId, number>,
  links: Links<T>,
  markFor: (one: PersonId, other: PersonId, value: T) => number,
): void => {
  forEachLink(links, (one, other, value) => {
    const [u, v] = [placeOf.get(one), placeOf.get(other)];
    if (u !== undefined && v !== undefined && u < v) enter(marks, u * placeOf.size + v, markFor(one, other, value));
  });
};

const markedIn = (problem: Problem, placeOf: ReadonlyMap<PersonId, number>): Marked => {
  const { knowledge } = problem;
  const marks: Marks = { count: 0, codes: new Float64Array(1_024) };
  markAll(marks, placeOf, knowledge.dotted, () => ruledOut);
  markAll(marks, placeOf, knowledge.closely, () => ruledOut);
  markAll(marks, placeOf, knowledge.apart, () => ruledOut);
  markAll(marks, placeOf, problem.forbidden, () => ruledOut);
  markAll(marks, placeOf, problem.previous, () => kept);
  markAll(marks, placeOf, knowledge.sameFunctionAllowed, () => functionAllowed);
  markAll(marks, placeOf, knowledge.roundsAgo, (one, other) => (linked(knowledge.repeatAllowed, one, other) === true ? again : ruledOut));
  for (const [by, row] of knowledge.trusts) {
    for (const other of row) {
      const [u, v] = [placeOf.get(by), placeOf.get(other)];
      if (u === undefined || v === undefined || u >= v || knowledge.trusts.get(other)?.has(by) !== true) continue;
      enter(marks, u * placeOf.size + v, trusted);
    }
  }
  return joined(marks);
};

const weightWith = (problem: Problem, columns: Columns, u: number, v: number, mark: number): number => {
  if ((mark & ruledOut) !== 0) return 0;
  const plain = (mark & functionAllowed) !== 0 ? lineWeight(columns, u, v) : plainWeight(columns, u, v);
  if (plain === 0) return 0;
  const { scale, ids, knowledge } = problem;
  let weight = plain;
  if ((mark & trusted) !== 0) weight += weightOfPoints.mutualTrust;
  if ((mark & kept) !== 0) weight += scale.keptTier + perPoint * scale.keptPoints;
  if ((mark & again) !== 0) {
    const [one, other] = [ids[u], ids[v]];
    const roundsAgo = one === undefined || other === undefined ? 0 : (linked(knowledge.roundsAgo, one, other) ?? 0);
    weight -= scale.repeat * (scale.oldest - (Math.min(scale.oldest, roundsAgo) - 1));
  }
  return weight;
};

/** Arranges marked pairs in rows, each at both its people. */
const rowsOf = (size: number, keys: Float64Array, weightFor: (u: number, v: number, index: number) => number): Entries => {
  const start = new Int32Array(size + 1);
  const count = (place: number): void => {
    start[place + 1] = (start[place + 1] ?? 0) + 1;
  };
  for (const key of keys) {
    count(Math.floor(key / size));
    count(key % size);
  }
  for (let place = 0; place < size; place += 1) start[place + 1] = (start[place + 1] ?? 0) + (start[place] ?? 0);
  const next = start.slice(0, size);
  const partner = new Int32Array(2 * keys.length);
  const weight = new Float64Array(2 * keys.length);
  const put = (place: number, other: number, worth: number): void => {
    const at = next[place] ?? 0;
    next[place] = at + 1;
    partner[at] = other;
    weight[at] = worth;
  };
  keys.forEach((key, index) => {
    const [u, v] = [Math.floor(key / size), key % size];
    const worth = weightFor(u, v, index);
    put(u, v, worth);
    put(v, u, worth);
  });
  return { start, partner, weight };
};

export const entriesOf = (problem: Problem, columns: Columns): Entries => {
  const { keys, marks } = markedIn(problem, placesIn(problem.ids));
  return rowsOf(columns.size, keys, (u, v, index) => weightWith(problem, columns, u, v, marks[index] ?? 0));
};

/** Two places, and what their pair is worth in all; 0 for one that is ruled out. */
export type EnteredPair = { readonly one: number; readonly other: number; readonly weight: number };

/** The same with more pairs entered; what stood of a pair before counts no longer. */
export const entriesWith = ({ start, partner, weight }: Entries, pairs: readonly EnteredPair[]): Entries => {
  const size = start.length - 1;
  const entered = new Map<number, number>();
  for (let place = 0; place < size; place += 1) {
    for (let at = start[place] ?? 0; at < (start[place + 1] ?? 0); at += 1) {
      if ((partner[at] ?? 0) > place) entered.set(place * size + (partner[at] ?? 0), weight[at] ?? 0);
    }
  }
  for (const pair of pairs) entered.set(Math.min(pair.one, pair.other) * size + Math.max(pair.one, pair.other), pair.weight);
  const keys = Float64Array.from(entered.keys()).sort();
  return rowsOf(size, keys, (_u, _v, index) => entered.get(keys[index] ?? -1) ?? 0);
};

/** What is entered about two places, −1 when nothing is. */
export const enteredWeight = ({ start, partner, weight }: Entries, one: number, other: number): number => {
  for (let at = start[one] ?? 0; at < (start[one + 1] ?? 0); at += 1) if (partner[at] === other) return weight[at] ?? 0;
  return -1;
};

/** Two more values in an array, one before each of two places. */
const inserted = <A extends Int32Array | Float64Array>(
  values: A,
  into: A,
  [first, one]: readonly [number, number],
  [second, other]: readonly [number, number],
): A => {
  into.set(values.subarray(0, first));
  into[first] = one;
  into.set(values.subarray(first, second), first + 1);
  into[second + 1] = other;
  into.set(values.subarray(second), second + 2);
  return into;
};

/** The same with one more pair ruled out, whether something was entered of it or not. */
export const withRuledOut = (entries: Entries, one: number, other: number): Entries => {
  const { start, partner, weight } = entries;
  if (enteredWeight(entries, one, other) >= 0) {
    const less = weight.slice();
    for (const [row, against] of [[one, other] as const, [other, one] as const]) {
      for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at += 1) if (partner[at] === against) less[at] = 0;
    }
    return { start, partner, weight: less };
  }
  const [low, high] = one < other ? [one, other] : [other, one];
  const [first, second] = [start[low + 1] ?? 0, start[high + 1] ?? 0];
  return {
    start: start.map((at, place) => at + (place > high ? 2 : place > low ? 1 : 0)),
    partner: inserted(partner, new Int32Array(partner.length + 2), [first, high], [second, low]),
    weight: inserted(weight, new Float64Array(weight.length + 2), [first, 0], [second, 0]),
  };
};
