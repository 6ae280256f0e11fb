export type Intention = {
  /** The operation id of what is meant; the same while its outcome is not known. */
  readonly idFor: (meant: unknown) => string;
  readonly settled: (fault: unknown) => void;
};
/**
 * Gives every intended change one operation id. Trying again after a lost answer keeps the id; an answer of either
 * kind, or meaning something else, ends it.
 */
export declare const newIntention: (freshId: () => string) => Intention;
