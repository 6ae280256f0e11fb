import { tieOf, tieRange } from '../tie-break.js';
import { type Columns, weightOfPoints } from './columns.js';
import { levelsOverRing, stepsCounted } from './lines.js';

/** How a pair stands in the lines: not in one, in one beyond the reach of the upper person, or in one that rules it out. */
const apart = 0;
const beyond = 1;
const ruledOut = 2;

const standingInRing = (columns: Columns, one: number, other: number, direct: number): number => {
  const [a, b] = [columns.node[one] ?? 0, columns.node[other] ?? 0];
  const [oneAbove, otherAbove] = [levelsOverRing(columns.lines, a, b), levelsOverRing(columns.lines, b, a)];
  if (oneAbove > 0 && oneAbove <= (columns.reach[one] ?? 0)) return ruledOut;
  if (otherAbove > 0 && otherAbove <= (columns.reach[other] ?? 0)) return ruledOut;
  return direct === apart && (oneAbove > 0 || otherAbove > 0) ? beyond : direct;
};

const standing = (columns: Columns, one: number, other: number): number => {
  const { into, out, depth, reach, inRing } = columns;
  const a = into[one] ?? 0;
  const b = into[other] ?? 0;
  let found = apart;
  if (a < b) {
    if (b < (out[one] ?? 0)) found = (depth[other] ?? 0) - (depth[one] ?? 0) <= (reach[one] ?? 0) ? ruledOut : beyond;
  } else if (a < (out[other] ?? 0)) {
    found = (depth[one] ?? 0) - (depth[other] ?? 0) <= (reach[other] ?? 0) ? ruledOut : beyond;
  }
  return inRing[one] === 1 && inRing[other] === 1 && found !== ruledOut ? standingInRing(columns, one, other, found) : found;
};

const stepsInRing = ({ above }: Columns, one: number, other: number): number => {
  let fewest: number = stepsCounted;
  for (let up = 0; up < fewest; up += 1) {
    const manager = above[one * stepsCounted + up] ?? -1;
    if (manager < 0) break;
    for (let down = 0; up + down < fewest; down += 1) {
      if (above[other * stepsCounted + down] === manager) fewest = up + down;
    }
  }
  return fewest;
};

/** Steps over the nearest manager two people share, at most eight. In a tree they share one at one and the same depth. */
const steps = (columns: Columns, one: number, other: number): number => {
  const { depth, above, inRing } = columns;
  if (inRing[one] === 1 && inRing[other] === 1) return stepsInRing(columns, one, other);
  const deeper = (depth[one] ?? 0) - (depth[other] ?? 0);
  let up = deeper > 0 ? deeper : 0;
  let down = deeper < 0 ? -deeper : 0;
  for (; up + down < stepsCounted; up += 1, down += 1) {
    const manager = above[one * stepsCounted + up] ?? -1;
    if (manager < 0) return stepsCounted;
    if (manager === above[other * stepsCounted + down]) return up + down;
  }
  return stepsCounted;
};

/** How far two people stay below `furthest` steps at least, in units of the weight: known without a look at their lines. */
export const nearness = (furthest: number, oneToTop: number, otherToTop: number): number => {
  const missing = furthest - oneToTop - otherToTop;
  return missing > 0 ? weightOfPoints.perStep * missing : 0;
};

/** How far the tie-break of a pair stays below the highest one: what a bound can be lowered by before anything else is looked at. */
export const tieShortfall = ({ tieKey }: Columns, one: number, other: number): number =>
  tieRange - tieOf(tieKey[one] ?? 0, tieKey[other] ?? 0);

/**
 * What two participants are worth to each other by all that can be said of everybody: 0 when they stand in one line within
 * reach. What is entered about the two, and whether they share a function, is not looked at.
 */
export const lineWeight = (columns: Columns, one: number, other: number): number => {
  const stands = standing(columns, one, other);
  if (stands === ruledOut) return 0;
  const { functionOf, functions, tieWeight, zone, zones, hoursWeight, language, place, leader } = columns;
  let weight =
    columns.base +
    (tieWeight[(functionOf[one] ?? 0) * functions + (functionOf[other] ?? 0)] ?? 0) +
    (hoursWeight[(zone[one] ?? 0) * zones + (zone[other] ?? 0)] ?? 0) +
    weightOfPoints.perStep * steps(columns, one, other) +
    tieOf(columns.tieKey[one] ?? 0, columns.tieKey[other] ?? 0);
  if (language[one] === language[other] && language[one] !== 0) weight += weightOfPoints.language;
  if (place[one] === place[other] && place[one] !== 0) weight += weightOfPoints.place;
  if (one === leader || other === leader) weight += columns.leaderWeight;
  if (stands === beyond) weight += weightOfPoints.beyondReach;
  return weight;
};

/** The same, and 0 for two people of one function. */
export const plainWeight = (columns: Columns, one: number, other: number): number => {
  const own = columns.functionOf[one] ?? 0;
  return own !== 0 && own === columns.functionOf[other] ? 0 : lineWeight(columns, one, other);
};
