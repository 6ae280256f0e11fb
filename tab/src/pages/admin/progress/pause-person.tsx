import { plainDate } from '@coaching-pairs/shared/ids';
import { daysAfter } from '@coaching-pairs/shared/time';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useToday } from '../../../data/me.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { RoundPersonSearch } from '../people/round-person-search.js';
import { usePausing } from './use-pausing.js';

type Choice = { readonly person: Named; readonly day: string };
type ConfirmProps = { readonly roundId: string; readonly choice: Choice; readonly onDone: () => void; readonly onClose: () => void };

const ConfirmPause = ({ roundId, choice, onDone, onClose }: ConfirmProps) => {
  const { t, date } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const pausing = usePausing(roundId);
  const said = { name: choice.person.name, date: date(plainDate(choice.day)) };
  const onSuccess = (): void => {
    feedback.done(t('tab.progress.paused.done', said));
    onDone();
  };
  return (
    <ConfirmDialog
      open
      title={t('tab.progress.paused.dialog', said)}
      confirm={t('tab.progress.paused.confirm')}
      running={pausing.isPending}
      onConfirm={() => pausing.mutate({ params: { roundId }, body: { personId: choice.person.id, until: choice.day } }, { onSuccess })}
      onClose={onClose}
    >
      <p className={house.prose}>{t('tab.progress.paused.dialogText')}</p>
      {pausing.error !== null && <FaultBar fault={pausing.error} />}
    </ConfirmDialog>
  );
};

/** Chooses somebody of the round and the day on which they are back, and asks once more; never why. */
export const PausePerson = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const today = useToday();
  const [person, setPerson] = useState<Named | null>(null);
  const [day, setDay] = useState('');
  const [choice, setChoice] = useState<Choice | null>(null);
  const first = today === null ? {} : { min: daysAfter(plainDate(today), 1) };
  const done = (): void => {
    setPerson(null);
    setDay('');
    setChoice(null);
  };
  return (
    <>
      <h3 className={house.subheading}>{t('tab.progress.paused.do')}</h3>
      <div className={house.halves}>
        <RoundPersonSearch
          roundId={roundId}
          label={t('tab.progress.paused.who')}
          reads={t('tab.progress.paused.reads')}
          chosen={person}
          onChoose={setPerson}
        />
        <Field label={t('tab.progress.paused.until')} hint={<WhoReads text={t('tab.progress.paused.reads')} />}>
          <Input type="date" value={day} {...first} onChange={(_event, { value }) => setDay(value)} />
        </Field>
      </div>
      <div className={house.actions}>
        <DoButton
          appearance="secondary"
          whyNot={person === null || day === '' ? t('tab.progress.paused.why') : null}
          onClick={() => person !== null && setChoice({ person, day })}
        >
          {t('tab.progress.paused.do')}
        </DoButton>
      </div>
      {choice !== null && <ConfirmPause roundId={roundId} choice={choice} onDone={done} onClose={() => setChoice(null)} />}
    </>
  );
};
