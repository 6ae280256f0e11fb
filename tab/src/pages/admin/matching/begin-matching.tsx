import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { Section } from '../../../components/section.js';
import { isRunning } from '../../../data/admin.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AnswerTally } from '../round/answer-tally.js';

/** Ends joining time and has the first matches drafted; late answers stay possible. */
export const BeginMatching = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const [asking, setAsking] = useState(false);
  const begin = useChange(routes.beginMatching, { outdates: [keys.round(round.id), keys.me] });
  const { joined, silent } = round.tally;
  return (
    <Section title={t('tab.begin.title')}>
      <AnswerTally round={round} />
      <p className={house.prose}>{joined < 2 ? t('tab.begin.tooFew') : t('tab.begin.text')}</p>
      <div className={house.actions}>
        <Button
          appearance="primary"
          disabled={joined < 2 || begin.isPending || round.works.some(isRunning)}
          onClick={() => setAsking(true)}
        >
          {t('tab.begin.do')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('tab.begin.confirm.title')}
        confirm={t('tab.begin.do')}
        running={begin.isPending}
        onConfirm={() => begin.mutate({ params: { roundId: round.id }, body: {} }, { onSuccess: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>{t('tab.begin.confirm.text', { joined, silent })}</p>
        {begin.error !== null && <FaultBar fault={begin.error} />}
      </ConfirmDialog>
    </Section>
  );
};
