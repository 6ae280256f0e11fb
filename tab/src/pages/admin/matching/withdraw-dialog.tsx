import type { BoardProposal } from '@coaching-pairs/shared/wire/board';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useQueryClient } from '@tanstack/react-query';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

type WithdrawDialogProps = {
  readonly roundId: string;
  readonly proposal: Pick<BoardProposal, 'id' | 'members'>;
  readonly open: boolean;
  readonly onClose: () => void;
};

/** Says who is told what before a match is taken back; the same whoever has answered (CP-33). */
export const WithdrawDialog = ({ roundId, proposal, open, onClose }: WithdrawDialogProps) => {
  const { t, list } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const client = useQueryClient();
  const names = list(proposal.members.map((one) => one.name));
  const withdraw = useChange(routes.withdrawMatch, { answers: keys.board(roundId), outdates: [keys.round(roundId), keys.me] });
  const close = (): void => {
    withdraw.reset();
    onClose();
  };
  const onSuccess = (): void => {
    feedback.done(t('tab.withdraw.done', { names }));
    onClose();
  };
  // Refused, since something has happened meanwhile: the board behind the dialog shows what.
  const onError = (): void => void client.invalidateQueries({ queryKey: keys.round(roundId) });
  return (
    <ConfirmDialog
      open={open}
      title={t('tab.withdraw.title', { names })}
      confirm={t('tab.withdraw.confirm')}
      cancel={t('tab.withdraw.stay')}
      running={withdraw.isPending}
      onConfirm={() => withdraw.mutate({ params: { roundId, proposalId: proposal.id }, body: {} }, { onSuccess, onError })}
      onClose={close}
    >
      <ul className={house.bullets}>
        <li>{t('tab.withdraw.told')}</li>
        <li>{t('tab.withdraw.untold')}</li>
        <li>{t('tab.withdraw.ends')}</li>
        <li>{t('tab.withdraw.next')}</li>
      </ul>
      {withdraw.error !== null && <FaultBar fault={withdraw.error} />}
    </ConfirmDialog>
  );
};
