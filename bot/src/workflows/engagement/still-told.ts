import { isMeetingNews } from '@coaching-pairs/shared/engagement/meeting-news';
import { isStillNews, type News } from '@coaching-pairs/shared/engagement/news';
import { fitsBudget } from '@coaching-pairs/shared/reminders/budget';
import type { EngagementMessage } from '../../ports/outbox.js';
import { twoTwoIsOn } from '../coaches/switch.js';
import type { Deps } from '../deps.js';
import { engagementNow } from './my-engagement.js';
import { newsIn, newsWeight } from './telling.js';

/** Whoever was never told of an enquiry is not told that it does not go ahead either. */
const knewOfIt = async (deps: Deps, { engagementId, to }: EngagementMessage, enquiredBy: string): Promise<boolean> =>
  enquiredBy === to || (await deps.engagements.told(engagementId, to)) > 0;

/** What cannot be read now is asked about again by the next try; its row alone says less than it does. */
const isWanted = async (deps: Deps, { engagementId, to }: EngagementMessage, { kind, version }: News): Promise<boolean> => {
  const summary = await deps.engagements.summary(engagementId);
  if (!summary.ok) return true;
  const { draft, released } = summary.value?.value ?? { draft: null, released: null };
  return kind === 'summary' ? draft?.version === version && !draft?.approvedBy.includes(to) : released?.version === version;
};

const isMeetingAhead = async (deps: Deps, { engagementId }: EngagementMessage, news: News): Promise<boolean> => {
  const meeting = (await deps.engagements.meetings(engagementId)).find(({ value }) => value.id === news.meeting?.id);
  return meeting !== undefined && isMeetingNews(meeting.value, news, deps.clock.now());
};

/** Whether a message of an engagement still says what is so, and there is room for it (R-15, CP-73); while 2:2 Coaching is off nothing is said. */
export const engagementStillWanted = async (deps: Deps, message: EngagementMessage): Promise<boolean> => {
  const { engagementId, to } = message;
  const [found, news] = [await engagementNow(deps, engagementId), newsIn(message)];
  if (found === null || news === null || !isStillNews(found.value, news) || !(await twoTwoIsOn(deps))) return false;
  if (news.kind === 'not-ahead' && !(await knewOfIt(deps, message, found.value.enquiry.by))) return false;
  if ((news.kind === 'summary' || news.kind === 'summary-out') && !(await isWanted(deps, message, news))) return false;
  if (news.meeting !== undefined && !(await isMeetingAhead(deps, message, news))) return false;
  const weight = newsWeight(news.kind);
  return weight === 'essential' || fitsBudget(weight, await deps.engagements.told(engagementId, to));
};
