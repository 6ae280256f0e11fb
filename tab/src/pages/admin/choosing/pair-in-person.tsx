import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { type Choice, SearchBox } from '../../../components/search-box.js';
import { Section } from '../../../components/section.js';
import { keys } from '../../../data/keys.js';
import { useRoundPeople } from '../../../data/round-people.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** Names that are offered at once. */
const most = 8;

type PickProps = {
  readonly roundId: string;
  readonly label: string;
  readonly chosen: Choice | null;
  readonly onChoose: (person: Choice) => void;
};

/** Somebody who joined, whether they have a partner or not: no list of who is left is made here either. */
const Pick = ({ roundId, label, chosen, onChoose }: PickProps) => {
  const { t } = useWords();
  const useFound = (typed: string) => {
    const people = useRoundPeople(roundId, { text: typed, answer: 'joined' }, false, typed.trim().length > 1);
    const found = people.data?.people.slice(0, most);
    const choices = found?.map(({ person }) => ({ id: person.id, name: person.name, detail: person.functionName }));
    return { choices, isFetching: people.isFetching, error: people.error };
  };
  return (
    <SearchBox
      label={label}
      explanation={t('tab.openChoice.inPerson.explanation')}
      reads={t('tab.openChoice.inPerson.reads')}
      shown={chosen?.name ?? ''}
      useFound={useFound}
      onChoose={onChoose}
    />
  );
};

/** Enters a pair that two have made face to face, where they cannot on their phones; both have to have said yes themselves. */
export const PairInPerson = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [two, setTwo] = useState<readonly [Choice | null, Choice | null]>([null, null]);
  const [saidYes, setSaidYes] = useState(false);
  const [times, setTimes] = useState(0);
  const enter = useChange(routes.pairInPerson, { answers: keys.overview(round.id), outdates: [keys.board(round.id)] });
  const [one, other] = two;
  const ready = one !== null && other !== null && one.id !== other.id && saidYes;
  const send = (): void => {
    if (one === null || other === null) return;
    const onSuccess = (): void => {
      setTwo([null, null]);
      setSaidYes(false);
      setTimes(times + 1);
      feedback.done(t('tab.openChoice.inPerson.done'));
    };
    enter.mutate({ params: { roundId: round.id }, body: { personIds: [one.id, other.id], said: 'both-yes' } }, { onSuccess });
  };
  return (
    <Section title={t('tab.openChoice.inPerson.title')}>
      <p className={house.prose}>{t('tab.openChoice.inPerson.text')}</p>
      <div key={times} className={house.halves}>
        <Pick roundId={round.id} label={t('tab.openChoice.inPerson.one')} chosen={one} onChoose={(chosen) => setTwo([chosen, other])} />
        <Pick roundId={round.id} label={t('tab.openChoice.inPerson.other')} chosen={other} onChoose={(chosen) => setTwo([one, chosen])} />
      </div>
      <Checkbox
        checked={saidYes}
        onChange={(_event, { checked }) => setSaidYes(checked === true)}
        label={t('tab.openChoice.inPerson.bothSaidYes')}
      />
      {enter.error !== null && <FaultBar fault={enter.error} />}
      <div className={house.actions}>
        <DoButton
          appearance="secondary"
          whyNot={ready ? null : t('tab.openChoice.inPerson.whyNot')}
          running={enter.isPending}
          onClick={send}
        >
          {t('tab.openChoice.inPerson.do')}
        </DoButton>
      </div>
    </Section>
  );
};
