import type { DryRun, DryRunPerson } from '@coaching-pairs/shared/wire/opening';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { AskedView } from '../../../components/asked-view.js';
import { useFeedback } from '../../../components/feedback.js';
import { NameFilter } from '../../../components/name-filter.js';
import { Section } from '../../../components/section.js';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useSettled } from '../../../data/use-settled.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { DryRunRow } from './dry-run-row.js';

/** People a press brings, as many as the bot answers at a time. */
const perAnswer = 50;

const Rows = ({ roundId, text, first }: { readonly roundId: string; readonly text: string; readonly first: DryRun }) => {
  const { words, call } = useSession();
  const { t } = words;
  const house = useHouse();
  const feedback = useFeedback();
  const [further, setFurther] = useState<readonly DryRunPerson[]>([]);
  const [left, setLeft] = useState(first.more);
  const shown = [...first.people, ...further];
  const goOn = (): void => {
    const query = { q: text, from: String(shown.length) };
    call<DryRun>(routes.dryRun, { params: { roundId }, query }).then(({ people, more }) => {
      setFurther([...further, ...people]);
      setLeft(more);
    }, feedback.failed);
  };
  if (shown.length === 0) return <p className={house.prose}>{t('tab.dryRun.found')}</p>;
  return (
    <>
      <ul className={house.list}>
        {shown.map((one) => (
          <DryRunRow key={one.person.id} one={one} />
        ))}
      </ul>
      {left > 0 && (
        <div className={house.row}>
          <Button onClick={goOn}>{t('tab.action.showMore', { count: Math.min(perAnswer, left) })}</Button>
        </div>
      )}
    </>
  );
};

/** Person by person; those first who need somebody's attention, and anybody by name. */
export const DryRunPeople = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim());
  const asked = useAsked(routes.dryRun, { key: keys.dryRun(roundId, text), params: { roundId }, query: { q: text }, fresh: 0 });
  return (
    <Section title={t('tab.dryRun.people')}>
      <p className={house.prose}>{t('tab.dryRun.peopleText')}</p>
      <NameFilter label={t('tab.dryRun.search')} value={typed} onChange={setTyped} />
      <AskedView asked={asked}>
        {(found) => <Rows key={`${text} ${asked.dataUpdatedAt}`} roundId={roundId} text={text} first={found} />}
      </AskedView>
    </Section>
  );
};
