import type { MeetingKind } from '@coaching-pairs/shared/engagement/meetings';
import { noticeHours, noticeOf } from '@coaching-pairs/shared/engagement/notice';
import { instant } from '@coaching-pairs/shared/ids';
import type { EngagementMeeting, EngagementMeetings } from '@coaching-pairs/shared/wire/engagement-meetings';
import { Checkbox, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { HowToMeet, usualManner } from '../../leader/sessions/how-to-meet.js';
import { TimeDialog } from '../../leader/sessions/time-dialog.js';
import { meetingTitle } from './meeting-words.js';
import { useArranging, useClashes, useHasNoMailbox, useTimes } from './use-meetings.js';

export type OfDialog = {
  readonly open: boolean;
  readonly engagementId: string;
  readonly page: EngagementMeetings;
  readonly onClose: () => void;
};
type OfMeeting = OfDialog & { readonly meeting: EngagementMeeting };

const Warning = ({ text }: { readonly text: string }) => (
  <MessageBar intent="warning" layout="multiline" role="status">
    <MessageBarBody>{text}</MessageBarBody>
  </MessageBar>
);

type ClashesProps = { readonly engagementId: string; readonly about: string; readonly start: string | null };

/** What the chosen time meets in somebody's calendar, without saying whose; it can be booked all the same (TT-41). */
const Clashes = ({ engagementId, about, start }: ClashesProps) => {
  const { t } = useWords();
  const { data } = useClashes(engagementId, about, start);
  const clashes = start === null ? [] : (data?.clashes ?? []);
  if (clashes.includes('during')) return <Warning text={t('tab.twoTwo.sessions.clash.during')} />;
  if (clashes.length === 0) return null;
  return <Warning text={t('tab.twoTwo.sessions.clash.around', { side: clashes.length > 1 ? 'both' : (clashes[0] ?? '') })} />;
};

/** Of whom nothing is known: they are asked, and not read. */
const Unread = ({ engagementId, about, having }: { readonly engagementId: string; readonly about: string; readonly having: number }) => {
  const { t, list } = useWords();
  const house = useHouse();
  const { data } = useTimes(engagementId, about, having);
  if (data === undefined) return null;
  return (
    <>
      {data.unread.length > 0 && (
        <p className={house.small}>{t('tab.twoTwo.sessions.unread', { names: list(data.unread.map(({ name }) => name)) })}</p>
      )}
      {data.stretch > 0 && <p className={house.small}>{t('tab.sessions.stretched', { hours: data.stretch / 60 })}</p>}
    </>
  );
};

export const havingIn = ({ sessions }: EngagementMeetings): number => sessions.filter(({ cancelled }) => !cancelled).length;

type Choice = { readonly outlook: boolean; readonly keepFree: boolean };

/** Whether it is put into my Outlook, with ten minutes around it; whoever has no mailbox here is not asked. */
const InMyOutlook = ({ choice, onChange }: { readonly choice: Choice; readonly onChange: (next: Choice) => void }) => {
  const { t } = useWords();
  return (
    <>
      <Checkbox
        checked={choice.outlook && choice.keepFree}
        disabled={!choice.outlook}
        label={t('tab.twoTwo.sessions.free')}
        onChange={(_event, { checked }) => onChange({ ...choice, keepFree: checked === true })}
      />
      <Checkbox
        checked={!choice.outlook}
        label={t('tab.sessions.withoutOutlook')}
        onChange={(_event, { checked }) => onChange({ ...choice, outlook: checked !== true })}
      />
    </>
  );
};

export const BookDialog = ({ open, engagementId, page, kind, onClose }: OfDialog & { readonly kind: MeetingKind }) => {
  const { t } = useWords();
  const { book } = useArranging(engagementId);
  const [manner, setManner] = useState(usualManner);
  const [choice, setChoice] = useState({ outlook: true, keepFree: true });
  const having = havingIn(page);
  const times = useTimes(engagementId, kind, having);
  const hasNoMailbox = useHasNoMailbox({ calendar: times.data?.calendar ?? page.calendar });
  const minutes = times.data?.minutes ?? page.minutes;
  const send = (start: string) =>
    book.mutate({ params: { engagementId }, body: { ...manner, ...choice, kind, start, minutes, having } }, { onSuccess: onClose });
  return (
    <TimeDialog
      open={open}
      title={t(`tab.twoTwo.sessions.book.${kind}`)}
      confirm={t('tab.sessions.confirm', { count: 1 })}
      asked={times}
      zones={page.zones}
      running={book.isPending}
      fault={book.error}
      noteOn={(start) => <Clashes engagementId={engagementId} about={kind} start={start} />}
      onChoose={send}
      onClose={onClose}
    >
      <Unread engagementId={engagementId} about={kind} having={having} />
      <HowToMeet manner={manner} onChange={setManner} />
      {!hasNoMailbox && <InMyOutlook choice={choice} onChange={setChoice} />}
    </TimeDialog>
  );
};

/** Whether less than 24 hours are left: then it asks to confirm, and says what that brings (TT-40). */
const useShort = ({ start }: EngagementMeeting): boolean => noticeOf(instant(start), instant(new Date().toISOString())) === 'short';

const Notice = ({ short, meeting }: { readonly short: boolean; readonly meeting: EngagementMeeting }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <>
      {short && <Warning text={t('tab.twoTwo.sessions.short.ask', { hours: noticeHours })} />}
      {!meeting.mine && meeting.inOutlook && (
        <p className={house.prose}>{t('tab.twoTwo.sessions.waitsFor', { name: meeting.organiser.name })}</p>
      )}
    </>
  );
};

const actsAtOnce = ({ mine, inOutlook }: EngagementMeeting): boolean => mine || !inOutlook;

export const MoveDialog = ({ open, engagementId, page, meeting, onClose }: OfMeeting) => {
  const { t } = useWords();
  const { move } = useArranging(engagementId);
  const short = useShort(meeting);
  const having = havingIn(page);
  const send = (start: string) =>
    move.mutate({ params: { engagementId, sessionId: meeting.id }, body: { start, confirmed: short } }, { onSuccess: onClose });
  return (
    <TimeDialog
      open={open}
      title={t('tab.sessions.move.title')}
      confirm={t(short ? 'tab.twoTwo.sessions.short.move' : actsAtOnce(meeting) ? 'tab.sessions.move' : 'tab.sessions.move.ask')}
      asked={useTimes(engagementId, meeting.id, having)}
      zones={page.zones}
      running={move.isPending}
      fault={move.error}
      noteOn={(start) => <Clashes engagementId={engagementId} about={meeting.id} start={start} />}
      onChoose={send}
      onClose={onClose}
    >
      <Unread engagementId={engagementId} about={meeting.id} having={having} />
      <Notice short={short} meeting={meeting} />
    </TimeDialog>
  );
};

export const CancelDialog = ({ open, engagementId, meeting, onClose }: OfMeeting) => {
  const { words, zone } = useSession();
  const { t } = words;
  const { cancel } = useArranging(engagementId);
  const house = useHouse();
  const short = useShort(meeting);
  const send = () => cancel.mutate({ params: { engagementId, sessionId: meeting.id }, body: { confirmed: short } }, { onSuccess: onClose });
  return (
    <ConfirmDialog
      open={open}
      title={t('tab.sessions.cancel.title')}
      confirm={t(short ? 'tab.twoTwo.sessions.short.cancel' : actsAtOnce(meeting) ? 'tab.sessions.cancel' : 'tab.sessions.cancel.ask')}
      cancel={t('tab.sessions.cancel.back')}
      running={cancel.isPending}
      onConfirm={send}
      onClose={onClose}
    >
      <p className={house.prose}>
        {meetingTitle(words, meeting)} · {words.slot(instant(meeting.start), zone)}
      </p>
      <Notice short={short} meeting={meeting} />
      {cancel.error !== null && <FaultBar fault={cancel.error} />}
    </ConfirmDialog>
  );
};
