import { fourOf } from '@coaching-pairs/shared/engagement/engagement';
import { nearIn } from '@coaching-pairs/shared/engagement/near';
import { operationId, type PersonId } from '@coaching-pairs/shared/ids';
import { canBeTrue, isGoneForGood } from '@coaching-pairs/shared/retention/leaving';
import { isFormer } from '../../ports/leavers.js';
import type { Deps } from '../deps.js';
import { eraseLeaver } from './erase-leaver.js';

export type Noticed = { readonly missing: number; readonly erased: number; readonly doubted: boolean };

const none: Noticed = { missing: 0, erased: 0, doubted: false };

/** People asked for at a time. */
const perStep = 200;

/**
 * Everybody of whom anything is kept under their name: in the organisation, by a key of theirs, or in an engagement, also in one that is
 * there only because somebody keeps a note in it.
 */
const everybodyKept = async ({ organisation, sealing, engagements }: Deps): Promise<readonly PersonId[]> => {
  const [{ people }, owners, all] = await Promise.all([organisation.snapshot(), sealing.owners('person'), engagements.list()]);
  const inEngagements = all.flatMap((one) => [...fourOf(one), ...nearIn(one), one.sponsorId ?? []].flat()).filter((id) => !isFormer(id));
  return [...new Set([...people.map(({ id }) => id), ...(owners as readonly PersonId[]), ...inEngagements])].sort();
};

/** Whom of these the directory has no more; null where it did not answer. */
const missingOf = async ({ directory }: Deps, ids: readonly PersonId[]): Promise<readonly PersonId[] | null> => {
  const missing: PersonId[] = [];
  for (let from = 0; from < ids.length; from += perStep) {
    const asked = ids.slice(from, from + perStep);
    const found = await directory.people(asked);
    if (!found.ok) return null;
    const there = new Set(found.value.map(({ id }) => id));
    missing.push(...asked.filter((id) => !there.has(id)));
  }
  return missing;
};

/**
 * Looks whom the directory has no more, notes since when, and erases whoever has been gone for thirty days (C-09). A blocked account is
 * no leaver: people come back from parental leave. Too many at once are doubted, and nothing is done.
 */
export const noticeLeavers = async (deps: Deps): Promise<Noticed> => {
  const ids = await everybodyKept(deps);
  const missing = await missingOf(deps, ids);
  if (missing === null) return none;
  if (!canBeTrue(missing.length, ids.length)) return { missing: missing.length, erased: 0, doubted: true };
  const now = deps.clock.now();
  const known = await deps.leavers.all();
  const gone = new Set(missing);
  for (const { personId } of known) if (!gone.has(personId)) await deps.leavers.clear(personId);
  for (const personId of missing.filter((id) => known.every((one) => one.personId !== id)))
    await deps.leavers.note({ personId, noticedAt: now });
  let erased = 0;
  for (const { personId } of known.filter((one) => gone.has(one.personId) && isGoneForGood(one.noticedAt, now))) {
    const done = await eraseLeaver(deps, { personId, by: 'product', opId: operationId(deps.newId()) });
    if (done.ok && done.value.outcome === 'erased') erased += 1;
  }
  return { missing: missing.length, erased, doubted: false };
};

/** In milliseconds. */
const lookEvery = 24 * 3_600_000;

/** The same at most once a day, however often it is asked. Null when it did not look. */
export const leaverClock = (deps: Deps): (() => Promise<Noticed | null>) => {
  // An hour after the start for the first time: what people wait for comes before.
  let last = Date.parse(deps.clock.now()) - lookEvery + 3_600_000;
  return async () => {
    const now = Date.parse(deps.clock.now());
    if (Math.abs(now - last) < lookEvery) return null;
    last = now;
    return noticeLeavers(deps);
  };
};
