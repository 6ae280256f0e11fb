import { useState } from 'react';
import { AskedView } from '../../components/asked-view.js';
import { NameFilter } from '../../components/name-filter.js';
import { NameRows } from '../../components/name-rows.js';
import { PairList } from '../../components/pair-list.js';
import { Section } from '../../components/section.js';
import { useRoundPairs } from '../../data/round-pairs.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

/** From here on there is a search. */
const manyPairs = 12;
/** From here on they stand below each other, in a place to scroll in. */
const mostCards = 40;

type PairsSectionProps = {
  readonly roundId: string;
  /** How many are announced. */
  readonly count: number;
};

/** The announced pairs, with a search where there are many, and a page at a time. */
export const PairsSection = ({ roundId, count }: PairsSectionProps) => {
  const { t } = useWords();
  const house = useHouse();
  const [sought, setSought] = useState('');
  const found = useRoundPairs(roundId, sought);
  const title = t('tab.pairs.title', { count });
  return (
    <Section title={title}>
      {count > manyPairs && <NameFilter label={t('tab.people.search')} value={sought} onChange={setSought} />}
      <AskedView asked={found}>
        {({ pairs, total }) => {
          if (pairs.length === 0) return <p className={house.quiet}>{t('tab.people.nobodyFound')}</p>;
          if (total <= mostCards) return <PairList pairs={pairs} />;
          return <NameRows key={sought} label={title} rows={pairs.map(({ members }) => members)} total={total} more={found.more} />;
        }}
      </AskedView>
    </Section>
  );
};
