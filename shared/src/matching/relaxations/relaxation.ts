import type { PersonId } from '../../ids.js';
import type { Two } from '../rules.js';

/**
 * What could be changed so that more people have a partner. Whatever stands here an organiser may decide: a repeat where nobody
 * else is possible (CP-15), an entry of their own, a reach (CP-24a), how departments are grouped, and whom to invite. Direct
 * reports, dotted lines and what people entered of whom they work closely with block always, and are never offered (CP-22, CP-21).
 */
export type Change =
  /** More people join, of other functions than these and outside the lines of those who are left. */
  | { readonly code: 'invite'; readonly count: number; readonly functions: readonly string[] }
  /** Past partners meet again, the oldest pairs first. */
  | { readonly code: 'repeats'; readonly pairs: readonly { readonly members: Two; readonly roundsAgo: number }[] }
  /** Pairs are no longer kept apart. */
  | { readonly code: 'kept-apart'; readonly pairs: readonly Two[] }
  /** Fewer levels are excluded below somebody, so that they may be paired with `partnerId`, who stands further below. */
  | {
      readonly code: 'reach';
      readonly decisions: readonly { readonly personId: PersonId; readonly levels: number; readonly partnerId: PersonId }[];
    }
  /** The departments of a function count as functions of their own. */
  | { readonly code: 'split-function'; readonly functionName: string; readonly departments: readonly string[] };

/** A change with what it brings and costs; found by solving with it, so that matching with it keeps the promise exactly. */
export type Relaxation = {
  readonly change: Change;
  /** How many people more have a partner, of those who take part now; a trio is not counted on. */
  readonly paired: number;
  /** How many pairs, entries, decisions or functions are given up, or how many people must be invited. */
  readonly givenUp: number;
  /** Points that a pair is worth less on average, by what organisers may read alone; null where who will come is not known. */
  readonly lessPerPair: number | null;
};
