import type { FeedbackAsked } from '@coaching-pairs/shared/awayday/feedback-pairs';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { id } from '../organisation/company.js';

/** An Awayday of so many people with their coaching partners, where most name two others. */
export const inventedAwayday = (random: () => number, size: number): FeedbackAsked => {
  const participants = Array.from({ length: size }, (_, index) => id(`P${index}`));
  const mixed = participants.map((one) => [random(), one] as const).sort(([a], [b]) => a - b);
  const coachingPairs = mixed.flatMap(([, one], index) =>
    index % 2 === 0 ? [[one, ...mixed.slice(index + 1, index + 2).map(([, two]) => two)]] : [],
  );
  const somebody = (): PersonId => participants[Math.floor(random() ** 1.5 * size)] ?? id('P0');
  const nominations = participants.flatMap((by) => (random() < 0.85 ? [{ by, first: somebody(), second: somebody() }] : []));
  return { participants, coachingPairs: coachingPairs.filter(() => random() < 0.9), nominations, seed: 1 };
};
