import type { EngagementMeetings } from '@coaching-pairs/shared/wire/engagement-meetings';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useEffect, useRef } from 'react';
import { useFeedback } from '../../../components/feedback.js';
import { useMe } from '../../../data/me.js';
import { useAsked } from '../../../data/use-asked.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { engagementKeys } from '../engagement/use-engagement.js';

const keyOf = (engagementId: string) => [...engagementKeys.one(engagementId), 'sessions'];
const timesKey = (engagementId: string) => ['two-two', 'session-times', engagementId];

/** The meetings that I come to, as they are stored, asked anew on each page; Outlook itself is looked at by `useFollowing`. */
export const useMeetings = (engagementId: string) =>
  useAsked(routes.meetings, { key: keyOf(engagementId), params: { engagementId }, every: () => 60_000, fresh: 0 });

/** Whether nothing can be put into an Outlook of mine: a guest has none here, and somebody of the organisation may have none either. */
export const useHasNoMailbox = ({ calendar }: Pick<EngagementMeetings, 'calendar'>): boolean =>
  useMe().data?.guest === true || calendar === 'mailbox-missing';

/** Times for a kind of meeting that is to be booked, or for one that is to be moved. */
export const useTimes = (engagementId: string, about: string, having: number) =>
  useAsked(routes.meetingTimes, {
    key: [...timesKey(engagementId), about, String(having)],
    params: { engagementId, about },
    fresh: 60_000,
  });

/** What a time meets in our calendars. */
export const useClashes = (engagementId: string, about: string, start: string | null) =>
  useAsked(routes.meetingClashes, {
    key: [...timesKey(engagementId), about, 'around', start ?? ''],
    params: { engagementId, about, start: start ?? '' },
    enabled: start !== null,
    fresh: 60_000,
  });

/** Follows Outlook once as the page opens, and after the end takes out what is left there. Should that fail, what is stored stays on the page. */
export const useFollowing = (engagementId: string, ready: boolean): void => {
  const { mutate } = useChange(routes.followMeetings, { answers: keyOf(engagementId) });
  const begun = useRef(false);
  useEffect(() => {
    if (!ready || begun.current) return;
    begun.current = true;
    mutate({ params: { engagementId }, body: {} });
  }, [mutate, ready, engagementId]);
};

/** What can be done about meetings; each says that it was done, unless Outlook stood in the way: the page says that by itself. */
export const useArranging = (engagementId: string) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const said = (text: string) => ({
    answers: keyOf(engagementId),
    outdates: [timesKey(engagementId)],
    onDone: (page: EngagementMeetings) => {
      if (page.calendar === 'fine') feedback.done(text);
    },
  });
  return {
    book: useChange(routes.bookMeeting, said(t('tab.sessions.done.booked'))),
    finish: useChange(routes.finishMeetings, said(t('tab.sessions.done.finished'))),
    move: useChange(routes.moveMeeting, said(t('tab.sessions.done.moved'))),
    cancel: useChange(routes.cancelMeeting, said(t('tab.sessions.done.cancelled'))),
    keep: useChange(routes.keepMeeting, said(t('tab.sessions.done.kept'))),
    outlook: useChange(routes.putMeetingInOutlook, said(t('tab.sessions.done.finished'))),
    free: useChange(routes.keepFreeAround, said(t('tab.twoTwo.sessions.free.done'))),
  };
};
