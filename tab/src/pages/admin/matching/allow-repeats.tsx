import { useFeedback } from '../../../components/feedback.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { OfferButton } from './offer-button.js';
import { type Pairs, useRepeats } from './use-repeats.js';

type AllowRepeatsProps = { readonly roundId: string; readonly pairs: Pairs; readonly done: boolean };

/** Lets earlier partners meet again where nobody else is possible: recorded with name and day, and taken back at once (CP-15). */
export const AllowRepeats = ({ roundId, pairs, done }: AllowRepeatsProps) => {
  const { t, list } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const repeats = useRepeats(roundId);
  const undo = (): void =>
    repeats.say(pairs, false, { onSuccess: () => feedback.done(t('tab.repeats.takenBack')), onError: feedback.failed });
  const allow = (close: () => void): void => {
    const onSuccess = (): void => {
      close();
      feedback.done(t('tab.repeats.allowed'), undo);
    };
    repeats.say(pairs, true, { onSuccess });
  };
  return (
    <OfferButton
      done={done}
      act={t('tab.repeats.do')}
      title={t('tab.repeats.title')}
      running={repeats.running}
      error={repeats.error}
      onAct={allow}
      onClose={repeats.reset}
    >
      <ul className={house.bullets}>
        {pairs.map((pair) => (
          <li key={pair.map(({ id }) => id).join(' ')}>{list(pair.map(({ name }) => name))}</li>
        ))}
      </ul>
      <p className={house.prose}>{t('tab.repeats.text')}</p>
      <p className={house.prose}>{t('tab.repeats.next')}</p>
    </OfferButton>
  );
};
