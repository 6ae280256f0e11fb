import { isPastKeeping } from '@coaching-pairs/shared/engagement/ending';
import { asOf } from '@coaching-pairs/shared/engagement/way-in';
import { operationId } from '@coaching-pairs/shared/ids';
import type { Deps } from '../deps.js';

/**
 * Deletes what the four shared thirty days after the end, with the key that it is sealed with, and who had said yes to an enquiry that was
 * left unanswered (C-10, TT-05). What each wrote down stays theirs alone. Each step may be repeated. Answers how many engagements
 * something was deleted of.
 */
export const forgetEngagements = async (deps: Deps): Promise<number> => {
  const { engagements, clock } = deps;
  const now = clock.now();
  const withKey = new Set(await engagements.withKey());
  let forgotten = 0;
  for (const kept of await engagements.list()) {
    const standing = asOf(kept, now);
    if (standing !== kept) {
      const found = await engagements.one(kept.id);
      if (found !== null && asOf(found.value, now) !== found.value) {
        const engagement = { value: asOf(found.value, now), etag: found.etag };
        await engagements.commit({ engagementId: kept.id, opId: operationId(`lapse.${deps.newId()}`), engagement });
      }
    }
    if (!isPastKeeping(standing, now)) continue;
    // Where nothing was written down there is no key, and yet there may have been a call.
    if (!withKey.has(kept.id) && (await engagements.meetings(kept.id)).length === 0) continue;
    await engagements.forget(kept.id);
    forgotten += 1;
  }
  return forgotten;
};
