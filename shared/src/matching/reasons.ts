import type { PersonId } from '../ids.js';

/** Who may read a reason (CP-24d): everybody, one person about their own entry and nobody else (CP-21), the organisers, or nobody at all. */
export type Audience =
  | { readonly kind: 'public' }
  | { readonly kind: 'own'; readonly personId: PersonId }
  | { readonly kind: 'organisers' }
  | { readonly kind: 'nobody' };

/** Why two people may not be paired. */
export type RuleReason = { readonly audience: Audience } & (
  | { readonly code: 'same-person' }
  /** One of them takes no part in this matching. */
  | { readonly code: 'not-participating'; readonly personId: PersonId }
  /** From the upper person down to the lower one (CP-22, CP-24a). */
  | { readonly code: 'in-one-line'; readonly path: readonly PersonId[] }
  | { readonly code: 'dotted-line'; readonly upper: PersonId; readonly lower: PersonId }
  | { readonly code: 'same-function'; readonly functionName: string }
  /** 1 for the last round (CP-15). */
  | { readonly code: 'past-partners'; readonly roundsAgo: number }
  | { readonly code: 'works-closely'; readonly by: PersonId }
  | { readonly code: 'kept-apart' }
  /** Proposed before and declined, or otherwise ruled out for this matching. */
  | { readonly code: 'declined' }
);

/** What speaks for a pair, or what it leans on. Points are whole numbers and never shown to anybody (CP-24). */
export type PairReason = { readonly audience: Audience; readonly points: number } & (
  | { readonly code: 'mutual-trust' }
  /** Steps over the nearest manager they share; null where they share none. */
  | { readonly code: 'distance'; readonly steps: number | null }
  /** Two functions, and how many earlier pairs have joined them; 0 is a new tie. */
  | { readonly code: 'tie'; readonly functions: readonly [string, string]; readonly earlier: number }
  /** Minutes a day in which both are at work. */
  | { readonly code: 'shared-hours'; readonly minutes: number }
  | { readonly code: 'shared-language'; readonly language: string }
  | { readonly code: 'same-place'; readonly location: string }
  /** In one line, but further apart than the upper person's reach (CP-24a): to be named wherever the pair is shown. */
  | { readonly code: 'beyond-reach'; readonly path: readonly PersonId[]; readonly reach: number }
  /** Partners before, which an organiser has allowed (CP-15). */
  | { readonly code: 'partners-again'; readonly roundsAgo: number }
  /** Stood in the earlier draft too. */
  | { readonly code: 'kept' }
);

export type Reason = RuleReason | PairReason;

/** Who is reading: a leader, or somebody who makes the matches. */
export type Reader = { readonly kind: 'leader'; readonly personId: PersonId } | { readonly kind: 'organiser' };

const mayRead = (audience: Audience, reader: Reader): boolean => {
  if (audience.kind === 'public') return true;
  if (audience.kind === 'nobody') return false;
  if (audience.kind === 'own') return reader.kind === 'leader' && audience.personId === reader.personId;
  return reader.kind === 'organiser';
};

/** Only what this reader may know (CP-24d). */
export const readableBy = <R extends Reason>(reasons: readonly R[], reader: Reader): readonly R[] =>
  reasons.filter((reason) => mayRead(reason.audience, reader));

/**
 * What a reader is told of why two people may not be paired: the readable reasons, or, where there are only others, that the
 * pair is not available this round (CP-24d).
 */
export const refusalFor = (
  reasons: readonly RuleReason[],
  reader: Reader,
): { readonly allowed: boolean; readonly readable: readonly RuleReason[]; readonly notAvailable: boolean } => {
  const readable = readableBy(reasons, reader);
  return { allowed: reasons.length === 0, readable, notAvailable: reasons.length > 0 && readable.length === 0 };
};
