import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { keys } from '../../../data/keys.js';
import { isRunning } from '../../../data/running.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AnswerTally } from '../round/answer-tally.js';

/** Opens the board on which partners are chosen; late answers stay possible. */
export const OpenBoard = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [asking, setAsking] = useState(false);
  const open = useChange(routes.openChoosing, {
    answers: keys.overview(round.id),
    outdates: [keys.rounds, keys.me, keys.people(round.id)],
  });
  const { joined } = round.tally;
  const busy = round.works.some(isRunning) ? t('tab.why.working') : null;
  const onSuccess = (): void => {
    setAsking(false);
    feedback.done(t('tab.openChoice.begin.done'));
  };
  return (
    <Section title={t('tab.openChoice.begin.title')}>
      <AnswerTally round={round} />
      <p className={house.prose}>{t('tab.openChoice.begin.text')}</p>
      <div className={house.actions}>
        <DoButton whyNot={joined < 2 ? t('tab.openChoice.begin.tooFew') : busy} onClick={() => setAsking(true)}>
          {t('tab.openChoice.begin.do')}
        </DoButton>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('tab.openChoice.begin.confirm.title')}
        confirm={t('tab.openChoice.begin.do')}
        running={open.isPending}
        onConfirm={() => open.mutate({ params: { roundId: round.id }, body: {} }, { onSuccess })}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>{t('tab.openChoice.begin.confirm.text', { joined })}</p>
        {open.error !== null && <FaultBar fault={open.error} />}
      </ConfirmDialog>
    </Section>
  );
};
