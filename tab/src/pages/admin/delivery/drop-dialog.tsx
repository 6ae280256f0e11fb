import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { type Chosen, useDealing } from './use-dealing.js';

type DropDialogProps = { readonly roundId: string; readonly chosen: Chosen; readonly open: boolean; readonly onClose: () => void };

/** Asks before messages are dropped for good. */
export const DropDialog = ({ roundId, chosen, open, onClose }: DropDialogProps) => {
  const { t } = useWords();
  const house = useHouse();
  const { change, deal } = useDealing(roundId, 'drop');
  const count = chosen.messages.length;
  return (
    <ConfirmDialog
      open={open}
      title={t('tab.delivery.dropTitle', { count, name: chosen.messages[0]?.person.name ?? '' })}
      confirm={t(chosen.all ? 'tab.delivery.dropAll' : 'tab.delivery.drop')}
      running={change.isPending}
      onConfirm={() => deal(chosen, onClose)}
      onClose={onClose}
    >
      <p className={house.prose}>{t('tab.delivery.dropText')}</p>
    </ConfirmDialog>
  );
};
