import { isPastKeeping } from '@coaching-pairs/shared/engagement/ending';
import type { Engagement } from '@coaching-pairs/shared/engagement/engagement';
import { markedAs } from '@coaching-pairs/shared/engagement/meeting-news';
import { isCalledOff, type Meeting } from '@coaching-pairs/shared/engagement/meetings';
import { operationId } from '@coaching-pairs/shared/ids';
import { ok } from '@coaching-pairs/shared/result';
import { performed } from '@coaching-pairs/shared/sessions/session';
import type { Deps } from '../../deps.js';
import { isLeft, type Unwanted } from '../../sessions/unwanted.js';
import { decideInEngagement } from '../commit.js';
import { engagementNow, engagementsNow } from '../my-engagement.js';

/** Nothing of it tells who called it off, nor that the product did it: to those who come it is as if its organiser had (TT-64). */
const record = (deps: Deps, { id: engagementId }: Engagement, { id }: Meeting): Promise<unknown> =>
  decideInEngagement(deps, { engagementId, opId: operationId(`unattended.${id}`) }, async () => {
    const found = await engagementNow(deps, engagementId);
    const meeting = (await deps.engagements.meetings(engagementId)).find(({ value }) => value.id === id);
    if (found === null || meeting === undefined || meeting.value.state !== 'on') return ok(null);
    const value = markedAs(meeting.value, performed(meeting.value, { kind: 'cancelled' }));
    return ok({ engagementId, engagement: found, meetings: [{ value, etag: meeting.etag }] });
  });

/**
 * Meetings of 2:2 Coaching that stand in somebody's Outlook and that nobody wants any more: of an engagement that has ended, or called off
 * by another of those who come a day ago and left unanswered (S-17).
 */
export const unwantedMeetings = async (deps: Deps): Promise<readonly Unwanted[]> => {
  const now = deps.clock.now();
  const found: Unwanted[] = [];
  for (const engagement of await engagementsNow(deps)) {
    if (engagement.holdings.length === 0 || isPastKeeping(engagement, now)) continue;
    for (const { value: meeting } of await deps.engagements.meetings(engagement.id)) {
      if (meeting.event === null || !isLeft(meeting, isCalledOff(engagement, meeting), Date.parse(now))) continue;
      const { organiserId, event } = meeting;
      found.push({ organiserId, eventId: event.id, record: () => record(deps, engagement, meeting) });
    }
  }
  return found;
};
