import type { EngagementMeetings, EngagementTimes } from '@coaching-pairs/shared/wire/engagement-meetings';

/** What of meetings stands on paper, how Outlook answers, and whatever else a page is to read of them. */
export type MeetingsOnPaper = {
  page: EngagementMeetings;
  times?: EngagementTimes;
  clashes?: readonly ('before' | 'during' | 'after')[];
  /** What was asked, in order: the name of the call, and its body. */
  readonly asked: (readonly [string, unknown])[];
};
