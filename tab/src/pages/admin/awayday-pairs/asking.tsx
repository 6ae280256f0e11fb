import { type Instant, instant, plainDate } from '@coaching-pairs/shared/ids';
import type { FeedbackBoard } from '@coaching-pairs/shared/wire/feedback';
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
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

type StepProps = { readonly roundId: string; readonly board: FeedbackBoard };
type DayProps = { readonly day: string; readonly onChange: (day: string) => void };

const LastDay = ({ day, onChange }: DayProps) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Field className={house.field} label={t('tab.feedbackPairs.lastDay')} hint={<WhoReads text={t('tab.reads.round')} />} required>
      <Input type="date" value={day} onChange={(_event, { value }) => onChange(value)} />
    </Field>
  );
};

/** Before anybody is asked: what it is about, until when, and the question itself. */
export const AskStep = ({ roundId, board }: StepProps) => {
  const { t, date } = useWords();
  const house = useHouse();
  const [day, setDay] = useState<string>(board.proposedBy);
  const [asking, setAsking] = useState(false);
  const ask = useChange(routes.askNames, { outdates: [keys.round(roundId), keys.me] });
  const send = (): void => ask.mutate({ params: { roundId }, body: { namesBy: day } }, { onSuccess: () => setAsking(false) });
  return (
    <Section title={t('tab.feedbackPairs.ask.title')} accent>
      <p className={house.prose}>{t('tab.feedbackPairs.ask.text')}</p>
      <p className={house.prose}>{t('tab.feedbackPairs.ask.whom')}</p>
      <LastDay day={day} onChange={setDay} />
      <div className={house.actions}>
        <Button appearance="primary" disabled={day === ''} onClick={() => setAsking(true)}>
          {t('tab.feedbackPairs.ask.open')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('tab.feedbackPairs.ask.sure')}
        confirm={t('tab.feedbackPairs.ask.confirm')}
        running={ask.isPending}
        onConfirm={send}
        onClose={() => setAsking(false)}
      >
        {day !== '' && <p className={house.prose}>{t('tab.feedbackPairs.ask.sureText', { date: date(plainDate(day)) })}</p>}
        {ask.error !== null && <FaultBar fault={ask.error} />}
      </ConfirmDialog>
    </Section>
  );
};

const MoveDialog = ({ roundId, board, onClose }: StepProps & { readonly onClose: () => void }) => {
  const { t, date } = useWords();
  const feedback = useFeedback();
  const [day, setDay] = useState<string>(board.namesBy ?? board.proposedBy);
  const move = useChange(routes.moveNamesBy, { answers: keys.feedbackBoard(roundId) });
  const onSuccess = (): void => {
    feedback.done(t('tab.feedbackPairs.moved', { date: date(plainDate(day)) }));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t('tab.feedbackPairs.move')}
      confirm={t('tab.feedbackPairs.moveIt')}
      running={move.isPending}
      ready={day !== '' && day !== board.namesBy}
      onConfirm={() => move.mutate({ params: { roundId }, body: { namesBy: day } }, { onSuccess })}
      onClose={onClose}
    >
      <LastDay day={day} onChange={setDay} />
      {move.error !== null && <FaultBar fault={move.error} />}
    </ConfirmDialog>
  );
};

const before = (closesAt: string): Instant => instant(new Date(Date.parse(closesAt) - 60_000).toISOString());

/** While names are taken, or once they are in: until when, and the way to the pairs. */
export const NamesStep = ({ roundId, board }: StepProps) => {
  const { t, dateTime } = useWords();
  const { zone } = useSession();
  const house = useHouse();
  const [moving, setMoving] = useState(false);
  const pair = useChange(routes.pairFeedback, { outdates: [keys.round(roundId)] });
  const when = board.closesAt === null ? '' : dateTime(before(board.closesAt), zone);
  const isOver = board.stage === 'closed';
  return (
    <Section title={isOver ? t('tab.feedbackPairs.closed.title') : t('tab.feedbackPairs.asking.title')} accent={isOver}>
      <p className={house.prose}>{isOver ? t('tab.feedbackPairs.closed.text', { when }) : t('tab.feedbackPairs.asking.text', { when })}</p>
      <p className={`${house.prose} ${house.quiet}`}>{t('tab.feedbackPairs.discreet')}</p>
      <div className={house.actions}>
        {isOver && (
          <Button appearance="primary" disabledFocusable={pair.isPending} onClick={() => pair.mutate({ params: { roundId }, body: {} })}>
            {t('tab.feedbackPairs.make')}
          </Button>
        )}
        <Button onClick={() => setMoving(true)}>{t('tab.feedbackPairs.move')}</Button>
      </div>
      {pair.error !== null && <FaultBar fault={pair.error} />}
      {moving && <MoveDialog roundId={roundId} board={board} onClose={() => setMoving(false)} />}
    </Section>
  );
};
