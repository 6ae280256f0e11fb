import type { PersonId } from '../../ids.js';
import { functionKey } from '../../organisation/functions.js';
import { isTimeZone, offsetMinutes } from '../../time.js';
import { hoursWorth, languageOf, placeOf, pointRange, points, tieWorth } from '../preferences.js';
import type { Problem } from '../problem.js';
import { tieKey, tieRange } from '../tie-break.js';
import { perPoint } from '../weights.js';
import { sharedMinutes } from '../working-hours.js';
import { type Lines, linesOf, stepsCounted, writeAbove } from './lines.js';

/**
 * Everything that decides what a pair is worth, as a column of numbers for all participants, so that millions of pairs can be
 * asked about without a look at a text. Says the same as `weightOf`, which is what the rules mean.
 */
export type Columns = {
  readonly size: number;
  readonly lines: Lines;
  /** The node of each participant in the lines, with its interval, depth and root; `above` has eight places for each. */
  readonly node: Int32Array;
  readonly into: Int32Array;
  readonly out: Int32Array;
  readonly depth: Int32Array;
  readonly inRing: Uint8Array;
  /** Steps up to the manager above nearly everybody: two people are no further apart than both of theirs. Eight for whoever is not below. */
  readonly toTop: Int32Array;
  readonly above: Int32Array;
  readonly reach: Float64Array;
  /** 0 for what is unknown. */
  readonly functionOf: Int32Array;
  readonly zone: Int32Array;
  readonly language: Int32Array;
  readonly place: Int32Array;
  readonly tieKey: Int32Array;
  /** The place of the round leader, −1 when they take no part. */
  readonly leader: number;
  readonly functions: number;
  readonly zones: number;
  /** What a new tie and shared hours are worth, in units of the weight: functions × functions, zones × zones. */
  readonly tieWeight: Float64Array;
  readonly hoursWeight: Float64Array;
  /** What every legal pair has. */
  readonly base: number;
  readonly leaderWeight: number;
  readonly languageWeight: number;
  readonly placeWeight: number;
  /** The most that a pair can have beside tie, hours, language and place: the base, the furthest distance and the highest tie-break. */
  readonly mostElsewhere: number;
};

type Numbered = { readonly of: Int32Array; readonly names: readonly string[] };

/** Numbers for what people's texts mean, from 1 on; 0 is nothing. What a text means is asked once and not of everybody. */
const numbered = (
  ids: readonly PersonId[],
  textOf: (id: PersonId) => string | null,
  meaningOf: (text: string) => string | null,
): Numbered => {
  const known = new Map<string, number>();
  const read = new Map<string, number>();
  const numberOf = (text: string): number => {
    const meaning = meaningOf(text);
    if (meaning === null) return 0;
    const number = known.get(meaning) ?? known.size + 1;
    known.set(meaning, number);
    return number;
  };
  const of = Int32Array.from(ids, (id) => {
    const text = textOf(id);
    if (text === null) return 0;
    const number = read.get(text) ?? numberOf(text);
    read.set(text, number);
    return number;
  });
  return { of, names: [...known.keys()] };
};

const tableOf = (names: readonly string[], worth: (one: string, other: string) => number): Float64Array => {
  const size = names.length + 1;
  const table = new Float64Array(size * size);
  names.forEach((one, row) => {
    names.forEach((other, column) => {
      table[(row + 1) * size + column + 1] = perPoint * worth(one, other);
    });
  });
  return table;
};

/** Functions by number, with what a pair of two of them adds for their tie. */
const functionColumn = ({ ids, knowledge }: Problem): Pick<Columns, 'functionOf' | 'functions' | 'tieWeight'> => {
  const spelling = new Map<string, string>();
  const keyOf = (name: string): string => {
    spelling.set(functionKey(name), name);
    return functionKey(name);
  };
  const { of, names } = numbered(ids, (id) => knowledge.organisation.functionOf.get(id) ?? null, keyOf);
  const spelled = (key: string): string => spelling.get(key) ?? key;
  const worth = (one: string, other: string): number => (one === other ? 0 : tieWorth(knowledge.tiesBetween(spelled(one), spelled(other))));
  return { functionOf: of, functions: names.length + 1, tieWeight: tableOf(names, worth) };
};

/** Time zones by number: one for all that have the same offset on the day. */
const zoneColumn = ({ ids, knowledge }: Problem): Pick<Columns, 'zone' | 'zones' | 'hoursWeight'> => {
  const on = knowledge.rules.startsAt;
  const sample = new Map<string, string>();
  const offsetOf = (zone: string): string | null => {
    const offset = isTimeZone(zone) ? String(offsetMinutes(zone, on)) : null;
    if (offset !== null && !sample.has(offset)) sample.set(offset, zone);
    return offset;
  };
  const { of, names } = numbered(ids, (id) => knowledge.organisation.people.get(id)?.timeZone ?? null, offsetOf);
  const worth = (one: string, other: string): number =>
    hoursWorth(sharedMinutes(sample.get(one) ?? null, sample.get(other) ?? null, on) ?? 0);
  return { zone: of, zones: names.length + 1, hoursWeight: tableOf(names, worth) };
};

/** The root above most participants, −1 where that is a ring. */
const widestRoot = ({ root, ring }: Lines, node: Int32Array): number => {
  const below = new Map<number, number>();
  for (const at of node) below.set(root[at] ?? -1, (below.get(root[at] ?? -1) ?? 0) + 1);
  const [widest] = [...below].sort(([, one], [, other]) => other - one)[0] ?? [-1];
  return (ring[widest] ?? -1) >= 0 ? -1 : widest;
};

const topColumn = (lines: Lines, node: Int32Array): Int32Array => {
  const top = widestRoot(lines, node);
  return node.map((at) => (top >= 0 && lines.root[at] === top ? Math.min(lines.depth[at] ?? 0, stepsCounted) : stepsCounted));
};

const lineColumns = (
  { ids, knowledge }: Problem,
  lines: Lines,
): Pick<Columns, 'lines' | 'node' | 'into' | 'out' | 'depth' | 'inRing' | 'toTop' | 'above' | 'reach'> => {
  const node = Int32Array.from(ids, (id) => lines.node.get(id) ?? -1);
  const above = new Int32Array(ids.length * stepsCounted);
  node.forEach((at, place) => {
    writeAbove(lines, at, above, place * stepsCounted);
  });
  return {
    lines,
    node,
    into: node.map((at) => lines.into[at] ?? 0),
    out: node.map((at) => lines.out[at] ?? 0),
    depth: node.map((at) => lines.depth[at] ?? 0),
    inRing: Uint8Array.from(node, (at) => ((lines.ring[lines.root[at] ?? -1] ?? -1) >= 0 ? 1 : 0)),
    toTop: topColumn(lines, node),
    above,
    reach: Float64Array.from(ids, (id) => knowledge.reachOf(id)),
  };
};

export const columnsOf = (problem: Problem): Columns => {
  const { ids, knowledge, scale, options } = problem;
  const { people } = knowledge.organisation;
  const leader = knowledge.rules.roundLeaderId;
  const base = scale.everyone + scale.repeat * scale.oldest - perPoint * pointRange.least;
  return {
    size: ids.length,
    ...lineColumns(problem, linesOf(knowledge.organisation)),
    ...functionColumn(problem),
    ...zoneColumn(problem),
    language: numbered(ids, (id) => people.get(id)?.language ?? null, languageOf).of,
    place: numbered(ids, (id) => people.get(id)?.location ?? null, placeOf).of,
    tieKey: Int32Array.from(ids, (id) => tieKey(options.seed, id)),
    leader: leader === null ? -1 : ids.indexOf(leader),
    base,
    leaderWeight: scale.everyone,
    languageWeight: weightOfPoints.language,
    placeWeight: weightOfPoints.place,
    mostElsewhere: base + weightOfPoints.perStep * points.mostSteps + tieRange,
  };
};

/** The most points that shared hours bring. */
export const hoursMost = points.perSharedHour * points.mostSharedHours;

/** Points that are the same for all, in units of the weight. */
export const weightOfPoints = {
  perStep: perPoint * points.perStep,
  language: perPoint * points.language,
  place: perPoint * points.place,
  beyondReach: perPoint * points.beyondReach,
  mutualTrust: perPoint * points.mutualTrust,
} as const;
