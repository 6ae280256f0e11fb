import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { type Pairs, useRepeats } from './use-repeats.js';

type AllowRepeatsProps = { readonly roundId: string; readonly pairs: Pairs; readonly done: boolean };

/**
 * Lets earlier partners meet again where nobody else is possible: recorded with name and day, and taken back at once (CP-15). It
 * stays where it is once that is done, so that what is said of it, and the way back, are still there.
 */
export const AllowRepeats = ({ roundId, pairs, done }: AllowRepeatsProps) => {
  const { t, list } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const repeats = useRepeats(roundId);
  const [asking, setAsking] = useState(false);
  const close = (): void => {
    repeats.reset();
    setAsking(false);
  };
  const undo = (): void =>
    repeats.say(pairs, false, { onSuccess: () => feedback.done(t('tab.repeats.takenBack')), onError: feedback.failed });
  const allow = (): void => {
    const onSuccess = (): void => {
      close();
      feedback.done(t('tab.repeats.allowed'), undo);
    };
    repeats.say(pairs, true, { onSuccess });
  };
  return (
    <>
      {done ? (
        <strong>{t('tab.board.help.done')}</strong>
      ) : (
        <Button size="small" onClick={() => setAsking(true)}>
          {t('tab.repeats.do')}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        title={t('tab.repeats.title')}
        confirm={t('tab.repeats.do')}
        running={repeats.running}
        onConfirm={allow}
        onClose={close}
      >
        <ul className={house.bullets}>
          {pairs.map((pair) => (
            <li key={pair.map(({ id }) => id).join(' ')}>{list(pair.map(({ name }) => name))}</li>
          ))}
        </ul>
        <p className={house.prose}>{t('tab.repeats.text')}</p>
        <p className={house.prose}>{t('tab.repeats.next')}</p>
        {repeats.error !== null && <FaultBar fault={repeats.error} />}
      </ConfirmDialog>
    </>
  );
};
