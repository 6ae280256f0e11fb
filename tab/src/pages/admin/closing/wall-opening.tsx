import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { whyNotNow } from './why-not-now.js';

/** The insights wall of a round: off until it is put up, and then there until the round ends (CP-84). */
export const WallOpening = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [asking, setAsking] = useState(false);
  const put = useChange(routes.putUpWall, { answers: keys.overview(round.id), outdates: [keys.me, keys.insights(round.id)] });
  const onSuccess = (): void => {
    setAsking(false);
    feedback.done(t('tab.closing.wall.done'));
  };
  const not = whyNotNow(round);
  return (
    <Section title={t('tab.insights.title')}>
      <p className={house.prose}>{t('tab.closing.wall.text')}</p>
      {not !== null && <p className={`${house.prose} ${house.quiet}`}>{t(not)}</p>}
      {not === null && round.insightsWall && <p className={house.prose}>{t('tab.closing.wall.done')}</p>}
      {not === null && !round.insightsWall && (
        <div className={house.actions}>
          <Button onClick={() => setAsking(true)}>{t('tab.closing.wall.up')}</Button>
        </div>
      )}
      <ConfirmDialog
        open={asking}
        title={t('tab.closing.wall.sure')}
        confirm={t('tab.closing.wall.up')}
        running={put.isPending}
        onConfirm={() => put.mutate({ params: { roundId: round.id }, body: {} }, { onSuccess })}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>{t('tab.closing.wall.stays')}</p>
        {put.error !== null && <FaultBar fault={put.error} />}
      </ConfirmDialog>
    </Section>
  );
};
