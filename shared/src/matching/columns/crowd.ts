import type { Columns } from './columns.js';
import type { Entries } from './entries.js';
import { bound, type Kinds } from './kinds.js';

/** Some of the participants, grouped by kind: what the two questions of a market are answered from. */
export type Crowd = {
  readonly columns: Columns;
  readonly entries: Entries;
  readonly kinds: Kinds;
  /** The participant at each place of the crowd. */
  readonly members: Int32Array;
  /** The place of each participant, −1 for those outside. */
  readonly placeOf: Int32Array;
  /** The kinds that occur, and where the people of each begin in `order`. */
  readonly present: Int32Array;
  readonly begin: Int32Array;
  /** Places by kind, cheapest first within each; what follows: the price and the steps up at each, and where each place stands. */
  readonly order: Int32Array;
  readonly price: Float64Array;
  readonly toTop: Int32Array;
  readonly where: Int32Array;
  /** In which question an entry about a participant was seen last. */
  readonly entered: Int32Array;
  question: number;
};

export const crowdOf = (columns: Columns, entries: Entries, kinds: Kinds, members: Int32Array): Crowd => {
  const size = members.length;
  const placeOf = new Int32Array(columns.size).fill(-1);
  const counts = new Int32Array(kinds.count);
  members.forEach((member, place) => {
    placeOf[member] = place;
    const kind = kinds.of[member] ?? 0;
    counts[kind] = (counts[kind] ?? 0) + 1;
  });
  const present = Int32Array.from([...counts.keys()].filter((kind) => (counts[kind] ?? 0) > 0));
  const begin = new Int32Array(present.length + 1);
  const next = new Int32Array(kinds.count);
  present.forEach((kind, index) => {
    next[kind] = begin[index] ?? 0;
    begin[index + 1] = (begin[index] ?? 0) + (counts[kind] ?? 0);
  });
  const order = new Int32Array(size);
  members.forEach((member, place) => {
    const kind = kinds.of[member] ?? 0;
    order[next[kind] ?? 0] = place;
    next[kind] = (next[kind] ?? 0) + 1;
  });
  const price = new Float64Array(size);
  return {
    columns,
    entries,
    kinds,
    members,
    placeOf,
    present,
    begin,
    order,
    price,
    toTop: new Int32Array(size),
    where: new Int32Array(size),
    entered: new Int32Array(columns.size),
    question: 0,
  };
};

/** Sorts the people of each kind by their price. */
export const arrange = ({ columns, members, order, price, toTop, where, begin, present }: Crowd, prices: Float64Array): void => {
  const cheaper = (a: number, b: number): number => (prices[a] ?? 0) - (prices[b] ?? 0) || a - b;
  for (let index = 0; index < present.length; index += 1) order.subarray(begin[index], begin[index + 1]).sort(cheaper);
  for (let at = 0; at < order.length; at += 1) {
    const place = order[at] ?? 0;
    price[at] = prices[place] ?? 0;
    toTop[at] = columns.toTop[members[place] ?? 0] ?? 0;
    where[place] = at;
  }
};

/** What somebody of a kind can be worth at most to each kind present, less the lowest price there: −∞ where no pair is legal. */
export const reachOfKind = ({ columns, kinds, present, begin, price }: Crowd, kind: number, into: Float64Array): void => {
  for (let index = 0; index < present.length; index += 1) {
    const most = bound(columns, kinds, kind, present[index] ?? 0);
    into[index] = most < 0 ? Number.NEGATIVE_INFINITY : most - (price[begin[index] ?? 0] ?? 0);
  }
};

/** Begins a question about one participant: marks everybody of whom something is entered together with them. */
export const beginQuestion = (crowd: Crowd, member: number): void => {
  crowd.question += 1;
  const { entries, entered, question } = crowd;
  const end = entries.start[member + 1] ?? 0;
  for (let at = entries.start[member] ?? 0; at < end; at += 1) entered[entries.partner[at] ?? 0] = question;
};
