import type { Sessions } from '@coaching-pairs/shared/wire/sessions';
import { Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { Clocks } from './clocks.js';
import type { Manner } from './how-to-meet.js';
import { useBooking } from './use-sessions.js';

export type Booking = Manner & { readonly starts: readonly string[]; readonly minutes: number };

type BookDialogProps = {
  readonly open: boolean;
  readonly roundId: string;
  readonly page: Sessions;
  readonly booking: Booking;
  readonly onClose: () => void;
};

/** What will be sent, before it is: invitations go from the reader's own Outlook. */
export const BookDialog = ({ open, roundId, page, booking, onClose }: BookDialogProps) => {
  const { t, list } = useSession().words;
  const house = useHouse();
  const book = useBooking(roundId);
  const [outlook, setOutlook] = useState(true);
  const count = booking.starts.length;
  const names = list(page.members.slice(1).map(({ name }) => name));
  const send = () => {
    const body = { ...booking, starts: [...booking.starts], having: page.sessions.length, outlook };
    book.mutate({ params: { roundId }, body }, { onSuccess: onClose });
  };
  return (
    <ConfirmDialog
      open={open}
      title={t('tab.sessions.book', { count })}
      confirm={t('tab.sessions.confirm', { count })}
      running={book.isPending}
      onConfirm={send}
      onClose={onClose}
    >
      <p className={house.prose}>{t(outlook ? 'tab.sessions.confirm.text' : 'tab.sessions.confirm.without', { names })}</p>
      <ul className={house.list}>
        {booking.starts.map((at) => (
          <li key={at}>
            <Clocks at={at} zones={page.zones} />
          </li>
        ))}
      </ul>
      <Checkbox
        checked={!outlook}
        label={t('tab.sessions.withoutOutlook')}
        onChange={(_event, { checked }) => setOutlook(checked !== true)}
      />
      {book.error !== null && <FaultBar fault={book.error} />}
    </ConfirmDialog>
  );
};
