import { partyOf } from '@coaching-pairs/shared/engagement/engagement';
import { wishedFor } from '@coaching-pairs/shared/engagement/meeting-news';
import type { NewsKind } from '@coaching-pairs/shared/engagement/news';
import { dayOf } from '@coaching-pairs/shared/time';
import type { Words } from '@coaching-pairs/shared/words/words';
import { type MeetingSaid, twoTwoCard } from './cards/two-two-card.js';
import type { EngagementMessage } from './ports/outbox.js';
import type { OutgoingMessage } from './ports/sender.js';
import type { Deps } from './workflows/deps.js';
import { newsIn } from './workflows/engagement/telling.js';

const askingKinds: readonly NewsKind[] = [
  'asked',
  'find-coaches',
  'near',
  'near-others',
  'structure',
  'agreement',
  'sponsor-terms',
  'summary',
];

/** What a notification shows: that there is something to answer or to read, and never of what (C-12). */
export const summaryFor = (words: Words, kind: NewsKind): string =>
  words.t(askingKinds.includes(kind) ? 'summary.proposal' : 'summary.news');

const meetingSaid = async (deps: Deps, { engagementId, subject }: EngagementMessage): Promise<MeetingSaid | null> => {
  const found = (await deps.engagements.meetings(engagementId)).find(({ value }) => value.id === subject.meetingId);
  if (found === undefined) return null;
  const start = wishedFor(found.value);
  return { start: start ?? found.value.start, isOn: start !== null };
};

/** Makes the card of a message of an engagement; null where nothing is left to say. */
export const renderEngagement = async (
  deps: Deps,
  teamsAppId: string,
  words: Words,
  message: EngagementMessage,
): Promise<OutgoingMessage | null> => {
  const news = newsIn(message);
  const engagement = await deps.engagements.one(message.engagementId);
  if (news === null || engagement === null) return null;
  const meeting = news.meeting === undefined ? null : await meetingSaid(deps, message);
  const id = partyOf(engagement.value, message.to) === null ? null : message.engagementId;
  const card = twoTwoCard({ words, teamsAppId, today: dayOf(deps.clock.now()) }, news.kind, { id, meeting });
  return { kind: 'card', card, summary: summaryFor(words, news.kind) };
};
