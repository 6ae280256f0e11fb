import { type Instant, instant } from '@coaching-pairs/shared/ids';
import { auditMonths } from '@coaching-pairs/shared/retention/spans';
import { type AuditPlace, auditPlaceOf, organisationPlace, type SealRefusal, twoTwoPlace } from '../../ports/audit.js';
import type { Deps } from '../deps.js';

/** In milliseconds: acts are chained each minute (S-20); what is old, and rounds that are closed, are looked at once an hour. */
const sealEvery = 60_000;
const pruneEvery = 3_600_000;

export type SealedActs = { readonly sealed: number; readonly deleted: number; readonly refused: SealRefusal['code'] | null };

/** The instant before which acts are kept no longer. */
export const keptSince = (now: Instant): Instant => {
  const day = new Date(now);
  day.setUTCMonth(day.getUTCMonth() - auditMonths);
  return instant(day.toISOString());
};

const placesOf = async ({ rounds }: Deps, closedToo: boolean): Promise<readonly AuditPlace[]> => {
  const found = (await rounds.list()).filter(({ state }) => closedToo || state !== 'closed');
  return [organisationPlace, twoTwoPlace, ...found.map(({ id }) => auditPlaceOf(id))];
};

/** Chains what was done, everywhere; where `prune` says so, what is too old goes. A place that cannot be sealed holds up no other. */
export const sealAudit = async (deps: Deps, prune = false): Promise<SealedActs> => {
  let [sealed, deleted] = [0, 0];
  let refused: SealedActs['refused'] = null;
  for (const place of await placesOf(deps, prune)) {
    const done = await deps.audit.seal(place);
    const gone = prune && done.ok ? await deps.audit.prune(place, keptSince(deps.clock.now())) : null;
    if (done.ok) sealed += done.value;
    else refused = done.error.code;
    if (gone?.ok) deleted += gone.value;
  }
  return { sealed, deleted, refused };
};

/** The same at most once a minute, however often it is asked, and at once when the clock was set. Null when it did not look. */
export const auditSealer = (deps: Deps): (() => Promise<SealedActs | null>) => {
  let last: number | undefined;
  let pruned: number | undefined;
  return async () => {
    const now = Date.parse(deps.clock.now());
    if (last !== undefined && Math.abs(now - last) < sealEvery) return null;
    const prune = pruned === undefined || Math.abs(now - pruned) >= pruneEvery;
    const done = await sealAudit(deps, prune);
    last = now;
    if (prune) pruned = now;
    return done;
  };
};
