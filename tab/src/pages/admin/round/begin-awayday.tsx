import { plainDate } from '@coaching-pairs/shared/ids';
import { daysAfter } from '@coaching-pairs/shared/time';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { keys } from '../../../data/keys.js';
import { useToday } from '../../../data/me.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** So long before the day the round ends by its plan the Awayday is offered. */
const daysBefore = 30;

/** Towards the end of the six months: the way to the Awayday, from which on nobody is matched anew. */
export const BeginAwayday = ({ round }: { readonly round: RoundOverview }) => {
  const { t, date } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const today = useToday();
  const [asking, setAsking] = useState(false);
  const begin = useChange(routes.beginAwayday, { answers: keys.overview(round.id), outdates: [keys.rounds, keys.me] });
  if (round.state !== 'active' || today === null || today < daysAfter(plainDate(round.endsOn), -daysBefore)) return null;
  const waits = round.tally.open > 0;
  const onSuccess = (): void => {
    feedback.done(t('tab.beginAwayday.done'));
    setAsking(false);
  };
  return (
    <Section title={t('tab.beginAwayday.title')}>
      <p className={house.prose}>{t('tab.beginAwayday.text', { date: date(plainDate(round.endsOn)) })}</p>
      {waits && <p className={house.prose}>{t('tab.announce.stillOpen', { count: round.tally.open })}</p>}
      <div className={house.actions}>
        <Button appearance="primary" disabled={waits} onClick={() => setAsking(true)}>
          {t('tab.beginAwayday.do')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('tab.beginAwayday.confirm.title')}
        confirm={t('tab.beginAwayday.do')}
        running={begin.isPending}
        onConfirm={() => begin.mutate({ params: { roundId: round.id }, body: {} }, { onSuccess })}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>{t('tab.beginAwayday.confirm.text')}</p>
        {begin.error !== null && <FaultBar fault={begin.error} />}
      </ConfirmDialog>
    </Section>
  );
};
