import type { PersonId } from '../ids.js';
import { type RuleReason, readableBy } from '../matching/reasons.js';

/** Whether somebody may be named by one who asks, and what the asker may read where not (CP-24d, CP-31). */
export type NomineeStanding =
  | { readonly kind: 'possible' }
  /** Of the same function: the people partner decides by one tap, and is asked before the nominee is. */
  | { readonly kind: 'needs-tap'; readonly functionName: string }
  /** Nothing readable: not available this round. */
  | { readonly kind: 'not-possible'; readonly readable: readonly RuleReason[] };

/**
 * From every rule that stands against the two: the same function alone is for the people partner. Where something else stands in the
 * way as well the function is not mentioned, since whoever knows that it would not be enough could infer the rest (CP-24d).
 */
export const nomineeStanding = (reasons: readonly RuleReason[], asker: PersonId): NomineeStanding => {
  if (reasons.length === 0) return { kind: 'possible' };
  const [first] = reasons;
  if (reasons.length === 1 && first?.code === 'same-function') return { kind: 'needs-tap', functionName: first.functionName };
  const others = reasons.filter(({ code }) => code !== 'same-function');
  return { kind: 'not-possible', readable: readableBy(others, { kind: 'leader', personId: asker }) };
};

/** Not possible for a reason that is nobody's business. */
export const notAvailable: NomineeStanding = { kind: 'not-possible', readable: [] };
