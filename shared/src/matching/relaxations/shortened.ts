import type { PersonId } from '../../ids.js';
import type { Change } from './relaxation.js';

type Decisions = Extract<Change, { readonly code: 'reach' }>['decisions'];

/** One reach for each person, with everybody who becomes possible by it: of several decisions the one of the fewest levels. */
export type Shortened = { readonly personId: PersonId; readonly levels: number; readonly partnerIds: readonly PersonId[] };

/** The same decisions, one for each person. */
export const shortened = (decisions: Decisions): readonly Shortened[] => {
  const one = new Map<PersonId, Shortened>();
  for (const { personId, levels, partnerId } of decisions) {
    const known = one.get(personId);
    const partnerIds = [...(known?.partnerIds ?? []), partnerId];
    one.set(personId, { personId, levels: Math.min(levels, known?.levels ?? levels), partnerIds });
  }
  return [...one.values()];
};
