import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { Section } from '../../../components/section.js';
import { keys } from '../../../data/keys.js';
import { isRunning } from '../../../data/running.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AnswerTally } from '../round/answer-tally.js';

/** Begins matching and has the first matches drafted; late answers stay possible. */
export const BeginMatching = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const [asking, setAsking] = useState(false);
  const begin = useChange(routes.beginMatching, { outdates: [keys.round(round.id), keys.me] });
  const { joined, silent } = round.tally;
  const busy = round.works.some(isRunning) ? t('tab.why.working') : null;
  const whyNot = joined < 2 ? t('tab.begin.tooFew') : busy;
  return (
    <Section title={t('tab.begin.title')}>
      <AnswerTally round={round} />
      <p className={house.prose}>{t('tab.begin.text')}</p>
      <div className={house.actions}>
        <DoButton running={begin.isPending} whyNot={whyNot} onClick={() => setAsking(true)}>
          {t('tab.begin.do')}
        </DoButton>
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
