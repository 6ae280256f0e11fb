import type { PersonId } from '../ids.js';
import type { Organisation } from './organisation.js';

/** Why a chain ends in doubt; `personId` is where on the way up it does. */
export type ChainDoubt =
  | { readonly code: 'manager-missing'; readonly personId: PersonId; readonly managerId: PersonId }
  | { readonly code: 'manager-disabled'; readonly personId: PersonId; readonly managerId: PersonId }
  | { readonly code: 'cycle'; readonly personId: PersonId; readonly members: readonly PersonId[] }
  | { readonly code: 'no-manager-given'; readonly personId: PersonId }
  | { readonly code: 'unknown-person'; readonly personId: PersonId };

export type Confirmation =
  | { readonly status: 'confirmed'; readonly topId: PersonId }
  | { readonly status: 'unconfirmed'; readonly doubt: ChainDoubt };

const unconfirmed = (doubt: ChainDoubt): Confirmation => ({ status: 'unconfirmed', doubt });

const cycleWith = (org: Organisation, id: PersonId): readonly PersonId[] => org.cycles.find((cycle) => cycle.includes(id)) ?? [id];

/**
 * Whether a person's chain reaches the confirmed top (CP-24b): somebody without a manager who is the round's top, or of whom
 * HR has confirmed that they have none. Otherwise the first doubt on the way up; proposals with them cannot be sent.
 */
export const confirmation = (org: Organisation, id: PersonId, topId: PersonId | null): Confirmation => {
  if (!org.people.has(id)) return unconfirmed({ code: 'unknown-person', personId: id });
  const seen = new Set<PersonId>();
  let current = id;
  for (;;) {
    if (seen.has(current)) return unconfirmed({ code: 'cycle', personId: current, members: cycleWith(org, current) });
    seen.add(current);
    const managerId = org.managerOf.get(current) ?? null;
    if (managerId === null) {
      const confirmed = current === topId || org.confirmedWithoutManager.has(current);
      return confirmed ? { status: 'confirmed', topId: current } : unconfirmed({ code: 'no-manager-given', personId: current });
    }
    const manager = org.people.get(managerId);
    if (manager === undefined) return unconfirmed({ code: 'manager-missing', personId: current, managerId });
    if (!manager.enabled) return unconfirmed({ code: 'manager-disabled', personId: current, managerId });
    current = managerId;
  }
};
