import { type FeedbackAsked, type FeedbackPairs, feedbackPairs } from '@coaching-pairs/shared/awayday/feedback-pairs';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { expect } from 'vitest';

export const paired = (question: FeedbackAsked): FeedbackPairs => {
  const result = feedbackPairs(question);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** People with a partner, mutual first choices, people with their first choice and with their second, in the order in which they count. */
type Rank = readonly [number, number, number, number];
const better = (a: Rank, b: Rank): boolean => {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
};

const rankOf = ({ nominations }: FeedbackAsked, groups: readonly (readonly PersonId[])[]): Rank => {
  const of = new Map(nominations.map((nomination) => [nomination.by, nomination]));
  const has = (one: PersonId, others: readonly PersonId[], which: 'first' | 'second'): boolean => {
    const choice = of.get(one)?.[which];
    return choice !== undefined && choice !== one && others.includes(choice);
  };
  const all = groups.flatMap((group) => group.map((one) => [one, group] as const));
  const firsts = all.filter(([one, group]) => has(one, group, 'first'));
  const seconds = all.filter(([one, group]) => !has(one, group, 'first') && has(one, group, 'second'));
  const mutual = firsts.filter(([one]) => of.get(of.get(one)?.first ?? one)?.first === one && of.get(one)?.first !== one).length / 2;
  return [all.length, mutual, firsts.length, seconds.length];
};

export const areApart = ({ coachingPairs }: FeedbackAsked, group: readonly PersonId[]): boolean =>
  coachingPairs.some((members) => members.filter((one) => group.includes(one)).length > 1);

/** Every way of putting people into pairs, leaving some alone, and with one group of three where that is allowed. */
const bestByTrying = (
  question: FeedbackAsked,
  left: readonly PersonId[],
  groups: readonly (readonly PersonId[])[],
  mayBeThree: boolean,
): Rank => {
  const [one, ...others] = left;
  if (one === undefined) return rankOf(question, groups);
  let best = bestByTrying(question, others, groups, mayBeThree);
  const look = (group: readonly PersonId[], still: boolean): void => {
    if (areApart(question, group)) return;
    const rank = bestByTrying(
      question,
      left.filter((person) => !group.includes(person)),
      [...groups, group],
      still,
    );
    if (better(rank, best)) best = rank;
  };
  others.forEach((other, at) => {
    look([one, other], mayBeThree);
    if (mayBeThree) for (const third of others.slice(at + 1)) look([one, other, third], false);
  });
  return best;
};

/** Nothing that could be tried is better, and the proof says so. */
export const expectBest = (question: FeedbackAsked): void => {
  const { groups, alone, counts, proof } = paired(question);
  const isOdd = question.participants.length % 2 === 1;
  expect(rankOf(question, groups)).toEqual(bestByTrying(question, question.participants, [], isOdd));
  expect([...groups.flat(), ...alone].toSorted()).toEqual(question.participants.toSorted());
  expect(counts.first + counts.second + counts.neither).toBe(groups.flat().length);
  expect(groups.filter((group) => group.length === 3).length).toBeLessThanOrEqual(isOdd ? 1 : 0);
  expect(groups.some((group) => areApart(question, group))).toBe(false);
  expect(proof.bound).toBe(proof.value);
};
