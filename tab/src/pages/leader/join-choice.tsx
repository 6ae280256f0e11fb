import { disclosureVersion } from '@coaching-pairs/shared/disclosure/who-sees-what';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { FaultBar } from '../../components/fault-bar.js';
import { WhoSeesPanel } from '../../components/who-sees-panel.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { useMyAnswer } from './use-my-answer.js';

const OutOfDate = () => {
  const { t } = useWords();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t('tab.answer.outOfDate')}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => window.location.reload()}>
          {t('tab.action.reload')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};

/** Who sees what, and below it the choice; nobody joins without having had both before them (C-01). */
export const JoinChoice = ({ round }: { readonly round: MyRound }) => {
  const { t } = useWords();
  const house = useHouse();
  const answer = useMyAnswer(round);
  if (round.disclosureVersion !== disclosureVersion) return <OutOfDate />;
  return (
    <>
      <WhoSeesPanel mode={round.mode} keptDays={round.keptDays} />
      {answer.fault !== null && <FaultBar fault={answer.fault} />}
      <div className={house.actions}>
        <Button appearance="primary" size="large" disabled={answer.running} onClick={() => answer.give('joined')}>
          {round.answer === 'none' ? t('tab.answer.join') : t('tab.answer.joinAfterAll')}
        </Button>
        {round.answer === 'none' && (
          <Button size="large" disabled={answer.running} onClick={() => answer.give('sitting-out')}>
            {t('tab.answer.sitOut')}
          </Button>
        )}
      </div>
      <p className={house.small} style={{ margin: 0 }}>
        {t('tab.answer.small')}
      </p>
    </>
  );
};
