import { isPastKeeping } from '@coaching-pairs/shared/engagement/ending';
import { asOf } from '@coaching-pairs/shared/engagement/way-in';
import { type EngagementId, operationId } from '@coaching-pairs/shared/ids';
import { ok } from '@coaching-pairs/shared/result';
import type { Deps } from '../deps.js';
import { handOnActs } from './acts.js';
import { decideInEngagement } from './commit.js';
import { draftWithoutWords } from './near.js';

/** Written as a change like any other, so that it is told like a no (TT-05). */
const lapse = (deps: Deps, id: EngagementId): Promise<unknown> =>
  decideInEngagement(deps, { engagementId: id, opId: operationId(`lapse.${deps.newId()}`) }, async () => {
    const found = await deps.engagements.one(id);
    const standing = found === null ? null : asOf(found.value, deps.clock.now());
    return found === null || standing === null || standing === found.value ? ok(null) : draftWithoutWords(deps, found, standing);
  });

/**
 * Deletes what the four shared thirty days after the end, with the key that it is sealed with, and who had said yes to an enquiry that was
 * left unanswered (C-10, TT-05). What each wrote down stays theirs alone; an engagement in which nobody keeps anything goes as a whole. Each step may be repeated. Answers how many engagements
 * something was deleted of.
 */
export const forgetEngagements = async (deps: Deps): Promise<number> => {
  const { engagements, clock } = deps;
  const now = clock.now();
  const withKey = new Set(await engagements.withKey());
  let forgotten = 0;
  for (const kept of await engagements.list()) {
    await handOnActs(deps, kept.id);
    const standing = asOf(kept, now);
    if (standing !== kept) {
      await lapse(deps, kept.id);
    }
    if (!isPastKeeping(standing, now)) continue;
    // Where nothing was written down there is no key, and yet there may have been a call.
    if (withKey.has(kept.id) || (await engagements.meetings(kept.id)).length > 0) {
      await engagements.forget(kept.id);
      forgotten += 1;
    }
    await engagements.clear(kept.id);
  }
  return forgotten;
};
