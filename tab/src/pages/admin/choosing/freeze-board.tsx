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

/** Ends the choosing after a second look: what has formed are the pairs. Whoever is left is named nowhere. */
export const FreezeBoard = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [asking, setAsking] = useState(false);
  const freeze = useChange(routes.announcePairs, {
    answers: keys.overview(round.id),
    outdates: [keys.round(round.id), keys.rounds, keys.me],
  });
  const count = round.tally.pairs;
  const busy = round.works.some(isRunning) ? t('tab.why.working') : null;
  const onSuccess = (): void => {
    setAsking(false);
    feedback.done(t('tab.openChoice.freeze.done'));
  };
  return (
    <Section title={t('tab.openChoice.freeze.title')}>
      <p className={house.prose}>{t('tab.openChoice.freeze.text')}</p>
      <div className={house.actions}>
        <DoButton whyNot={count === 0 ? t('tab.openChoice.freeze.none') : busy} onClick={() => setAsking(true)}>
          {t('tab.openChoice.freeze.do')}
        </DoButton>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('tab.openChoice.freeze.confirm.title', { count })}
        confirm={t('tab.openChoice.freeze.confirm')}
        running={freeze.isPending}
        onConfirm={() => freeze.mutate({ params: { roundId: round.id }, body: { withoutPartner: [] } }, { onSuccess })}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>{t('tab.openChoice.freeze.confirm.text')}</p>
        {freeze.error !== null && <FaultBar fault={freeze.error} />}
      </ConfirmDialog>
    </Section>
  );
};
