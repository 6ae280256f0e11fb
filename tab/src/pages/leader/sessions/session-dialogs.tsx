import { instant } from '@coaching-pairs/shared/ids';
import type { Sessions, SessionView } from '@coaching-pairs/shared/wire/sessions';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { HowToMeet, usualManner } from './how-to-meet.js';
import { TimeDialog } from './time-dialog.js';
import { useBooking, useOneSession, useOtherTimes, useSessionTimes } from './use-sessions.js';

type OfSession = {
  readonly open: boolean;
  readonly roundId: string;
  readonly page: Sessions;
  readonly session: SessionView;
  readonly onClose: () => void;
};

/** Only the organiser can change what stands in Outlook; others read beforehand that it waits for them. */
const Waits = ({ session }: Pick<OfSession, 'session'>) => {
  const { t } = useSession().words;
  const house = useHouse();
  if (session.mine || !session.inOutlook) return null;
  return <p className={house.prose}>{t('tab.sessions.waitsFor', { name: session.organiser.name })}</p>;
};

export const MoveDialog = ({ open, roundId, page, session, onClose }: OfSession) => {
  const { t } = useSession().words;
  const { move } = useOneSession(roundId);
  return (
    <TimeDialog
      open={open}
      title={t('tab.sessions.move.title')}
      confirm={t(session.mine || !session.inOutlook ? 'tab.sessions.move' : 'tab.sessions.move.ask')}
      asked={useOtherTimes(roundId, session.id)}
      zones={page.zones}
      running={move.isPending}
      fault={move.error}
      onChoose={(start) => move.mutate({ params: { roundId, sessionId: session.id }, body: { start } }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Waits session={session} />
    </TimeDialog>
  );
};

export const CancelDialog = ({ open, roundId, session, onClose }: OfSession) => {
  const { words, zone } = useSession();
  const { cancel } = useOneSession(roundId);
  const house = useHouse();
  return (
    <ConfirmDialog
      open={open}
      title={words.t('tab.sessions.cancel.title')}
      confirm={words.t(session.mine || !session.inOutlook ? 'tab.sessions.cancel' : 'tab.sessions.cancel.ask')}
      cancel={words.t('tab.sessions.cancel.back')}
      running={cancel.isPending}
      onConfirm={() => cancel.mutate({ params: { roundId, sessionId: session.id }, body: {} }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className={house.prose}>{words.slot(instant(session.start), zone)}</p>
      <Waits session={session} />
      {cancel.error !== null && <FaultBar fault={cancel.error} />}
    </ConfirmDialog>
  );
};

/** One session more than there are. */
export const AddDialog = ({ open, roundId, page, onClose }: Omit<OfSession, 'session'>) => {
  const { t } = useSession().words;
  const book = useBooking(roundId);
  const [manner, setManner] = useState(usualManner);
  const having = page.sessions.length;
  const times = useSessionTimes(roundId, having, open);
  const minutes = times.data?.minutes ?? 60;
  const add = (start: string) =>
    book.mutate({ params: { roundId }, body: { ...manner, starts: [start], minutes, having, outlook: true } }, { onSuccess: onClose });
  return (
    <TimeDialog
      open={open}
      title={t('tab.sessions.add')}
      confirm={t('tab.sessions.confirm', { count: 1 })}
      asked={times}
      zones={page.zones}
      running={book.isPending}
      fault={book.error}
      onChoose={add}
      onClose={onClose}
    >
      <HowToMeet manner={manner} onChange={setManner} />
    </TimeDialog>
  );
};
