import type { Named } from '@coaching-pairs/shared/wire/parts';
import { useState } from 'react';
import { NameFilter } from '../../components/name-filter.js';
import { PairList } from '../../components/pair-list.js';
import { Section } from '../../components/section.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

const manyPairs = 12;

/** The announced pairs, with a search where there are many. */
export const PairsSection = ({ pairs }: { readonly pairs: readonly (readonly Named[])[] }) => {
  const { t } = useWords();
  const house = useHouse();
  const [sought, setSought] = useState('');
  const found = pairs.filter((pair) => pair.some((one) => one.name.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase())));
  return (
    <Section title={t('tab.pairs.title', { count: pairs.length })}>
      {pairs.length > manyPairs && <NameFilter label={t('tab.people.search')} value={sought} onChange={setSought} />}
      {found.length === 0 ? (
        <p className={house.quiet}>{t('tab.people.nobodyFound')}</p>
      ) : (
        <PairList pairs={found.map((members) => ({ members }))} />
      )}
    </Section>
  );
};
