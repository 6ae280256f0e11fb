import type { PersonId } from '../ids.js';
import { weightIn } from './columns/field.js';
import { type Loss, lossOf, type Weighed } from './forcing.js';
import { whyThis } from './problem.js';
import type { PairReason } from './reasons.js';

/** Somebody else with whom a person could be paired, and what that costs all matches together. */
export type BestAlternative = { readonly partnerId: PersonId; readonly reasons: readonly PairReason[]; readonly loss: Loss };

/** So many losses are worked out at most for one question. */
const mostSolved = 40;

type Bounded = { readonly partnerId: PersonId; readonly atLeast: number };

/** What the pair of one person and each other one loses at least, by the prices; without whoever is ruled out. */
const boundsFor = ({ field, best, placeOf }: Weighed, id: PersonId): readonly Bounded[] => {
  const { ids, prices, blossoms } = best.certificate;
  const row = ids.indexOf(id);
  if (row < 0) return [];
  const around = new Float64Array(ids.length);
  for (const { members, price } of blossoms) {
    if (members.includes(row)) for (const member of members) around[member] = (around[member] ?? 0) + price;
  }
  return ids.flatMap((partnerId, column): readonly Bounded[] => {
    const worth = weightIn(field, placeOf.get(id) ?? -1, placeOf.get(partnerId) ?? -1);
    if (worth === 0) return [];
    return [{ partnerId, atLeast: (prices[row] ?? 0) + (prices[column] ?? 0) + (around[column] ?? 0) - worth }];
  });
};

/** What putting two people together costs at least, in units of the proof, at once; null where a rule is against it (see `whyNot`). */
export const lossAtLeast = (of: Weighed, one: PersonId, other: PersonId): number | null =>
  boundsFor(of, one).find(({ partnerId }) => partnerId === other)?.atLeast ?? null;

/**
 * The partners who would cost all matches together least instead of the present one, at most `most` of them, each with its exact
 * loss. The order is proven: whoever is not looked at loses at least as much by the prices. Fewer than there are where that
 * would take too many solutions. Empty for somebody who is locked or not there.
 */
export const bestAlternatives = (of: Weighed, id: PersonId, most: number): readonly BestAlternative[] => {
  const found: BestAlternative[] = [];
  const present: readonly PersonId[] = of.best.pairs.find((pair) => pair.includes(id)) ?? [];
  const bounds = boundsFor(of, id)
    .filter(({ partnerId }) => !present.includes(partnerId))
    .sort((a, b) => a.atLeast - b.atLeast);
  let at = 0;
  /** Those whom nobody who is not looked at yet can come before. */
  const proven = (): readonly BestAlternative[] =>
    found.filter(({ loss }) => loss.value <= (bounds[at]?.atLeast ?? Number.POSITIVE_INFINITY));
  for (; at < bounds.length && at < mostSolved && proven().length < most; at += 1) {
    const partnerId = bounds[at]?.partnerId ?? id;
    const loss = lossOf(of, [id, partnerId]);
    if (loss !== null) found.push({ partnerId, reasons: whyThis(of.problem, id, partnerId), loss });
    found.sort((a, b) => a.loss.value - b.loss.value);
  }
  return proven().slice(0, most);
};
