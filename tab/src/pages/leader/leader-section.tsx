import type { LeaderPage } from '@coaching-pairs/shared/wire/mine';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { PairList } from '../../components/pair-list.js';
import { People } from '../../components/person.js';
import { Section } from '../../components/section.js';
import { ShowMore } from '../../components/show-more.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

const Names = ({ title, people, none }: { readonly title: string; readonly people: readonly Named[]; readonly none: string }) => {
  const house = useHouse();
  return (
    <div className={house.stack}>
      <h3 className={house.subheading}>{title}</h3>
      {people.length === 0 ? (
        <p className={`${house.prose} ${house.quiet}`}>{none}</p>
      ) : (
        <ShowMore items={people}>{(shown) => <People people={shown} size={24} />}</ShowMore>
      )}
    </div>
  );
};

/** What the round leader sees beyond any leader; nothing in it says who declined (CP-33). */
export const LeaderSection = ({ page }: { readonly page: LeaderPage }) => {
  const { t } = useWords();
  const house = useHouse();
  const note = (formed: boolean): string => (formed ? t('tab.leader.formed') : t('tab.leader.notFormed'));
  return (
    <Section title={t('tab.leader.title')}>
      <p className={house.prose}>{t('tab.leader.text')}</p>
      <Names title={t('tab.leader.joined', { count: page.joined.length })} people={page.joined} none={t('tab.leader.nobodyJoined')} />
      {page.proposed.length > 0 && (
        <div className={house.stack}>
          <h3 className={house.subheading}>{t('tab.leader.proposed', { count: page.proposed.length })}</h3>
          <PairList pairs={page.proposed.map(({ members, formed }) => ({ members, note: note(formed) }))} />
        </div>
      )}
      {page.beingReworked.length > 0 && (
        <Names title={t('tab.leader.reworked', { count: page.beingReworked.length })} people={page.beingReworked} none="" />
      )}
    </Section>
  );
};
