import type { PersonId } from '../ids.js';
import { functionKey } from '../organisation/functions.js';
import type { Organisation } from '../organisation/organisation.js';

/** How many people more of a function have no partner; null is no function. */
export type Short = { readonly functionName: string | null; readonly count: number };

const countsOf = ({ functionOf }: Organisation, alone: readonly PersonId[]): ReadonlyMap<string, Short> => {
  const counts = new Map<string, Short>();
  for (const id of alone) {
    const functionName = functionOf.get(id) ?? null;
    const key = functionKey(functionName ?? '');
    const known = counts.get(key) ?? { functionName, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  return counts;
};

/** The functions of which more people are alone than before, the largest number first, then by name. */
export const shortBy = (organisation: Organisation, before: readonly PersonId[], after: readonly PersonId[]): readonly Short[] => {
  const were = countsOf(organisation, before);
  return [...countsOf(organisation, after)]
    .map(([key, { functionName, count }]) => ({ functionName, count: count - (were.get(key)?.count ?? 0) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || ((a.functionName ?? '') < (b.functionName ?? '') ? -1 : 1));
};
