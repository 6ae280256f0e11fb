import { pointRange } from './preferences.js';
import type { PairReason } from './reasons.js';
import type { MatchingRules } from './rules.js';
import { tieRange } from './tie-break.js';

/**
 * The tiers as whole numbers: a pair more outweighs everything else, one repeat less outweighs what is below it, and so on
 * down to points and tie-break. All sums stay exact in doubles, which `isExact` guards.
 */
export type Scale = {
  readonly everyone: number;
  /** For each round by which a repeated pair is more recent than the oldest one. */
  readonly repeat: number;
  readonly oldest: number;
  /** Bonus of a kept pair under strict inertia, 0 otherwise. */
  readonly keptTier: number;
  /** Points of a kept pair under ordinary inertia. */
  readonly keptPoints: number;
  readonly isExact: boolean;
};

/** Units of the weight for each point, so that all tie-breaks together stay below one point. */
export const perPoint = tieRange + 1;

const oldestRepeat = (rules: MatchingRules): number =>
  rules.repeatsAllowed.length === 0 ? 0 : rules.pastPairs.reduce((oldest, pair) => Math.max(oldest, pair.roundsAgo), 0);

/** Participants rounded up, so that one more or fewer rarely changes what all pairs are worth. */
const roomFor = (participants: number): number => {
  const step = Math.max(16, 2 ** (Math.floor(Math.log2(participants)) - 3));
  return Math.ceil(participants / step) * step;
};

/** Tiers for so many participants; each is larger than everything below it can add up to over a whole matching. */
export const scaleFor = (participants: number, rules: MatchingRules, inertia: number | 'strict'): Scale => {
  const pairs = roomFor(participants) / 2 + 1;
  const keptPoints = inertia === 'strict' ? 0 : Math.max(0, Math.round(inertia));
  const points = perPoint * (pointRange.most - pointRange.least + keptPoints) + tieRange;
  const keptTier = inertia === 'strict' ? pairs * points + 1 : 0;
  const belowRepeats = points + keptTier;
  const oldest = oldestRepeat(rules);
  const repeat = oldest === 0 ? 0 : pairs * belowRepeats + 1;
  const everyone = 2 * pairs * (belowRepeats + repeat * oldest) + 1;
  // Only one pair, the round leader's, is as heavy as this; the sums of a proof stay far below what doubles hold exactly.
  const heaviest = 2 * everyone + repeat * oldest + belowRepeats;
  return { everyone, repeat, oldest, keptTier, keptPoints, isExact: (pairs * (heaviest - everyone) + everyone) * 8 < 2 ** 53 };
};

/**
 * The weight of a legal pair: always above 0. The round leader's pair counts once more (CP-03), which costs nobody a partner,
 * since whoever can be paired at all is in some matching with the most pairs.
 */
export const valueOn = (
  scale: Scale,
  pair: { readonly reasons: readonly PairReason[]; readonly withLeader: boolean; readonly tie: number },
): number => {
  const points = pair.reasons.reduce((sum, reason) => sum + reason.points, 0) - pointRange.least;
  const again = pair.reasons.find((reason) => reason.code === 'partners-again');
  const fresh = again === undefined ? scale.oldest : Math.min(scale.oldest, again.roundsAgo) - 1;
  const kept = pair.reasons.some((reason) => reason.code === 'kept') ? scale.keptTier : 0;
  return scale.everyone * (pair.withLeader ? 2 : 1) + scale.repeat * fresh + kept + perPoint * points + pair.tie;
};
