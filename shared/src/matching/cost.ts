import type { PersonId } from '../ids.js';
import { bestAlternatives } from './best-alternatives.js';
import { type Loss, lossOf, pointsInAll, type Weighed, weighed } from './forcing.js';
import { type Problem, problemOf, whyNot, whyThis } from './problem.js';
import type { PairReason, RuleReason } from './reasons.js';

/** Above so many people it takes too long for somebody who waits, and is not said. */
export const mostWeighed = 1_000;

/** What keeping two people together costs all matches together, beside what these are worth in all. */
export type Cost = Pick<Loss, 'unpaired' | 'short' | 'leaderAlone' | 'points'> & { readonly ofPoints: number };

/** Somebody else with whom a person could be paired, what speaks for it, and what it costs all matches together. */
export type OtherPartner = { readonly partnerId: PersonId; readonly reasons: readonly PairReason[]; readonly cost: Cost };

/**
 * What people trust is left out on both sides: from a number, or an order, in which it counts, an organiser could work out who
 * trusts whom (CP-24c).
 */
const openly = ({ ids, knowledge, options }: Problem): Weighed => weighed(problemOf(ids, { ...knowledge.rules, trusts: [] }, options));

const costIn = (of: Weighed, { unpaired, short, leaderAlone, points }: Loss): Cost => ({
  unpaired,
  short,
  leaderAlone,
  points,
  ofPoints: pointsInAll(of),
});

/**
 * The exact cost of keeping two people together while everybody else is matched as well as possible, without what anybody trusts.
 * Null for three people, for a pair that a rule is against, and where too many take part.
 */
export const costOf = (problem: Problem, memberIds: readonly PersonId[]): Cost | null => {
  const [one, other, third] = memberIds;
  if (one === undefined || other === undefined || third !== undefined || problem.ids.length > mostWeighed) return null;
  const of = openly(problem);
  const loss = lossOf(of, [one, other]);
  return loss === null ? null : costIn(of, loss);
};

const nothing: Loss = { value: 0, unpaired: 0, short: [], leaderAlone: false, points: 0 };

/**
 * With whom somebody could be instead of whom they are with now: at most `most`, the least costly first, in proven order and without
 * what anybody trusts. Null where too many take part; empty for somebody who takes no part.
 */
export const otherPartners = (
  problem: Problem,
  personId: PersonId,
  { present, most }: { readonly present: readonly PersonId[]; readonly most: number },
): readonly OtherPartner[] | null => {
  if (problem.ids.length > mostWeighed) return null;
  const of = openly(problem);
  const best = of.best.pairs.find((pair) => pair.includes(personId))?.find((id) => id !== personId);
  // Drafts may differ from the best set of matches: they were changed by hand, kept, or locked.
  const first = best === undefined ? [] : [{ partnerId: best, reasons: whyThis(of.problem, personId, best), loss: nothing }];
  const others = bestAlternatives(of, personId, most + present.length);
  return [...first, ...others]
    .filter(({ partnerId }) => !present.includes(partnerId))
    .slice(0, most)
    .map(({ partnerId, reasons, loss }) => ({ partnerId, reasons, cost: costIn(of, loss) }));
};

const uncounted = ['same-person', 'not-participating', 'declined', 'works-closely'] as const;
type Counted = Exclude<RuleReason['code'], (typeof uncounted)[number]>;

const isCounted = (code: RuleReason['code']): code is Counted => !uncounted.some((one) => one === code);

/**
 * How many of the others each rule keeps from somebody, counted by the first rule that does, the largest number first. Matches that
 * came to nothing are not counted: one of them may be known to few (CP-33); nor is what anybody has said in private (CP-21).
 */
export const ruledOutFor = (problem: Problem, personId: PersonId): readonly { readonly code: Counted; readonly count: number }[] => {
  const counts = new Map<Counted, number>();
  for (const id of problem.ids) {
    const code = whyNot(problem, personId, id)[0]?.code;
    if (code !== undefined && isCounted(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
};
