import type { PersonId } from '@coaching-pairs/shared/ids';
import { chainAbove } from '@coaching-pairs/shared/organisation/chains';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';

/**
 * Who stands at the top of most of these people: somebody without a manager. Of two that are above equally many the one
 * with the smaller id; null where nobody's chain ends at such a person (CP-24b).
 */
export const topOf = (organisation: Organisation, audience: readonly PersonId[]): PersonId | null => {
  const below = new Map<PersonId, number>();
  for (const id of audience) {
    const top = chainAbove(organisation, id).at(-1) ?? id;
    if (organisation.managerOf.get(top) === null) below.set(top, (below.get(top) ?? 0) + 1);
  }
  const widest = [...below].sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1));
  return widest[0]?.[0] ?? null;
};
