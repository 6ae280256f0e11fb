import { instant } from '@coaching-pairs/shared/ids';
import { calendarFile } from '@coaching-pairs/shared/sessions/calendar-file';
import type { MeetingView, RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { OutlookBar } from '../../../components/outlook-bar.js';
import { saveAs } from '../../../components/save-as.js';
import { Section } from '../../../components/section.js';
import { fieldsOf } from '../../../data/device-time.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { MeetingForm } from './meeting-form.js';
import { MeetingStanding, useFollowing, useOutlookAnswer } from './meeting-parts.js';

type KickOff = NonNullable<RoundOverview['kickOff']>;
/** What can be done about the meeting; what Outlook answered last is kept for the bar that says so. */
const useMeeting = (roundId: string, stands: boolean) => {
  const { t } = useSession().words;
  const { outlook, heard } = useOutlookAnswer();
  const settings = (done: string | null) => ({ outdates: [keys.overview(roundId), keys.me], onDone: heard(done) });
  return {
    outlook,
    arrange: useChange(routes.arrangeKickOff, settings(t(stands ? 'tab.kickOff.meeting.moved' : 'tab.kickOff.meeting.done'))),
    follow: useChange(routes.followKickOff, settings(null)),
    cancel: useChange(routes.cancelKickOff, settings(t('tab.kickOff.meeting.cancelled'))),
  };
};

/** The meeting as a file, for whoever has no Outlook at hand. */
const FileButton = ({ meeting, id }: { readonly meeting: MeetingView; readonly id: string }) => {
  const { words } = useSession();
  const save = () => {
    const about = { subject: words.t('kickOff.event.subject'), description: '', at: instant(new Date().toISOString()), isPrivate: false };
    const entry = { id: `kick-off-${id}`, start: instant(meeting.start), minutes: meeting.minutes, joinUrl: meeting.joinUrl };
    saveAs('kick-off.ics', 'text/calendar', calendarFile([entry], about));
  };
  return <Button onClick={save}>{words.t('tab.kickOff.meeting.file')}</Button>;
};

type StandsProps = { readonly round: RoundOverview; readonly meeting: MeetingView; readonly does: ReturnType<typeof useMeeting> };

const Stands = ({ round, meeting, does }: StandsProps) => {
  const { words, zone } = useSession();
  const { t } = words;
  const house = useHouse();
  const [open, setOpen] = useState<'time' | 'cancel' | null>(null);
  const params = { roundId: round.id };
  const close = () => setOpen(null);
  return (
    <>
      <MeetingStanding meeting={meeting} apart={t('tab.kickOff.meeting.withoutMail')} />
      <div className={house.actions}>
        {meeting.mine && <Button onClick={() => setOpen('time')}>{t('tab.kickOff.meeting.change')}</Button>}
        {meeting.mine && <Button onClick={() => setOpen('cancel')}>{t('tab.kickOff.meeting.cancel')}</Button>}
        <FileButton meeting={meeting} id={round.id} />
      </div>
      {open === 'time' && (
        <MeetingForm
          begin={{ ...fieldsOf(instant(meeting.start), zone), minutes: meeting.minutes, location: meeting.location }}
          moves
          running={does.arrange.isPending}
          onSave={(plan) => does.arrange.mutate({ params, body: plan }, { onSuccess: close })}
          onLeave={close}
        />
      )}
      <ConfirmDialog
        open={open === 'cancel'}
        title={t('tab.kickOff.meeting.cancelTitle')}
        confirm={t('tab.kickOff.meeting.cancel')}
        running={does.cancel.isPending}
        onConfirm={() => does.cancel.mutate({ params, body: {} }, { onSuccess: close })}
        onClose={close}
      >
        <p className={house.prose}>{t('tab.kickOff.meeting.cancelText')}</p>
        {does.cancel.error !== null && <FaultBar fault={does.cancel.error} />}
      </ConfirmDialog>
    </>
  );
};

/** The kick-off as a meeting in the calendars of all whom it is for, from the mailbox of whoever puts it there (CP-10). */
export const KickOffMeeting = ({ round, kickOff }: { readonly round: RoundOverview; readonly kickOff: KickOff }) => {
  const { words } = useSession();
  const { t } = words;
  const house = useHouse();
  const { meeting } = kickOff;
  const does = useMeeting(round.id, meeting !== null);
  const params = { roundId: round.id };
  useFollowing(round.id, meeting?.mine === true, does.follow);
  return (
    <Section title={t('tab.kickOff.meeting.title')}>
      {meeting === null && <p className={house.prose}>{t('tab.kickOff.meeting.text')}</p>}
      {does.arrange.error !== null && <FaultBar fault={does.arrange.error} />}
      <OutlookBar {...does.outlook} again={() => does.follow.mutate({ params, body: {} })} />
      {meeting === null ? (
        <MeetingForm
          begin={{ day: kickOff.on, time: '10:00', minutes: 60, location: null }}
          running={does.arrange.isPending}
          onSave={(plan) => does.arrange.mutate({ params, body: plan })}
        />
      ) : (
        <Stands round={round} meeting={meeting} does={does} />
      )}
    </Section>
  );
};
