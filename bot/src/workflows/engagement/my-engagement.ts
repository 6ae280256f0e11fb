import { isPastKeeping } from '@coaching-pairs/shared/engagement/ending';
import { type Engagement, fourOf, partyOf } from '@coaching-pairs/shared/engagement/engagement';
import { asOf } from '@coaching-pairs/shared/engagement/way-in';
import type { EngagementId, OperationId, PersonId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { EngagementStore } from '../../ports/engagements.js';
import type { Versioned } from '../../ports/rounds.js';
import type { Actor, Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';

export type AboutEngagement = { readonly engagementId: EngagementId; readonly actor: Actor };
export type ChangesEngagement = AboutEngagement & { readonly opId: OperationId };

/** One engagement as it stands now. */
export const engagementNow = async (deps: Deps, id: EngagementId): Promise<Versioned<Engagement> | null> => {
  const found = await deps.engagements.one(id);
  return found === null ? null : { value: asOf(found.value, deps.clock.now()), etag: found.etag };
};

/** All of them, the same. */
export const engagementsNow = async (deps: Deps): Promise<readonly Engagement[]> => {
  const now = deps.clock.now();
  return (await deps.engagements.list()).map((one) => asOf(one, now));
};

/**
 * Whether somebody still finds it: what is past keeping is there for those alone who keep something that they wrote, so that nobody reads
 * from what stays that another does.
 */
export const isThereFor = async (deps: Deps, engagement: Engagement, personId: PersonId): Promise<boolean> =>
  !isPastKeeping(engagement, deps.clock.now()) || (await deps.engagements.authors(engagement.id)).has(personId);

/**
 * The engagement of one of its four. The sponsor, who knows that it is there, is told that this is not for them (TT-61); anybody else
 * learns nothing of it, whatever they administer (S-11), and so does everybody who keeps nothing in one that is past keeping (C-10).
 */
export const myEngagement = async (
  deps: Deps,
  { engagementId, actor }: AboutEngagement,
): Promise<Result<Versioned<Engagement>, Refusal>> => {
  const found = await engagementNow(deps, engagementId);
  if (found === null || partyOf(found.value, actor.personId) === null) return err({ code: 'not-found' });
  if (!(await isThereFor(deps, found.value, actor.personId))) return err({ code: 'not-found' });
  return fourOf(found.value).includes(actor.personId) ? ok(found) : err({ code: 'two-two-not-for-sponsors' });
};

type Shared = Pick<EngagementStore, 'terms' | 'work' | 'summary' | 'coachesNote' | 'nearWords'>;

const nothingShared: Shared = {
  terms: async () => ok([]),
  work: async () => ok(null),
  summary: async () => ok(null),
  coachesNote: async () => ok(null),
  nearWords: async () => ok(null),
};

/** Where what is shared in it is read: nowhere any more once it has been kept long enough, deleted by then or not (C-10). */
export const sharedIn = (deps: Deps, engagement: Engagement): Shared =>
  isPastKeeping(engagement, deps.clock.now()) ? nothingShared : deps.engagements;

/** The engagement of its sponsor, to nobody else, and no longer than it is kept (C-10). */
export const mySponsored = async (
  deps: Deps,
  { engagementId, actor }: AboutEngagement,
): Promise<Result<Versioned<Engagement>, Refusal>> => {
  const found = await engagementNow(deps, engagementId);
  if (found === null || found.value.sponsorId !== actor.personId) return err({ code: 'not-found' });
  return isPastKeeping(found.value, deps.clock.now()) ? err({ code: 'not-found' }) : ok(found);
};
