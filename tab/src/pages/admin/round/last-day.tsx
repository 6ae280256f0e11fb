import { plainDate } from '@coaching-pairs/shared/ids';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { WhoReads } from '../../../components/who-reads.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

type DialogProps = { readonly round: RoundOverview; readonly onClose: () => void };

const LastDayDialog = ({ round, onClose }: DialogProps) => {
  const { t, date } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [day, setDay] = useState<string>(round.answersBy);
  const move = useChange(routes.changeAnswersBy, { answers: keys.overview(round.id), outdates: [keys.me] });
  const save = (): void =>
    move.mutate(
      { params: { roundId: round.id }, body: { answersBy: day } },
      {
        onSuccess: () => {
          feedback.done(t('tab.lastDay.done', { date: date(plainDate(day)) }));
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      open
      title={t('tab.lastDay.title')}
      confirm={t('tab.lastDay.confirm')}
      running={move.isPending}
      ready={day !== '' && day !== round.answersBy}
      onConfirm={save}
      onClose={onClose}
    >
      <p className={house.prose}>{t('tab.lastDay.text', { start: date(plainDate(round.startsOn)) })}</p>
      <Field className={house.field} label={t('tab.plan.answersBy')} hint={<WhoReads text={t('tab.reads.round')} />} required>
        <Input type="date" value={day} max={round.startsOn} onChange={(_event, { value }) => setDay(value)} />
      </Field>
      {move.error !== null && <FaultBar fault={move.error} />}
    </ConfirmDialog>
  );
};

/** The last day for answers, and the way to move it. */
export const LastDay = ({ round }: { readonly round: RoundOverview }) => {
  const { t, date } = useWords();
  const house = useHouse();
  const [asking, setAsking] = useState(false);
  return (
    <div className={house.spread}>
      <span>{t('tab.lastDay.now', { date: date(plainDate(round.answersBy)) })}</span>
      <Button onClick={() => setAsking(true)}>{t('tab.lastDay.move')}</Button>
      {asking && <LastDayDialog round={round} onClose={() => setAsking(false)} />}
    </div>
  );
};
