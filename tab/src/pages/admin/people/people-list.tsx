import type { RoundPerson } from '@coaching-pairs/shared/wire/people';
import { makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { NameFilter } from '../../../components/name-filter.js';
import { ShowMore } from '../../../components/show-more.js';
import { useWords } from '../../../session.js';
import { phone, useHouse } from '../../../style/house.js';
import { PersonRow } from './person-row.js';

const filters = ['all', 'joined', 'none', 'sitting-out'] as const;
type Filter = (typeof filters)[number];

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  search: { flex: '1 1 220px', maxWidth: 'none' },
  filter: { flex: '0 1 220px', [phone]: { flex: '1 1 220px' } },
});

/** Those whose name or function holds the text and whose answer is the one looked for. */
export const peopleMatching = (people: readonly RoundPerson[], sought: string, filter: Filter): readonly RoundPerson[] => {
  const text = sought.trim().toLocaleLowerCase();
  return people.filter(
    ({ person, answer }) =>
      (filter === 'all' || answer === filter) &&
      (text === '' || person.name.toLocaleLowerCase().includes(text) || (person.functionName ?? '').toLocaleLowerCase().includes(text)),
  );
};

/** The population with their answers, to be searched and filtered; where they stand is told once matching has begun. */
export const PeopleList = ({ people, withStanding }: { readonly people: readonly RoundPerson[]; readonly withStanding: boolean }) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const [sought, setSought] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const found = peopleMatching(people, sought, filter);
  return (
    <>
      <div className={styles.tools}>
        <NameFilter className={styles.search} label={t('tab.people.searchBoth')} value={sought} onChange={setSought} />
        <Select
          className={styles.filter}
          aria-label={t('tab.people.filter')}
          value={filter}
          onChange={(_event, { value }) => setFilter(filters.find((one) => one === value) ?? 'all')}
        >
          {filters.map((one) => (
            <option key={one} value={one}>
              {t(`tab.people.filter.${one}`)}
            </option>
          ))}
        </Select>
      </div>
      <span role="status" className={house.small}>
        {t('tab.people.found', { count: found.length })}
      </span>
      <ShowMore items={found} step={50} key={`${filter} ${sought}`}>
        {(shown) => (
          <ul className={house.list} style={{ gap: 0 }}>
            {shown.map((one) => (
              <PersonRow key={one.person.id} one={one} withStanding={withStanding} />
            ))}
          </ul>
        )}
      </ShowMore>
    </>
  );
};
