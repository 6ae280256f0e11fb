import { instant } from '@coaching-pairs/shared/ids';
import type { MeetingInOutlook, MeetingView } from '@coaching-pairs/shared/wire/rounds';
import { useEffect, useRef, useState } from 'react';
import { useFeedback } from '../../../components/feedback.js';
import type { Change } from '../../../data/use-change.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

const fine: MeetingInOutlook = { calendar: 'fine', claims: null };

/** What Outlook answered last, kept for the bar that says so; `heard` takes its answers, and says what was done. */
export const useOutlookAnswer = () => {
  const feedback = useFeedback();
  const [outlook, setOutlook] = useState(fine);
  const heard = (done: string | null) => (answer: MeetingInOutlook) => {
    setOutlook(answer);
    if (answer.calendar === 'fine' && done !== null) feedback.done(done);
  };
  return { outlook, heard };
};

/** Looks once, as the page opens, whether the organiser has changed the meeting in Outlook. */
export const useFollowing = (
  roundId: string,
  mine: boolean,
  { mutate }: Pick<Change<MeetingInOutlook, { readonly opId: string }>, 'mutate'>,
): void => {
  const begun = useRef(false);
  useEffect(() => {
    if (!mine || begun.current) return;
    begun.current = true;
    mutate({ params: { roundId }, body: {} });
  }, [mine, mutate, roundId]);
};

/** Above two hours whole hours are said as such: nobody reads 420 minutes. Minutes in, hours or 0 out. */
const wholeHours = (minutes: number): number => (minutes > 120 && minutes % 60 === 0 ? minutes / 60 : 0);

/** A meeting of the round as it stands: when and where, in whose Outlook, and whom it does not reach. `apart` says what these have instead. */
export const MeetingStanding = ({ meeting, apart }: { readonly meeting: MeetingView; readonly apart: string }) => {
  const { words, zone } = useSession();
  const { t } = words;
  const house = useHouse();
  const { organiser, mine, pending } = meeting;
  const inWhose = pending
    ? t(mine ? 'tab.kickOff.meeting.pending' : 'tab.kickOff.meeting.theirsPending', { name: organiser.name })
    : t(mine ? 'tab.kickOff.meeting.yours' : 'tab.kickOff.meeting.theirs', { name: organiser.name });
  return (
    <div className={house.tight}>
      <strong>
        {t('tab.kickOff.meeting.when', {
          when: words.dateTime(instant(meeting.start), zone),
          minutes: meeting.minutes,
          hours: wholeHours(meeting.minutes),
        })}
      </strong>
      <span>{meeting.location ?? t('tab.kickOff.meeting.teams')}</span>
      <span>{t('tab.kickOff.meeting.invited', { count: meeting.invited })}</span>
      <span className={house.small}>{inWhose}</span>
      {meeting.withoutMail.length > 0 && (
        <span className={house.small}>
          {apart} {words.list(meeting.withoutMail.map(({ name }) => name))}
        </span>
      )}
    </div>
  );
};
