import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { Button } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { FaultBar } from '../../components/fault-bar.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { useMyAnswer } from './use-my-answer.js';

/** "You are in", with the way out while there is one. */
export const JoinedAnswer = ({ round }: { readonly round: MyRound }) => {
  const { t } = useWords();
  const house = useHouse();
  const answer = useMyAnswer(round);
  const [asking, setAsking] = useState(false);
  const mayLeave = round.canAnswer && round.match.kind !== 'paired';
  if (!mayLeave && round.match.kind === 'paired') return null;
  const open = round.match.kind === 'asked' || round.match.kind === 'waiting';
  return (
    <div className={`${house.card} ${house.spread}`} style={{ flexDirection: 'row' }}>
      <span className={house.row}>
        <CheckmarkCircleFilled fontSize={20} aria-hidden />
        <strong>{t('tab.answer.in')}</strong>
      </span>
      {mayLeave && (
        <Button appearance="subtle" onClick={() => setAsking(true)}>
          {t('tab.answer.leave')}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        title={t('tab.answer.leave.title')}
        confirm={t('tab.answer.leave.confirm')}
        cancel={t('tab.answer.leave.stay')}
        running={answer.running}
        onConfirm={() => answer.give('sitting-out', () => setAsking(false))}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>{open ? t('tab.answer.leave.textOpen') : t('tab.answer.leave.text')}</p>
        {answer.fault !== null && <FaultBar fault={answer.fault} />}
      </ConfirmDialog>
    </div>
  );
};
