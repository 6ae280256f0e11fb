import type { Board } from '@coaching-pairs/shared/wire/board';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { Refusal } from '../../../refusal.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

const Warning = ({ text }: { readonly text: string }) => (
  <MessageBar intent="warning" layout="multiline">
    <MessageBarBody>{text}</MessageBarBody>
  </MessageBar>
);

const Warnings = ({ round, board }: { readonly round: RoundOverview; readonly board: Board }) => {
  const { t } = useWords();
  const { unconfirmed, leader } = board.sending;
  return (
    <>
      {unconfirmed > 0 && <Warning text={t('tab.send.unconfirmed', { count: unconfirmed })} />}
      {board.counts.left > 0 && <Warning text={t('tab.send.left', { count: board.counts.left })} />}
      {leader === 'none' && <Warning text={t('tab.announce.leaderAlone', { name: round.leader.name })} />}
    </>
  );
};

type SendDialogProps = {
  readonly round: RoundOverview;
  readonly board: Board;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Refused because nobody could look after the people partner's own match (CP-33), which is put right on another page. */
  readonly onAlone: (fault: Refusal) => void;
};

/** The last look before the matches reach their people (CP-25). */
export const SendDialog = ({ round, board, open, onClose, onAlone }: SendDialogProps) => {
  const { t } = useWords();
  const house = useHouse();
  const send = useChange(routes.sendProposals, { outdates: [keys.round(round.id), keys.me] });
  const onError = (fault: unknown): void => {
    if (!(fault instanceof Refusal) || fault.code !== 'second-administrator-missing') return;
    send.reset();
    onClose();
    onAlone(fault);
  };
  return (
    <ConfirmDialog
      open={open}
      title={t('tab.send.title', { count: board.counts.drafts })}
      confirm={t('tab.send.confirm')}
      running={send.isPending}
      onConfirm={() => send.mutate({ params: { roundId: round.id }, body: {} }, { onSuccess: onClose, onError })}
      onClose={onClose}
    >
      <p className={house.prose}>{t('tab.send.text', { people: board.sending.people })}</p>
      <Warnings round={round} board={board} />
      {send.error !== null && <FaultBar fault={send.error} />}
    </ConfirmDialog>
  );
};
