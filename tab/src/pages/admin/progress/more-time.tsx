import { plainDate } from '@coaching-pairs/shared/ids';
import type { Progress } from '@coaching-pairs/shared/wire/progress';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { LastDay } from '../round/last-day.js';

type Matches = Progress['matches'];
type DialogProps = { readonly roundId: string; readonly matches: Matches; readonly onClose: () => void };

const MoveDialog = ({ roundId, matches, onClose }: DialogProps) => {
  const { t, date } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [day, setDay] = useState('');
  const move = useChange(routes.moveAnswerDay, {
    answers: keys.progress(roundId),
    outdates: [keys.board(roundId), keys.overview(roundId), keys.me],
  });
  const onSuccess = (): void => {
    feedback.done(t('tab.progress.days.done', { date: date(plainDate(day)) }));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t('tab.progress.days.dialog')}
      confirm={t('tab.lastDay.confirm')}
      running={move.isPending}
      ready={day !== ''}
      onConfirm={() => move.mutate({ params: { roundId }, body: { until: day } }, { onSuccess })}
      onClose={onClose}
    >
      <p className={house.prose}>{t('tab.progress.days.text')}</p>
      <Field className={house.field} label={t('tab.progress.days.until')} hint={<WhoReads text={t('tab.progress.days.reads')} />} required>
        <Input type="date" value={day} min={matches.from} max={matches.to} onChange={(_event, { value }) => setDay(value)} />
      </Field>
      {move.error !== null && <FaultBar fault={move.error} />}
    </ConfirmDialog>
  );
};

const OfMatches = ({ roundId, matches }: { readonly roundId: string; readonly matches: Matches }) => {
  const { t, date } = useWords();
  const house = useHouse();
  const [asking, setAsking] = useState(false);
  const { open, firstDay } = matches;
  if (firstDay === null) return <p className={house.prose}>{t('tab.progress.days.noMatches')}</p>;
  return (
    <div className={house.spread}>
      <span>{t('tab.progress.days.matches', { open, date: date(plainDate(firstDay)) })}</span>
      <Button onClick={() => setAsking(true)}>{t('tab.progress.days.move')}</Button>
      {asking && <MoveDialog roundId={roundId} matches={matches} onClose={() => setAsking(false)} />}
    </div>
  );
};

const answering: readonly RoundOverview['state'][] = ['kick-off', 'inviting', 'matching', 'proposed'];

/** Last days, and the ways to move them: for answers to the invitation, and for answers to matches. */
export const MoreTime = ({ round, progress }: { readonly round: RoundOverview; readonly progress: Progress }) => {
  const { t } = useWords();
  const house = useHouse();
  const matched = round.state === 'proposed' || round.state === 'active';
  const answers = answering.includes(round.state);
  return (
    <Section title={t('tab.progress.days.title')}>
      {answers && <LastDay round={round} />}
      {matched && <OfMatches roundId={round.id} matches={progress.matches} />}
      {!answers && !matched && <p className={house.prose}>{t('tab.progress.days.closed')}</p>}
    </Section>
  );
};
