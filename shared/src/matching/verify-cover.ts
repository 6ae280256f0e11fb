import { type Field, weightIn } from './columns/field.js';
import type { Certificate } from './outcome.js';
import { weightOf } from './problem.js';
import { tieOf, tieRange } from './tie-break.js';
import { sharedBy } from './verify-nest.js';

// A part of `verify`: shares nothing with the solver but the columns, which say what pairs are worth.

/** Up to so many people the rules themselves are asked about every pair. */
const askedOfTheRules = 60;

export const priceFaults = ({ ids, prices, blossoms }: Certificate): readonly string[] => {
  const faults: string[] = [];
  if (prices.length !== ids.length || !prices.every((price) => price >= 0)) faults.push('a price is missing or negative');
  for (const { members, price } of blossoms) {
    const inside = members.every((member) => Number.isInteger(member) && member >= 0 && member < ids.length);
    if (!(price >= 0) || members.length % 2 === 0 || new Set(members).size !== members.length || !inside)
      faults.push('a blossom is not valid');
  }
  return faults;
};

/** People who share zone, language and place: one number for each such group, from 0 on, and somebody of each. */
const groupsOf = ({ columns }: Field, people: Int32Array): { readonly of: Int32Array; readonly sample: readonly number[] } => {
  const known = new Map<string, number>();
  const sample: number[] = [];
  const of = people.map((person) => {
    const key = `${columns.zone[person]} ${columns.language[person]} ${columns.place[person]}`;
    const group = known.get(key) ?? sample.length;
    if (group === sample.length) sample.push(person);
    known.set(key, group);
    return group;
  });
  return { of, sample };
};

/** What somebody is worth at most to each function, whatever else: −∞ for their own, and less their price. */
const limitsByFunction = ({ columns, problem }: Field, person: number, price: number, limits: Float64Array): void => {
  const own = columns.functionOf[person] ?? 0;
  for (let other = 0; other < columns.functions; other += 1) {
    limits[other] = columns.mostElsewhere + (columns.tieWeight[own * columns.functions + other] ?? 0) - price;
  }
  if (own !== 0) limits[own] = Number.NEGATIVE_INFINITY;
  if (problem.ids[person] === problem.knowledge.rules.roundLeaderId) {
    for (let other = 0; other < columns.functions; other += 1) limits[other] = (limits[other] ?? 0) + columns.leaderWeight;
  }
};

const worthByGroup = ({ columns }: Field, person: number, sample: readonly number[], worth: Float64Array): void => {
  sample.forEach((other, group) => {
    const hours = columns.hoursWeight[(columns.zone[person] ?? 0) * columns.zones + (columns.zone[other] ?? 0)] ?? 0;
    const isLanguage = columns.language[person] !== 0 && columns.language[person] === columns.language[other];
    const isPlace = columns.place[person] !== 0 && columns.place[person] === columns.place[other];
    worth[group] = hours + (isLanguage ? columns.languageWeight : 0) + (isPlace ? columns.placeWeight : 0);
  });
};

/** What one look at all pairs needs, in typed arrays of its own. */
type Sight = {
  readonly price: Float64Array;
  readonly functionOf: Int32Array;
  readonly groupOf: Int32Array;
  /** For the person in a row: what they can be worth at most to each function, less their price, and to each group in addition. */
  readonly limits: Float64Array;
  readonly worth: Float64Array;
  /** Those whose pair with the person might not be covered, and by how much it could be at most. */
  readonly suspects: Int32Array;
  readonly missing: Float64Array;
};

/** Finds the people after a row whose pair with it the two prices alone might not cover; returns how many. */
const findSuspects = ({ price, functionOf, groupOf, limits, worth, suspects, missing }: Sight, row: number): number => {
  let count = 0;
  const n = price.length;
  for (let column = row + 1; column < n; column += 1) {
    const left = (limits[functionOf[column] ?? 0] ?? 0) + (worth[groupOf[column] ?? 0] ?? 0) - (price[column] ?? 0);
    if (left <= 0) continue;
    suspects[count] = column;
    missing[count] = left;
    count += 1;
  }
  return count;
};

const sightOf = (field: Field, people: Int32Array, prices: readonly number[], groupOf: Int32Array, groups: number): Sight => ({
  price: Float64Array.from(prices),
  functionOf: people.map((person) => field.columns.functionOf[person] ?? 0),
  groupOf,
  limits: new Float64Array(field.columns.functions),
  worth: new Float64Array(groups),
  suspects: new Int32Array(people.length),
  missing: new Float64Array(people.length),
});

/** Both prices of two people, and those of the blossoms around both, cover what their pair is worth. */
export const coverFaults = (field: Field, { ids, prices, blossoms }: Certificate): readonly string[] => {
  const { columns, entries, problem } = field;
  const placeOf = new Map(problem.ids.map((id, place) => [id, place]));
  const people = Int32Array.from(ids, (id) => placeOf.get(id) ?? -1);
  const indexOf = new Int32Array(columns.size).fill(-1);
  people.forEach((person, index) => {
    indexOf[person] = index;
  });
  const faults: string[] = [];
  const shared = sharedBy(ids.length, blossoms);
  const check = (row: number, column: number, weight: number): void => {
    const price = (prices[row] ?? 0) + (prices[column] ?? 0);
    if (price < weight && price + shared(row, column) < weight) faults.push(`not covered: ${ids[row]} ${ids[column]}`);
  };
  const { of, sample } = groupsOf(field, people);
  const sight = sightOf(field, people, prices, of, sample.length);
  const leader = indexOf[columns.leader] ?? -1;
  people.forEach((person, row) => {
    limitsByFunction(field, person, prices[row] ?? 0, sight.limits);
    worthByGroup(field, person, sample, sight.worth);
    const count = findSuspects(sight, row);
    for (let index = 0; index < count; index += 1) {
      const column = sight.suspects[index] ?? 0;
      const other = people[column] ?? 0;
      const left = (sight.missing[index] ?? 0) - tieRange + tieOf(columns.tieKey[person] ?? 0, columns.tieKey[other] ?? 0);
      if (left > 0 && left > shared(row, column)) check(row, column, weightIn(field, person, other));
    }
    for (let at = entries.start[person] ?? 0; at < (entries.start[person + 1] ?? 0); at += 1) {
      const column = indexOf[entries.partner[at] ?? 0] ?? -1;
      if (column > row) check(row, column, entries.weight[at] ?? 0);
    }
    if (leader > row) check(row, leader, weightIn(field, person, columns.leader));
  });
  if (ids.length > askedOfTheRules) return faults;
  ids.forEach((one, row) => {
    for (let column = row + 1; column < ids.length; column += 1) check(row, column, weightOf(problem, one, ids[column] ?? one));
  });
  return faults;
};
