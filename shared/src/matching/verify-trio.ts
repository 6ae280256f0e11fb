import type { PersonId } from '../ids.js';
import type { Field } from './columns/field.js';
import { twosOf } from './knowledge.js';
import type { Bound, MatchResult, TrioProof } from './outcome.js';
import { type Problem, weightOf } from './problem.js';
import { coverFaults, priceFaults, tellAbovePrices } from './verify-cover.js';
import { type Shared, sharedBy } from './verify-nest.js';

// A part of `verify`: shares nothing with the solver but the columns, which say what pairs are worth.

/** What the rules themselves say a pair is worth, 0 when it is ruled out. */
export type Worth = (problem: Problem, one: PersonId, other: PersonId) => number;

/** What nobody in the bound can be worth more than together, in pairs alone. */
export const sumOf = ({ prices, blossoms }: Bound): number =>
  prices.reduce((sum, price) => sum + price, 0) + blossoms.reduce((sum, { members, price }) => sum + (price * (members.length - 1)) / 2, 0);

const areSame = (one: readonly PersonId[], other: readonly PersonId[]): boolean => {
  const all = new Set(one);
  return one.length === other.length && all.size === one.length && other.every((id) => all.has(id));
};

const keyOf = (members: readonly PersonId[]): string => [...members].sort().join(' ');

/** A trio is worth half of its three links. */
const trioWorth = (problem: Problem, members: readonly PersonId[], worth: Worth): number =>
  twosOf(members).reduce((sum, [one, other]) => sum + worth(problem, one, other), 0) / 2;

/** Everybody in the bound, and every legal pair of theirs covered. */
const boundFaults = (field: Field, bound: Bound, people: readonly PersonId[]): readonly string[] => {
  if (!areSame(bound.ids, people)) return ['the proof of the trio is about other people'];
  const faults = priceFaults(bound);
  return faults.length > 0 ? faults : coverFaults(field, bound);
};

/** Links that are worth more than both prices, by how much, found from either end. */
type Links = readonly ReadonlyMap<number, number>[];

const linksAbove = (field: Field, bound: Bound, more: number): Links => {
  const links = bound.ids.map(() => new Map<number, number>());
  tellAbovePrices(field, bound, more, (row, column, weight) => {
    const above = weight - (bound.prices[row] ?? 0) - (bound.prices[column] ?? 0);
    links[row]?.set(column, above);
    links[column]?.set(row, above);
  });
  return links;
};

/**
 * Trios that might bring more than the bound and `more`, beyond what pairs alone are worth. Three people use up their prices;
 * each blossom around two or three of them can hold one pair fewer of the others, and its price falls away. So a trio brings
 * half of what its links are worth above their prices, less the blossoms around at least two of the three, which are nested and
 * thus the dearest of those around two. As no link is worth more than its prices and the blossoms around it, each link of such
 * a trio is worth more than its two prices by more than twice `more`.
 */
const doubtfulTrios = (field: Field, bound: Bound, more: number, tell: (places: readonly [number, number, number]) => void): void => {
  const links = linksAbove(field, bound, 2 * more);
  const shared: Shared = sharedBy(bound.ids.length, bound.blossoms);
  links.forEach((mine, one) => {
    for (const [other, first] of mine) {
      if (other < one) continue;
      const theirs = links[other] ?? new Map<number, number>();
      for (const [third, second] of theirs.size < mine.size ? theirs : mine) {
        if (third < other) continue;
        const last = theirs.size < mine.size ? mine.get(third) : theirs.get(third);
        if (last === undefined || (first + second + last) / 2 <= more) continue;
        const lost = Math.max(shared.exactly(one, other), shared.exactly(one, third), shared.exactly(other, third));
        if ((first + second + last) / 2 - lost > more) tell([one, other, third]);
      }
    }
  });
};

/** Each trio that was ruled out one by one brings no more than `most` even with the best pairs of all others. */
const ruledOutFaults = (field: Field, { pairsAlone, ruledOut }: TrioProof, most: number): readonly string[] =>
  ruledOut.flatMap(({ members, others }) => {
    const rest = pairsAlone.ids.filter((id) => !members.includes(id));
    const faults = boundFaults(field, others, rest);
    const possible = trioWorth(field.problem, members, weightOf) + sumOf(others);
    return possible <= most ? faults : [...faults, `a better trio: ${members.join(' ')}`];
  });

/** Whether the result has to show that no other trio is better: where one was to be found and somebody was left over. */
const needsProof = ({ options }: Problem, { trio, unmatched }: MatchResult): boolean =>
  trio !== null || (options.odd === 'trio' && unmatched.some(({ why }) => why === 'odd' || why === 'numbers'));

/**
 * What is wrong with the proof that no choice of one trio, or of none, is worth more than the result and its gap: all pairs and
 * all trios of everybody who was to be matched are looked at. Empty when nothing is.
 */
export const trioFaults = (field: Field, problem: Problem, result: MatchResult, worth: Worth): readonly string[] => {
  const { primal, gap, ids, trio: proof } = result.certificate;
  if (proof === null) return needsProof(problem, result) ? ['the trio has no proof'] : [];
  const chosen = result.trio?.members ?? [];
  const { pairsAlone, ruledOut } = proof;
  const faults = boundFaults(field, pairsAlone, [...ids, ...chosen]);
  if (faults.length > 0) return faults;
  const most = primal + (result.trio === null ? 0 : trioWorth(problem, chosen, worth)) + gap;
  const better = sumOf(pairsAlone) > most ? ['pairs alone might be better'] : [];
  const known = new Set([keyOf(chosen), ...ruledOut.map(({ members }) => keyOf(members))]);
  const open: string[] = [];
  doubtfulTrios(field, pairsAlone, most - sumOf(pairsAlone), (places) => {
    const key = keyOf(places.flatMap((place) => pairsAlone.ids[place] ?? []));
    if (!known.has(key)) open.push(`a trio is not ruled out: ${key}`);
  });
  return [...better, ...open, ...ruledOutFaults(field, proof, most)];
};
