import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useState } from 'react';
import { DoButton } from '../../../components/do-button.js';
import { Section } from '../../../components/section.js';
import { isRunning } from '../../../data/running.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AnswerTally } from '../round/answer-tally.js';
import { DraftingDialog } from './drafting-dialog.js';

/** Begins matching and has the first matches drafted; late answers stay possible. */
export const BeginMatching = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const [asking, setAsking] = useState(false);
  const { joined, silent } = round.tally;
  const busy = round.works.some(isRunning) ? t('tab.why.working') : null;
  const whyNot = joined < 2 ? t('tab.begin.tooFew') : busy;
  return (
    <Section title={t('tab.begin.title')}>
      <AnswerTally round={round} />
      <p className={house.prose}>{t('tab.begin.text')}</p>
      <div className={house.actions}>
        <DoButton whyNot={whyNot} onClick={() => setAsking(true)}>
          {t('tab.begin.do')}
        </DoButton>
      </div>
      <DraftingDialog
        round={round}
        route={routes.beginMatching}
        open={asking}
        title={t('tab.begin.confirm.title')}
        confirm={t('tab.begin.do')}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>{t('tab.begin.confirm.text', { joined, silent })}</p>
      </DraftingDialog>
    </Section>
  );
};
