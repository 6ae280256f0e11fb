import type { MatchRefusal } from '@coaching-pairs/shared/matching/outcome';
import type { Result } from '@coaching-pairs/shared/result';
import type { MatchingFound, MatchingProgress } from '../ports/matching.js';

/** What the matching's thread says, as plain data. */
export type FromThread =
  | { readonly kind: 'progress'; readonly progress: MatchingProgress }
  | { readonly kind: 'done'; readonly result: Result<MatchingFound, MatchRefusal> };
