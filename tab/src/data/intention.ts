import { isDecided } from '../refusal.js';

export type Intention = {
  /** The operation id of what is meant; the same while its outcome is not known. */
  readonly idFor: (meant: unknown) => string;
  readonly settled: (fault: unknown) => void;
};

/**
 * Gives every intended change one operation id. Trying again after a lost answer keeps the id; an answer of either
 * kind, or meaning something else, ends it.
 */
export const newIntention = (freshId: () => string): Intention => {
  let open: { readonly meant: string; readonly id: string } | null = null;
  return {
    idFor: (meant) => {
      const text = JSON.stringify(meant) ?? '';
      if (open === null || open.meant !== text) open = { meant: text, id: freshId() };
      return open.id;
    },
    settled: (fault) => {
      if (fault === null || isDecided(fault)) open = null;
    },
  };
};
