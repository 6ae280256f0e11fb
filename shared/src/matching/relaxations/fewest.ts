import { type EnteredPair, entriesWith } from '../columns/entries.js';
import type { Field } from '../columns/field.js';
import { solveCore } from '../core.js';
import { preferencesFor } from '../preferences.js';
import type { Problem } from '../problem.js';
import type { Two } from '../rules.js';
import { tieBreak } from '../tie-break.js';
import { valueOn } from '../weights.js';
import { byMembers, mostOrder, type Waivable } from './waivable.js';

/** A pair more is worth as many exceptions as this at most; fewer in a large round, where sums would not be exact otherwise. */
const mostExceptions = 64;

/** What an exception costs, and by how much every pair is raised so that one more outweighs `exceptions` of them. */
type Toll = { readonly lift: number; readonly costOf: (order: number) => number };

const tollFor = (problem: Problem, exceptions: number, orders: number): Toll => {
  // Outweighs all points together, and that the round leader has a partner: nobody has one more by that.
  const unit = 2 * problem.scale.everyone;
  // One exception fewer outweighs whatever the orders of the others are.
  const each = exceptions * orders + 1;
  return { lift: unit * exceptions * (each + orders), costOf: (order) => unit * (each + Math.min(order, orders)) };
};

const isExact = (problem: Problem, { lift }: Toll): boolean =>
  (problem.ids.length / 2 + 2) * (lift + 3 * problem.scale.everyone) * 8 < 2 ** 53;

/** The highest toll that is exact; null where there is none. */
const exactToll = (problem: Problem): Toll | null => {
  for (const orders of [mostOrder, 0]) {
    for (let exceptions = mostExceptions; exceptions >= 4; exceptions /= 2) {
      const toll = tollFor(problem, exceptions, orders);
      if (isExact(problem, toll)) return toll;
    }
  }
  return null;
};

/** What an excepted pair is worth beside its toll. */
const worthOf = (problem: Problem, [one, other]: Two): number => {
  const leader = problem.knowledge.rules.roundLeaderId;
  const reasons = preferencesFor(problem.knowledge, one, other);
  return valueOn(problem.scale, {
    reasons,
    withLeader: one === leader || other === leader,
    tie: tieBreak(problem.options.seed, one, other),
  });
};

/** The field with every pair raised and the exceptions legal, each for its toll. */
const tolledField = (field: Field, pairs: readonly Waivable[], { lift, costOf }: Toll): Field => {
  const { problem, columns, entries, kinds } = field;
  const placeOf = new Map(problem.ids.map((id, place) => [id, place]));
  const exceptions = pairs.map(({ members, order }): EnteredPair => {
    const [one, other] = [placeOf.get(members[0]) ?? -1, placeOf.get(members[1]) ?? -1];
    return { one, other, weight: worthOf(problem, members) + lift - costOf(order) };
  });
  const raised = { ...columns, base: columns.base + lift, mostElsewhere: columns.mostElsewhere + lift };
  const lifted = { ...entries, weight: entries.weight.map((weight) => (weight > 0 ? weight + lift : 0)) };
  return { problem, columns: raised, entries: entriesWith(lifted, exceptions), kinds };
};

/**
 * The fewest exceptions with which as many people as possible have a partner, of as few the first in order, and of those the
 * pairs that are best for all. Empty where exceptions help nobody.
 */
export const fewestExceptions = (field: Field, places: Int32Array, pairs: readonly Waivable[]): readonly Waivable[] => {
  const toll = exactToll(field.problem);
  if (toll === null || pairs.length === 0) return [];
  const find = byMembers(pairs);
  return solveCore(tolledField(field, pairs, toll), places).pairs.flatMap(([one, other]) => find(one, other) ?? []);
};
