import { addEdge, createEdges, type Edges, isListed } from '../engine/graph.js';
import type { Best } from '../engine/market.js';
import { tieRange } from '../tie-break.js';
import { arrange, beginQuestion, type Crowd } from './crowd.js';
import { furthestBetween } from './kinds.js';
import { lineWeight, nearness, tieShortfall } from './pair-weight.js';
import { beginTurns, createTurns, type Turns, turnAt } from './turns.js';

/** The few places with the highest values, the highest first. */
type Few = {
  count: number;
  readonly room: number;
  readonly value: Float64Array;
  readonly place: Int32Array;
  readonly weight: Float64Array;
};

const leastOf = (few: Few): number => (few.count < few.room ? Number.NEGATIVE_INFINITY : (few.value[few.room - 1] ?? 0));

const put = (few: Few, value: number, place: number, weight: number): void => {
  if (value <= leastOf(few)) return;
  let at = few.count < few.room ? few.count : few.room - 1;
  if (few.count < few.room) few.count += 1;
  for (; at > 0 && (few.value[at - 1] ?? 0) < value; at -= 1) {
    few.value[at] = few.value[at - 1] ?? 0;
    few.place[at] = few.place[at - 1] ?? 0;
    few.weight[at] = few.weight[at - 1] ?? 0;
  }
  few.value[at] = value;
  few.place[at] = place;
  few.weight[at] = weight;
};

/** Those of whom something is entered together with the asker: what they are worth stands there. */
const askEntries = ({ entries, placeOf }: Crowd, prices: Float64Array, asker: number, few: Few): void => {
  for (let at = entries.start[asker] ?? 0; at < (entries.start[asker + 1] ?? 0); at += 1) {
    const place = placeOf[entries.partner[at] ?? 0] ?? -1;
    const weight = entries.weight[at] ?? 0;
    if (place >= 0 && weight > 0) put(few, weight - (prices[place] ?? 0), place, weight);
  }
};

/** The others, kind by kind, as long as one of the kind can be better than the few found. */
const askKinds = (crowd: Crowd, asker: number, turns: Turns, few: Few): void => {
  const { columns, kinds, members, present, begin, order, price, toTop, entered, question } = crowd;
  const up = columns.toTop[asker] ?? 0;
  const kind = kinds.of[asker] ?? 0;
  for (let step = 0; ; step += 1) {
    const index = turnAt(turns, step);
    if (index < 0) return;
    const most = turns.reach[index] ?? 0;
    if (most <= leastOf(few)) return;
    const first = begin[index] ?? 0;
    const end = begin[index + 1] ?? 0;
    const lowest = price[first] ?? 0;
    const furthest = furthestBetween(kinds, kind, present[index] ?? 0);
    for (let at = first; at < end; at += 1) {
      const own = price[at] ?? 0;
      const open = most + lowest - own - leastOf(few);
      if (open <= 0) break;
      const spare = open - nearness(furthest, up, toTop[at] ?? 0);
      if (spare <= 0) continue;
      const member = members[order[at] ?? 0] ?? 0;
      if (spare <= tieRange && spare <= tieShortfall(columns, asker, member)) continue;
      if (member === asker || entered[member] === question) continue;
      const weight = lineWeight(columns, asker, member);
      if (weight > 0) put(few, weight - own, order[at] ?? 0, weight);
    }
  }
};

/** Asks for the few best of each asker, those of one kind one after the other. */
const askAll = (crowd: Crowd, prices: Float64Array, count: number, askers: Int32Array, answer: (row: number, few: Few) => void): void => {
  arrange(crowd, prices);
  const few: Few = { count: 0, room: count, value: new Float64Array(count), place: new Int32Array(count), weight: new Float64Array(count) };
  const kindOf = (row: number): number => crowd.kinds.of[askers[row] ?? 0] ?? 0;
  const rows = Int32Array.from(askers.keys()).sort((a, b) => kindOf(a) - kindOf(b) || a - b);
  const turns = createTurns(crowd.present.length);
  rows.forEach((row, at) => {
    const asker = askers[row] ?? 0;
    if (at === 0 || kindOf(row) !== kindOf(rows[at - 1] ?? 0)) beginTurns(turns, crowd, kindOf(row));
    few.count = 0;
    beginQuestion(crowd, asker);
    askEntries(crowd, prices, asker, few);
    askKinds(crowd, asker, turns, few);
    answer(row, few);
  });
};

/** See `Market.best`. */
export const bestIn = (crowd: Crowd, prices: Float64Array, count: number, askers: Int32Array): Best => {
  const partner = new Int32Array(askers.length * count).fill(-1);
  const weight = new Float64Array(askers.length * count);
  askAll(crowd, prices, count, askers, (row, few) => {
    for (let index = 0; index < few.count; index += 1) {
      partner[row * count + index] = few.place[index] ?? 0;
      weight[row * count + index] = few.weight[index] ?? 0;
    }
  });
  return { partner, weight };
};

/** See `Market.nearest`. Edges go straight into their list: a table of all answers would be the largest thing in memory. */
export const nearestIn = (crowd: Crowd, prices: Float64Array, count: number): Edges => {
  const size = crowd.members.length;
  const edges = createEdges(Math.ceil(size * count * 0.8) + size);
  const begin = new Int32Array(size).fill(-1);
  const end = new Int32Array(size);
  askAll(crowd, prices, count, crowd.members, (place, few) => {
    begin[place] = edges.count;
    for (let index = 0; index < few.count; index += 1) {
      const other = few.place[index] ?? 0;
      const from = begin[other] ?? -1;
      if (from < 0 || !isListed(edges, from, end[other] ?? 0, place)) addEdge(edges, place, other, few.weight[index] ?? 0);
    }
    end[place] = edges.count;
  });
  return edges;
};
