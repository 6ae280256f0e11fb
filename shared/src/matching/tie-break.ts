import type { PersonId } from '../ids.js';

/** Ties are broken by a number from 0 to 15. */
export const tieRange = 15;

/** 32-bit FNV-1a over UTF-16 code units, started from `state`. */
const hashed = (state: number, text: string): number => {
  let hash = state;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
};

/** Spreads the last bits of a hash over all of it, so that similar ids do not break ties alike. */
const mixed = (hash: number): number => {
  const once = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  const twice = Math.imul(once ^ (once >>> 15), 0x846ca68b);
  return (twice ^ (twice >>> 16)) >>> 0;
};

/** What a seed makes of one person; two of these break the tie of their pair. */
export const tieKey = (seed: number, id: PersonId): number => mixed(hashed(mixed(seed ^ 0x811c9dc5), id)) | 0;

/** A number from 0 to 15 that only the seed and the two people decide, whichever of them is named first. */
export const tieOf = (oneKey: number, otherKey: number): number =>
  mixed((Math.imul(oneKey ^ otherKey, 0x9e3779b1) + oneKey + otherKey) | 0) & tieRange;

export const tieBreak = (seed: number, one: PersonId, other: PersonId): number => tieOf(tieKey(seed, one), tieKey(seed, other));
