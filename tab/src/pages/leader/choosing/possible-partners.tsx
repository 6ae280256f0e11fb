import type { ChoosingBoard } from '@coaching-pairs/shared/wire/choosing';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useFeedback } from '../../../components/feedback.js';
import { NameFilter } from '../../../components/name-filter.js';
import { Person } from '../../../components/person.js';
import { Section } from '../../../components/section.js';
import { ShowMore } from '../../../components/show-more.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { CameBetween } from './came-between.js';
import { useAsk, useLookAgain } from './use-choosing.js';

/** So many names are looked through without a box to narrow them. */
const fewEnough = 8;

type ListProps = {
  readonly people: readonly Named[];
  readonly waits: boolean;
  readonly running: boolean;
  readonly onAsk: (person: Named) => void;
};

const List = ({ people, waits, running, onAsk }: ListProps) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <ShowMore items={people}>
      {(shown) => (
        <ul className={house.list}>
          {shown.map((person) => (
            <li key={person.id} className={house.beside}>
              <Person person={person} />
              <Button
                disabledFocusable={waits || running}
                aria-label={t('tab.choose.possible.askName', { name: person.name })}
                onClick={() => onAsk(person)}
              >
                {t('tab.choose.possible.ask')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </ShowMore>
  );
};

const foundIn = (people: readonly Named[], typed: string): readonly Named[] => {
  const text = typed.trim().toLocaleLowerCase();
  return text === '' ? people : people.filter(({ name }) => name.toLocaleLowerCase().includes(text));
};

/** Whom I may ask, and nobody whom a rule keeps from me; the list is nobody else's. */
export const PossiblePartners = ({ roundId, board }: { readonly roundId: string; readonly board: ChoosingBoard }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [typed, setTyped] = useState('');
  const ask = useAsk(roundId);
  const lookAgain = useLookAgain(roundId);
  const { possible, mine } = board;
  const waits = mine.kind === 'asked';
  const found = foundIn(possible, typed);
  const onAsk = ({ id, name }: Named): void =>
    ask.mutate(
      { params: { roundId }, body: { personId: id } },
      {
        onSuccess: ({ mine: now }) => {
          if (now.kind === 'asked') feedback.done(t('tab.choose.possible.asked', { name }));
          // Two who ask each other have both said yes.
          if (now.kind === 'paired') feedback.done(t('tab.choose.possible.bothAsked', { name }));
        },
        onError: lookAgain,
      },
    );
  return (
    <Section title={t('tab.choose.possible.title', { count: possible.length })}>
      <WhoReads text={t('tab.choose.possible.reads')} />
      {waits && <p className={house.prose}>{t('tab.choose.possible.first')}</p>}
      {ask.error !== null && <CameBetween fault={ask.error} />}
      {possible.length > fewEnough && (
        <NameFilter label={t('tab.choose.possible.find')} value={typed} onChange={setTyped} className={house.field} />
      )}
      {possible.length === 0 ? (
        <p className={house.prose}>{t('tab.choose.possible.none')}</p>
      ) : found.length === 0 ? (
        <p className={house.prose}>{t('tab.choose.possible.notFound')}</p>
      ) : (
        <List people={found} waits={waits} running={ask.isPending} onAsk={onAsk} />
      )}
    </Section>
  );
};
