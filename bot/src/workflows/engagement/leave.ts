import { endAt, withoutSponsor } from '@coaching-pairs/shared/engagement/ending';
import { type Engagement, fourOf, partyOf } from '@coaching-pairs/shared/engagement/engagement';
import type { Meeting } from '@coaching-pairs/shared/engagement/meetings';
import { withoutNear } from '@coaching-pairs/shared/engagement/near';
import { letDrop } from '@coaching-pairs/shared/engagement/way-in';
import { type Instant, type OperationId, operationId, type PersonId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { endOf } from '@coaching-pairs/shared/sessions/session';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import { decideInEngagement } from './commit.js';
import { engagementNow } from './my-engagement.js';
import { draftWithoutWords } from './near.js';

/** As it is once somebody has left the organisation: over, as if any of the four had ended it; without a sponsor it goes on. */
const without = (engagement: Engagement, me: PersonId, now: Instant): Result<Engagement, Refusal> => {
  const party = partyOf(engagement, me);
  if (party === null) return ok(withoutNear(engagement, me));
  if (party === 'sponsor') return ok(withoutSponsor(engagement));
  if (engagement.state === 'closed') return ok(engagement);
  return engagement.state === 'enquiry' ? letDrop(engagement, now) : endAt(engagement, me, now);
};

/** Whether they take part in it, or were put forward as a coach. */
const isNamedIn = (engagement: Engagement, me: PersonId): boolean =>
  partyOf(engagement, me) !== null || withoutNear(engagement, me) !== engagement;

/** What is still to come in the Outlook of one who is still here stays until they, or IT's own way, have taken it out (S-17). */
const standsWithAnother =
  (me: PersonId, now: Instant) =>
  (meeting: Meeting): boolean =>
    meeting.organiserId !== me && meeting.state === 'on' && meeting.event !== null && endOf(meeting) > Date.parse(now);

/**
 * Lets somebody who has left out of every engagement. Where they were one of the four, what these shared goes with its key at once, since
 * it names them and cannot be rewritten (C-09); of meetings that somebody else organises the times stay for as long. Of a sponsor it says nothing, and it stays.
 */
export const leaveEngagements = async (deps: Deps, me: PersonId, opId: OperationId): Promise<Result<null, Refusal>> => {
  for (const engagement of (await deps.engagements.list()).filter((one) => isNamedIn(one, me))) {
    const { id } = engagement;
    const left = await decideInEngagement(deps, { engagementId: id, opId: operationId(`${opId}.${id}`) }, async () => {
      const found = await engagementNow(deps, id);
      if (found === null || !isNamedIn(found.value, me)) return ok(null);
      const next = without(found.value, me, deps.clock.now());
      if (!next.ok) return next;
      if (next.value === found.value) return ok(null);
      if (found.value.putForward !== null) return draftWithoutWords(deps, found, next.value);
      return ok({ engagementId: id, engagement: { value: next.value, etag: found.etag } });
    });
    if (!left.ok) return left;
    if (fourOf(engagement).includes(me)) await deps.engagements.forget(id, standsWithAnother(me, deps.clock.now()));
  }
  return ok(null);
};
