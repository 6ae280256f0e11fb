import type { PersonId } from '../../ids.js';
import { linesOf } from '../hard-rules.js';
import { forEachLink, type Links, linked, linksFrom } from '../links.js';
import { type Problem, whyNot } from '../problem.js';
import type { RuleReason } from '../reasons.js';
import type { Two } from '../rules.js';

/** A pair that one rule alone rules out, and that an organiser could let be. */
export type Waivable = {
  readonly members: Two;
  /** Among as few as possible those with the lowest number are let be: 0 to `mostOrder`. */
  readonly order: number;
};

/** Rules of which single pairs can be excepted. */
export type WaivableRule = 'repeats' | 'kept-apart' | 'reach';

export const mostOrder = 8;

const within = (number: number): number => Math.max(0, Math.min(mostOrder, number));

const twosIn = <T>({ participants }: Problem, links: Links<T>): readonly Two[] => {
  const twos: Two[] = [];
  forEachLink(links, (one, other) => {
    if (one < other && participants.has(one) && participants.has(other)) twos.push([one, other]);
  });
  return twos;
};

/** Whether a rule is all that speaks against a pair. */
const onlyRule = (problem: Problem, [one, other]: Two, code: RuleReason['code']): boolean => {
  const reasons = whyNot(problem, one, other);
  return reasons.length > 0 && reasons.every((reason) => reason.code === code);
};

const repeats = (problem: Problem): readonly Waivable[] => {
  const { roundsAgo } = problem.knowledge;
  const twos = twosIn(problem, roundsAgo).filter((two) => onlyRule(problem, two, 'past-partners'));
  const ages = twos.map(([one, other]) => linked(roundsAgo, one, other) ?? 1);
  const oldest = ages.reduce((most, age) => Math.max(most, age), 1);
  return twos.map((members, index) => ({ members, order: within(oldest - (ages[index] ?? 1)) }));
};

const keptApart = (problem: Problem): readonly Waivable[] =>
  twosIn(problem, problem.knowledge.apart)
    .filter((two) => onlyRule(problem, two, 'kept-apart'))
    .map((members) => ({ members, order: 0 }));

/** Everybody with those two levels above them and more: direct reports never (CP-24a). Nor whoever manages each other in a circle. */
const reaches = (problem: Problem): readonly Waivable[] => {
  const { knowledge, participants, ids } = problem;
  return ids.flatMap((lower) =>
    [...knowledge.levelsUp(lower)]
      .filter(([upper, levels]) => levels > 1 && participants.has(upper) && linesOf(knowledge, upper, lower).length === 1)
      .map(([upper, levels]): Waivable => ({ members: [upper, lower], order: within(mostOrder - levels) }))
      .filter(({ members }) => onlyRule(problem, members, 'in-one-line')),
  );
};

/** All pairs that could be excepted from a rule. Of a reach, the upper person stands first. */
export const waivableBy = (problem: Problem, rule: WaivableRule): readonly Waivable[] => {
  switch (rule) {
    case 'repeats':
      return repeats(problem);
    case 'kept-apart':
      return keptApart(problem);
    case 'reach':
      return reaches(problem);
  }
};

/** Finds what is known of a pair, whichever of the two is named first. */
export const byMembers = (pairs: readonly Waivable[]): ((one: PersonId, other: PersonId) => Waivable | undefined) => {
  const links = linksFrom<Waivable>(
    (enter) => {
      for (const pair of pairs) enter(...pair.members, pair);
    },
    (known) => known,
  );
  return (one, other) => linked(links, one, other);
};
