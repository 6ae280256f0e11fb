import { plainDate } from '@coaching-pairs/shared/ids';
import type { Progress } from '@coaching-pairs/shared/wire/progress';
import { Button } from '@fluentui/react-components';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { PausePerson } from './pause-person.js';
import { usePausing } from './use-pausing.js';

type Paused = Progress['paused'][number];

const PausedRow = ({ paused: { person, until }, onEnd }: { readonly paused: Paused; readonly onEnd: () => void }) => {
  const { t, date } = useWords();
  const house = useHouse();
  return (
    <li className={house.beside}>
      <span>{t('tab.progress.paused.line', { name: person.name, date: date(plainDate(until)) })}</span>
      <Button size="small" onClick={onEnd} aria-label={t('tab.progress.paused.endFor', { name: person.name })}>
        {t('tab.progress.paused.end')}
      </Button>
    </li>
  );
};

/** Whom organisers have set aside, with an end that can be undone, and the way to set somebody aside. */
export const PausedPeople = ({ roundId, paused }: { readonly roundId: string; readonly paused: readonly Paused[] }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const pausing = usePausing(roundId);
  const says = ({ person }: Paused, until: string | null, onSuccess: () => void): void =>
    pausing.mutate({ params: { roundId }, body: { personId: person.id, until } }, { onSuccess, onError: feedback.failed });
  const end = (one: Paused): void =>
    says(one, null, () =>
      feedback.done(t('tab.progress.paused.ended', { name: one.person.name }), () => says(one, one.until, () => undefined)),
    );
  return (
    <Section title={t('tab.progress.paused.title')}>
      <p className={house.prose}>{t('tab.progress.paused.text')}</p>
      {paused.length === 0 ? (
        <p className={house.prose}>{t('tab.progress.paused.none')}</p>
      ) : (
        <ul className={house.list}>
          {paused.map((one) => (
            <PausedRow key={one.person.id} paused={one} onEnd={() => end(one)} />
          ))}
        </ul>
      )}
      <PausePerson roundId={roundId} />
    </Section>
  );
};
