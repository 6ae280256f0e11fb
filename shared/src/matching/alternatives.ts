import type { PersonId } from '../ids.js';
import type { MatchResult } from './outcome.js';
import { type Problem, weightOf, whyThis } from './problem.js';
import type { PairReason } from './reasons.js';

/** Somebody else with whom a person may be paired. */
export type Alternative = {
  readonly partnerId: PersonId;
  readonly reasons: readonly PairReason[];
  /** Forcing this pair makes the whole matching worse by at least so much, in units of the proof; 0 may cost nothing. */
  readonly lossAtLeast: number;
};

/** What the blossoms around one person and another cost together. */
const aroundWith = ({ certificate }: MatchResult, row: number): ((column: number) => number) => {
  const mine = certificate.blossoms
    .filter(({ members }) => members.includes(row))
    .map(({ members, price }) => ({ members: new Set(members), price }));
  return (column) => mine.reduce((sum, { members, price }) => sum + (members.has(column) ? price : 0), 0);
};

/**
 * The people with whom somebody could be paired instead, those that cost the whole matching least first, at most `most` of
 * them. Empty for somebody whom the proof is not about (locked, in the trio, or reserve).
 */
export const alternatives = (problem: Problem, result: MatchResult, id: PersonId, most: number): readonly Alternative[] => {
  const { ids, prices } = result.certificate;
  const row = ids.indexOf(id);
  const present = result.pairs.find(({ members }) => members.includes(id))?.members ?? [];
  if (row < 0) return [];
  const around = aroundWith(result, row);
  const found = ids.flatMap((partnerId, column) => {
    const weight = partnerId === id || present.includes(partnerId) ? 0 : weightOf(problem, id, partnerId);
    if (weight === 0) return [];
    return [{ partnerId, lossAtLeast: (prices[row] ?? 0) + (prices[column] ?? 0) + around(column) - weight }];
  });
  return found
    .sort((a, b) => a.lossAtLeast - b.lossAtLeast)
    .slice(0, most)
    .map((found) => ({ ...found, reasons: whyThis(problem, id, found.partnerId) }));
};
