import { addEdge, createEdges, type Edges } from '../engine/graph.js';
import type { Market } from '../engine/market.js';
import { bestIn, nearestIn } from './best.js';
import type { Columns } from './columns.js';
import { beginQuestion, type Crowd, crowdOf } from './crowd.js';
import type { Entries } from './entries.js';
import { type Kinds, kindsOf } from './kinds.js';
import { plainWeight } from './pair-weight.js';
import { aboveIn, uncoveredIn } from './uncovered.js';

/** All legal pairs of a crowd: those of whom something is entered as it stands there, the others by their columns. */
const everyEdge = (crowd: Crowd): Edges => {
  const { columns, entries, members, placeOf, entered } = crowd;
  const edges = createEdges(Math.min(members.length ** 2 / 2, 40_000) + 16);
  members.forEach((member, place) => {
    beginQuestion(crowd, member);
    for (let at = entries.start[member] ?? 0; at < (entries.start[member + 1] ?? 0); at += 1) {
      const other = placeOf[entries.partner[at] ?? 0] ?? -1;
      if (other > place && (entries.weight[at] ?? 0) > 0) addEdge(edges, place, other, entries.weight[at] ?? 0);
    }
    for (let other = place + 1; other < members.length; other += 1) {
      const partner = members[other] ?? 0;
      if (entered[partner] === crowd.question) continue;
      const weight = plainWeight(columns, member, partner);
      if (weight > 0) addEdge(edges, place, other, weight);
    }
  });
  return edges;
};

/** A market of participants, given by their places among all. */
export const marketOf = (columns: Columns, entries: Entries, members: Int32Array, kinds: Kinds = kindsOf(columns)): Market => {
  const crowd = crowdOf(columns, entries, kinds, members);
  return {
    size: members.length,
    members,
    everyEdge: () => everyEdge(crowd),
    sample: (places) =>
      marketOf(
        columns,
        entries,
        places.map((place) => members[place] ?? 0),
        kinds,
      ),
    best: (prices, count, askers) => bestIn(crowd, prices, count, askers),
    nearest: (prices, count) => nearestIn(crowd, prices, count),
    uncovered: (prices, around, marked) => uncoveredIn(crowd, prices, around, marked),
    above: (prices, most) => aboveIn(crowd, prices, most),
  };
};
