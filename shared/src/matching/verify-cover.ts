import { weightOfPoints } from './columns/columns.js';
import { type Field, idsAt, weightIn } from './columns/field.js';
import { stepsCounted } from './columns/lines.js';
import type { Bound } from './outcome.js';
import { placesIn, weightOf } from './problem.js';
import { tieOf, tieRange } from './tie-break.js';
import { type Shared, sharedBy } from './verify-nest.js';

// A part of `verify`: shares nothing with the solver but the columns, which say what pairs are worth.

/** Up to so many people the rules themselves are asked about every pair. */
const askedOfTheRules = 60;

export const priceFaults = ({ ids, prices, blossoms }: Bound): readonly string[] => {
  const faults: string[] = [];
  if (prices.length !== ids.length || !prices.every((price) => price >= 0)) faults.push('a price is missing or negative');
  const seenIn = new Int32Array(ids.length).fill(-1);
  blossoms.forEach(({ members, price }, index) => {
    const isNew = (member: number): boolean => {
      const isOther = Number.isInteger(member) && member >= 0 && member < ids.length && seenIn[member] !== index;
      if (isOther) seenIn[member] = index;
      return isOther;
    };
    if (!(price >= 0) || members.length % 2 === 0 || !members.every(isNew)) faults.push('a blossom is not valid');
  });
  return faults;
};

/** People of one function, zone, language and place: they follow each other in `order`, the group of one from `begin` to the next. */
type Groups = {
  readonly order: Int32Array;
  readonly begin: readonly number[];
  /** What the people of each group share. */
  readonly functionOf: Int32Array;
  readonly zone: Int32Array;
  readonly language: Int32Array;
  readonly place: Int32Array;
  /** The lowest price and the most steps to the top in each group, and both of everybody in `order`. */
  readonly lowest: Float64Array;
  readonly furthest: Int32Array;
  readonly price: Float64Array;
  readonly toTop: Int32Array;
};

/** The people of each group, by their places in the proof. */
const membersOf = ({ functionOf, zone, language, place }: Field['columns'], people: Int32Array): readonly (readonly number[])[] => {
  const rooms = [functionOf, zone, language].map((column) => 1 + column.reduce((most, value) => Math.max(most, value), 0));
  const [functions = 1, zones = 1, languages = 1] = rooms;
  const groups = new Map<number, number[]>();
  people.forEach((person, index) => {
    const near = (zone[person] ?? 0) + zones * ((language[person] ?? 0) + languages * (place[person] ?? 0));
    const key = (functionOf[person] ?? 0) + functions * near;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [index]);
    else known.push(index);
  });
  return [...groups.values()];
};

const groupsOf = ({ columns }: Field, people: Int32Array, prices: readonly number[]): Groups => {
  const groups = membersOf(columns, people);
  const begin = [0];
  for (const group of groups) begin.push((begin.at(-1) ?? 0) + group.length);
  const priceOf = (index: number): number => prices[index] ?? 0;
  const topOf = (index: number): number => columns.toTop[people[index] ?? 0] ?? 0;
  const order = Int32Array.from(groups.flat());
  const shared = (column: Int32Array): Int32Array => Int32Array.from(groups, ([index]) => column[people[index ?? 0] ?? 0] ?? 0);
  return {
    order,
    begin,
    functionOf: shared(columns.functionOf),
    zone: shared(columns.zone),
    language: shared(columns.language),
    place: shared(columns.place),
    lowest: Float64Array.from(groups, (group) => group.reduce((least, index) => Math.min(least, priceOf(index)), Number.POSITIVE_INFINITY)),
    furthest: Int32Array.from(groups, (group) => group.reduce((most, index) => Math.max(most, topOf(index)), 0)),
    price: Float64Array.from(order, priceOf),
    toTop: Int32Array.from(order, topOf),
  };
};

/** What is lost against the furthest distance at least, when two people are so many steps below the manager above nearly everybody. */
const nearness = (steps: number): number => (steps < stepsCounted ? weightOfPoints.perStep * (stepsCounted - steps) : 0);

/**
 * What people of one group are worth at most to those of each group from it on, but for entries and the round leader; 0 for one
 * function.
 */
const writeMost = ({ columns }: Field, { functionOf, zone, language, place }: Groups, one: number, most: Float64Array): void => {
  const { functions, zones, tieWeight, hoursWeight, languageWeight, placeWeight, mostElsewhere } = columns;
  const [mine, own, spoken, here] = [functionOf[one] ?? 0, (zone[one] ?? 0) * zones, language[one] ?? 0, place[one] ?? 0];
  for (let other = one; other < most.length; other += 1) {
    const theirs = functionOf[other] ?? 0;
    if (mine === theirs && mine !== 0) {
      most[other] = 0;
      continue;
    }
    let sum = mostElsewhere + (tieWeight[mine * functions + theirs] ?? 0) + (hoursWeight[own + (zone[other] ?? 0)] ?? 0);
    if (spoken !== 0 && spoken === language[other]) sum += languageWeight;
    if (here !== 0 && here === place[other]) sum += placeWeight;
    most[other] = sum;
  }
};

/** Those whose pair with somebody might not be covered by the two prices, and by how much it could lack. */
type Suspects = { count: number; readonly at: Int32Array; readonly lack: Float64Array };

/** Looks at everybody after `row` in the order, group by group, for those whom `most` does not rule out. */
const findSuspects = (groups: Groups, row: number, group: number, most: Float64Array, suspects: Suspects): void => {
  const { begin, lowest, furthest, price, toTop } = groups;
  const { at, lack } = suspects;
  const own = price[row] ?? 0;
  const up = toTop[row] ?? 0;
  let count = 0;
  for (let other = group; other < most.length; other += 1) {
    const limit = (most[other] ?? 0) - own;
    if (limit - nearness(up + (furthest[other] ?? 0)) <= (lowest[other] ?? 0)) continue;
    const end = begin[other + 1] ?? 0;
    for (let column = other === group ? row + 1 : (begin[other] ?? 0); column < end; column += 1) {
      const left = limit - (price[column] ?? 0) - nearness(up + (toTop[column] ?? 0));
      if (left <= 0) continue;
      at[count] = column;
      lack[count] = left;
      count += 1;
    }
  }
  suspects.count = count;
};

/** What is done about two people, by their places in the proof, and what their pair is worth. */
export type Check = (row: number, column: number, weight: number) => void;

/** Everybody but for what is entered of them and for the leader: all pairs are looked at, most by their groups alone. */
const checkGroups = (field: Field, people: Int32Array, groups: Groups, shared: Shared, check: Check): void => {
  const { tieKey } = field.columns;
  const { order, begin } = groups;
  const most = new Float64Array(groups.lowest.length);
  const suspects: Suspects = { count: 0, at: new Int32Array(order.length), lack: new Float64Array(order.length) };
  for (let group = 0; group < most.length; group += 1) {
    writeMost(field, groups, group, most);
    for (let row = begin[group] ?? 0; row < (begin[group + 1] ?? 0); row += 1) {
      const one = order[row] ?? 0;
      const person = people[one] ?? 0;
      findSuspects(groups, row, group, most, suspects);
      for (let index = 0; index < suspects.count; index += 1) {
        const other = order[suspects.at[index] ?? 0] ?? 0;
        const partner = people[other] ?? 0;
        const open = suspects.lack[index] ?? 0;
        if (open <= shared.atLeast(one, other)) continue;
        const lack = open - tieRange + tieOf(tieKey[person] ?? 0, tieKey[partner] ?? 0);
        if (lack > 0 && lack > shared.exactly(one, other)) check(one, other, weightIn(field, person, partner));
      }
    }
  }
};

/** Those of whom something is entered together, and everybody with the round leader, one by one. */
const checkEntries = (field: Field, people: Int32Array, check: Check): void => {
  const { entries, columns } = field;
  const indexOf = new Int32Array(columns.size).fill(-1);
  people.forEach((person, index) => {
    indexOf[person] = index;
  });
  const leader = indexOf[columns.leader] ?? -1;
  people.forEach((person, row) => {
    for (let at = entries.start[person] ?? 0; at < (entries.start[person + 1] ?? 0); at += 1) {
      const column = indexOf[entries.partner[at] ?? 0] ?? -1;
      if (column > row) check(row, column, entries.weight[at] ?? 0);
    }
    if (leader >= 0 && leader !== row) check(row, leader, weightIn(field, person, columns.leader));
  });
};

/** What the blossoms around two people cost together, where none is to be counted. */
const nothingShared: Shared = { atLeast: () => 0, exactly: () => 0 };

/** Looks at all pairs of `people`, by their places among the participants, and tells of each that `prices` and `shared` do not cover. */
const tellUncovered = (field: Field, people: Int32Array, prices: readonly number[], shared: Shared, tell: Check): void => {
  const check = (row: number, column: number, weight: number): void => {
    const price = (prices[row] ?? 0) + (prices[column] ?? 0);
    if (price < weight && price + shared.exactly(row, column) < weight) tell(row, column, weight);
  };
  checkGroups(field, people, groupsOf(field, people, prices), shared, check);
  checkEntries(field, people, check);
  if (people.length > askedOfTheRules) return;
  const { problem } = field;
  const ids = idsAt(field, people);
  ids.forEach((one, row) => {
    for (let column = row + 1; column < ids.length; column += 1) check(row, column, weightOf(problem, one, ids[column] ?? one));
  });
};

const placesOf = ({ problem }: Field, ids: Bound['ids']): Int32Array => {
  const placeOf = placesIn(problem.ids);
  return Int32Array.from(ids, (id) => placeOf.get(id) ?? -1);
};

/** Both prices of two people, and those of the blossoms around both, cover what their pair is worth. */
export const coverFaults = (field: Field, { ids, prices, blossoms }: Bound): readonly string[] => {
  const faults: string[] = [];
  tellUncovered(field, placesOf(field, ids), prices, sharedBy(ids.length, blossoms), (row, column) => {
    faults.push(`not covered: ${ids[row]} ${ids[column]}`);
  });
  return faults;
};

/** Tells of every two people whose pair is worth more than their two prices and `more`; of some twice. */
export const tellAbovePrices = (field: Field, { ids, prices }: Bound, more: number, tell: Check): void => {
  const raised = prices.map((price) => price + more / 2);
  tellUncovered(field, placesOf(field, ids), raised, nothingShared, tell);
};
