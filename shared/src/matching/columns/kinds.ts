import { tieRange } from '../tie-break.js';
import { perPoint } from '../weights.js';
import { type Columns, hoursMost, weightOfPoints } from './columns.js';
import { stepsCounted } from './lines.js';

/**
 * People alike: those who share function, time zone, language and place are of one kind. What any two people of two kinds can
 * be worth to each other at most follows from the kinds alone; whole kinds are passed over by it.
 */
export type Kinds = {
  readonly count: number;
  /** The kind of each participant. */
  readonly of: Int32Array;
  /** Of each kind; −1 where kinds do not tell it apart. */
  readonly functionOf: Int32Array;
  readonly zone: Int32Array;
  readonly language: Int32Array;
  readonly place: Int32Array;
  /** The most steps up to the manager above nearly everybody, of anybody of the kind. */
  readonly toTop: Int32Array;
  /** The kind of the round leader, who is alone in it; −1 for none. */
  readonly leader: number;
};

const mostKinds = 2048;

/** What kinds tell apart, the finest first; coarser where there would be too many. */
const grains = [
  ['functionOf', 'zone', 'language', 'place'],
  ['functionOf', 'zone', 'language'],
  ['functionOf', 'zone'],
  ['functionOf'],
] as const;

const kindsBy = (columns: Columns, told: readonly string[]): Kinds => {
  const known = new Map<string, number>();
  const first: number[] = [];
  const of = new Int32Array(columns.size);
  const tell = (name: 'functionOf' | 'zone' | 'language' | 'place', place: number): number =>
    told.includes(name) ? (columns[name][place] ?? 0) : -1;
  for (let place = 0; place < columns.size; place += 1) {
    const parts = [tell('functionOf', place), tell('zone', place), tell('language', place), tell('place', place)];
    const key = place === columns.leader ? 'leader' : parts.join();
    const kind = known.get(key) ?? first.length;
    if (kind === first.length) {
      known.set(key, kind);
      first.push(place);
    }
    of[place] = kind;
  }
  const toTop = new Int32Array(first.length);
  of.forEach((kind, place) => {
    toTop[kind] = Math.max(toTop[kind] ?? 0, columns.toTop[place] ?? 0);
  });
  const column = (name: 'functionOf' | 'zone' | 'language' | 'place'): Int32Array => Int32Array.from(first, (place) => tell(name, place));
  return {
    count: first.length,
    of,
    functionOf: column('functionOf'),
    zone: column('zone'),
    language: column('language'),
    place: column('place'),
    toTop,
    leader: columns.leader < 0 ? -1 : (of[columns.leader] ?? -1),
  };
};

export const kindsOf = (columns: Columns): Kinds => {
  for (const told of grains) {
    const kinds = kindsBy(columns, told);
    if (kinds.count <= mostKinds) return kinds;
  }
  return kindsBy(columns, ['functionOf']);
};

const mayShare = (one: number, other: number): boolean => one === other && one !== 0;

/** The most steps between two people of these kinds, as far as they are counted. */
export const furthestBetween = ({ toTop }: Kinds, one: number, other: number): number =>
  Math.min(stepsCounted, (toTop[one] ?? 0) + (toTop[other] ?? 0));

/** What two people of these kinds are worth to each other at most, but for what is entered about them; −1 for one function. */
export const bound = (columns: Columns, kinds: Kinds, one: number, other: number): number => {
  const functionOne = kinds.functionOf[one] ?? 0;
  const functionOther = kinds.functionOf[other] ?? 0;
  if (mayShare(functionOne, functionOther)) return -1;
  const zone = kinds.zone[one] ?? 0;
  let most =
    columns.base +
    (columns.tieWeight[functionOne * columns.functions + functionOther] ?? 0) +
    weightOfPoints.perStep * furthestBetween(kinds, one, other) +
    tieRange +
    (zone < 0 ? perPoint * hoursMost : (columns.hoursWeight[zone * columns.zones + (kinds.zone[other] ?? 0)] ?? 0));
  if (mayShare(kinds.language[one] ?? 0, kinds.language[other] ?? 0)) most += weightOfPoints.language;
  if (mayShare(kinds.place[one] ?? 0, kinds.place[other] ?? 0)) most += weightOfPoints.place;
  if (one === kinds.leader || other === kinds.leader) most += columns.leaderWeight;
  return most;
};
