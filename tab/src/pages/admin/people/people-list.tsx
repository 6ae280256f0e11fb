import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { AskedView } from '../../../components/asked-view.js';
import { NameFilter } from '../../../components/name-filter.js';
import { VirtualList } from '../../../components/virtual-list.js';
import { type PeopleAsked, useRoundPeople } from '../../../data/round-people.js';
import { useWords } from '../../../session.js';
import { phone, useHouse } from '../../../style/house.js';
import { ChoiceFilter } from './choice-filter.js';
import { PersonRow } from './person-row.js';

const answers = ['joined', 'none', 'sitting-out'] as const;

export const useTools = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  search: { flex: '1 1 220px', maxWidth: 'none' },
  filter: { flex: '0 1 220px', [phone]: { flex: '1 1 220px' } },
  /** Where there are several filters the search has a line to itself, and they share the next. */
  alone: { flex: '1 1 100%', maxWidth: 'none' },
  even: { flex: '1 1 200px' },
});

type PeopleListProps = { readonly roundId: string; readonly withStanding: boolean; readonly every: number | false };

/** The population with their answers, to be searched and filtered; where they stand is told once matching has begun. */
export const PeopleList = ({ roundId, withStanding, every }: PeopleListProps) => {
  const { t } = useWords();
  const house = useHouse();
  const tools = useTools();
  const [asked, setAsked] = useState<PeopleAsked>({});
  const people = useRoundPeople(roundId, asked, every);
  return (
    <>
      <div className={tools.tools}>
        <NameFilter
          className={tools.search}
          label={t('tab.people.searchBoth')}
          value={asked.text ?? ''}
          onChange={(text) => setAsked({ ...asked, text })}
        />
        <ChoiceFilter
          className={tools.filter}
          label={t('tab.people.filter')}
          all={t('tab.people.filter.all')}
          choices={answers.map((one) => ({ value: one, text: t(`tab.people.filter.${one}`) }))}
          chosen={asked.answer}
          onChoose={(answer) => setAsked({ ...asked, answer: answers.find((one) => one === answer) })}
        />
      </div>
      <AskedView asked={people}>
        {(known) => (
          <>
            <span role="status" className={house.small}>
              {t('tab.people.found', { count: known.total })}
            </span>
            <VirtualList
              key={JSON.stringify(asked)}
              label={t('tab.answers.title')}
              items={known.people}
              total={known.total}
              keyOf={({ person }) => person.id}
              more={people.more}
            >
              {(one) => <PersonRow one={one} withStanding={withStanding} />}
            </VirtualList>
          </>
        )}
      </AskedView>
    </>
  );
};
