import type { PersonId } from '@coaching-pairs/shared/ids';
import { lossOf, pointsInAll, weighed } from '@coaching-pairs/shared/matching/forcing';
import { type Problem, problemOf } from '@coaching-pairs/shared/matching/problem';

/** Above so many people it would keep cards and pages waiting, and is not said. */
const mostWeighed = 1_000;

/** What keeping two people together costs all matches together, beside what these are worth in all. */
export type Cost = { readonly unpaired: number; readonly leaderAlone: boolean; readonly points: number; readonly ofPoints: number };

/**
 * The exact cost of keeping two people together while everybody else is matched as well as possible. What people trust is left
 * out on both sides: from a number in which it counts, an organiser could work out who trusts whom (CP-24c). Null for three
 * people, for a pair that a rule is against, and where too many take part.
 */
export const costOf = (problem: Problem, memberIds: readonly PersonId[]): Cost | null => {
  const [one, other, third] = memberIds;
  if (one === undefined || other === undefined || third !== undefined || problem.ids.length > mostWeighed) return null;
  const { rules } = problem.knowledge;
  const of = weighed(problemOf(problem.ids, { ...rules, trusts: [] }, problem.options));
  const loss = lossOf(of, [one, other]);
  if (loss === null) return null;
  const { unpaired, leaderAlone, points } = loss;
  return { unpaired, leaderAlone, points, ofPoints: pointsInAll(of) };
};
