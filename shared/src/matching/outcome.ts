import type { PersonId } from '../ids.js';
import type { PairReason, RuleReason } from './reasons.js';
import type { Two } from './rules.js';

export const oddChoices = ['trio', 'reserve', 'leave'] as const;
/** What happens to the odd one out: one trio, a named reserve, or nothing (tension 15). */
export type OddChoice = (typeof oddChoices)[number];

export type MatchOptions = {
  /** Breaks ties; the same seed and the same people give the same pairs whatever the order of input. */
  readonly seed: number;
  /** Pairs or trios that stay as they are. */
  readonly locks?: readonly (readonly PersonId[])[];
  /** Pairs that were declined, or are ruled out for another reason of the moment. */
  readonly forbid?: readonly Two[];
  /** An earlier result that is to be disturbed as little as possible. */
  readonly previous?: readonly (readonly PersonId[])[];
  /** Points for every pair kept from the earlier result, 10 by default; `strict` keeps as many as can be kept. */
  readonly inertia?: number | 'strict';
  /** `leave` by default. */
  readonly odd?: OddChoice;
  /** Who stands by where numbers are odd and `odd` is `reserve`; without a name the best choice is taken. */
  readonly reserveId?: PersonId;
};

/** Two people, or three, and what speaks for them. */
export type Matched = {
  /** In the order of their ids. */
  readonly members: readonly PersonId[];
  readonly reasons: readonly PairReason[];
  readonly locked: boolean;
};

/** An upper bound on what the pairs of some people are worth: prices of theirs that cover every legal pair. */
export type Bound = {
  readonly ids: readonly PersonId[];
  /** The price of each person, in the order of `ids`; never negative. */
  readonly prices: readonly number[];
  /** Odd sets of people, by their place in `ids`, and the price of each; never negative. */
  readonly blossoms: readonly { readonly members: readonly number[] | Int32Array; readonly price: number }[];
};

/** A proof that no other trio, and none at all, is better than what was chosen by more than the gap. */
export type TrioProof = {
  /** What everybody is worth in pairs alone; it also says what most trios can bring at most. */
  readonly pairsAlone: Bound;
  /** Each other trio that might be better by those prices, with what everybody else is worth beside it. */
  readonly ruledOut: readonly { readonly members: readonly PersonId[]; readonly others: Bound }[];
};

/** A proof that nothing better exists: an upper bound that the result reaches. Checked by `verify`, which does not know the solver. */
export type Certificate = Bound & {
  // It is about all who were to be matched, without locked groups, reserve and trio.
  readonly primal: number;
  readonly dual: number;
  /** Upper bound minus value, over all choices of a trio where there is one; 0 when proven best. */
  readonly gap: number;
  readonly checkedPairs: number;
  /** Where a trio was looked for, whether one was chosen or not. */
  readonly trio: TrioProof | null;
};

/** Why not everybody can be paired: once the `barrier` is taken away, `components` odd groups remain that only it could serve. */
export type Deficiency = {
  /** At least so many must stay without a partner. */
  readonly unmatched: number;
  /** How many were to be matched. */
  readonly participants: number;
  readonly barrier: readonly PersonId[];
  readonly components: readonly (readonly PersonId[])[];
  /** Those in the components by function, the largest number first; null is no function. */
  readonly byFunction: readonly { readonly functionName: string | null; readonly count: number; readonly participants: number }[];
};

export type Unmatched = {
  readonly personId: PersonId;
  /** `reserve`: stands by; `nobody-possible`: every pair is ruled out; `numbers`: others took all who were possible; `odd`: one too many. */
  readonly why: 'reserve' | 'nobody-possible' | 'numbers' | 'odd';
};

export type MatchResult = {
  /** In the order of their members' ids; the trio is not among them, unless it was locked. */
  readonly pairs: readonly Matched[];
  readonly trio: Matched | null;
  readonly reserveId: PersonId | null;
  readonly unmatched: readonly Unmatched[];
  readonly certificate: Certificate;
  /** False when a better trio could not be ruled out within the allowed work; the certificate's gap says by how much. */
  readonly exact: boolean;
  /** Present when more stay unmatched than odd numbers explain. */
  readonly deficiency: Deficiency | null;
  /** Pairs and trios that lean on a reach (CP-24a), to be listed in the proof report. */
  readonly leaning: readonly Matched[];
  /** Set when the round leader stays without a partner (CP-03). */
  readonly leaderWithoutPartner: PersonId | null;
};

export type MatchRefusal =
  | { readonly code: 'duplicate-participant'; readonly personId: PersonId }
  | { readonly code: 'unknown-participant'; readonly personId: PersonId }
  | { readonly code: 'too-many'; readonly participants: number; readonly most: number }
  | { readonly code: 'lock-not-two-or-three'; readonly members: readonly PersonId[] }
  | { readonly code: 'lock-overlaps'; readonly personId: PersonId }
  | { readonly code: 'lock-against-rule'; readonly members: readonly PersonId[]; readonly reasons: readonly RuleReason[] }
  | { readonly code: 'reserve-not-free'; readonly personId: PersonId }
  /** The points are too many for exact arithmetic with so many people. */
  | { readonly code: 'points-too-wide' }
  /** Whoever waited for it had it stopped. */
  | { readonly code: 'stopped' }
  /** The result did not pass its own check and is not shown. */
  | { readonly code: 'proof-failed'; readonly faults: readonly string[] };
