import type { PairId, PlainDate } from '../ids.js';

/** With fewer pairs there is no figure: two of them who know how they stand themselves would read how the others do (C-03). */
export const fewestPairs = 7;

/**
 * So close to none or to all a figure says no more than that, and so many of its pairs may have ended: a fifth, and three at least. Then
 * whatever is read, all the other pairs may have been of one kind or not.
 */
export const marginOf = (pairs: number): number => Math.max(3, Math.floor(pairs / 5));

/** In tens of per cent; what is said is always true. */
export type RhythmShare = { readonly kind: 'at-most' | 'about' | 'at-least'; readonly percent: number };

/** What is told of a round's sessions, once a week, to its administrators alike; without a share once too few of its pairs are left. */
export type RhythmFigure = { readonly on: PlainDate; readonly share: RhythmShare | null };

/** What the next figure needs of the last; nothing that answers anybody reads it. */
export type RhythmSheet = {
  /** The pairs of which every figure of the round speaks: always the same. */
  readonly pairIds: readonly PairId[];
  /** Those of them that were on their rhythm; a pair that has ended since counts on as it last stood. */
  readonly on: readonly PairId[];
};

/** The share of pairs on their rhythm, in tens of per cent and never nearer to none or all than the margin. */
export const shareOf = (on: number, pairs: number): RhythmShare => {
  const margin = marginOf(pairs);
  if (on <= margin) return { kind: 'at-most', percent: Math.ceil((margin * 10) / pairs) * 10 };
  if (on >= pairs - margin) return { kind: 'at-least', percent: Math.floor(((pairs - margin) * 10) / pairs) * 10 };
  return { kind: 'about', percent: Math.round((on * 10) / pairs) * 10 };
};
