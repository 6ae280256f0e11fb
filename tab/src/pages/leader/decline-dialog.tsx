import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { FaultBar } from '../../components/fault-bar.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import type { MatchAnswer } from './use-match-answer.js';

type DeclineDialogProps = {
  readonly open: boolean;
  readonly names: string;
  readonly count: number;
  readonly answer: MatchAnswer;
  readonly onClose: () => void;
};

/** Says before a decline what the other will learn and what they may guess; asks for no reason (CP-30, CP-33). */
export const DeclineDialog = ({ open, names, count, answer, onClose }: DeclineDialogProps) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <ConfirmDialog
      open={open}
      title={t('tab.match.decline.title')}
      confirm={t('tab.match.decline')}
      cancel={t('tab.match.decline.back')}
      running={answer.running}
      onConfirm={() => answer.give('decline')}
      onClose={onClose}
    >
      <ul className={house.bullets}>
        <li>{t('tab.match.decline.learns', { names, count })}</li>
        <li>{t('tab.match.decline.guess', { count })}</li>
        <li>{t('tab.match.decline.who')}</li>
        <li>{t('tab.match.decline.right')}</li>
      </ul>
      {answer.fault !== null && answer.fault !== undefined && <FaultBar fault={answer.fault} />}
    </ConfirmDialog>
  );
};
