import type { Leading } from '@coaching-pairs/shared/wire/leading';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { PairList } from '../../../components/pair-list.js';
import { People } from '../../../components/person.js';
import { Section } from '../../../components/section.js';
import { ShowMore } from '../../../components/show-more.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { PairsSection } from '../pairs-section.js';

const Names = ({ title, people, none }: { readonly title: string; readonly people: readonly Named[]; readonly none: string }) => {
  const house = useHouse();
  return (
    <Section title={title}>
      {people.length === 0 ? (
        <p className={`${house.prose} ${house.quiet}`}>{none}</p>
      ) : (
        <ShowMore items={people}>{(shown) => <People people={shown} size={24} />}</ShowMore>
      )}
    </Section>
  );
};

/** Matches that are put to people; once the pairs are announced only those that are not among these. */
const Proposed = ({ round }: { readonly round: Leading }) => {
  const { t } = useWords();
  const house = useHouse();
  const announced = round.map !== null;
  const proposed = round.page.proposed.filter(({ formed }) => !(announced && formed));
  if (proposed.length === 0 && announced) return null;
  return (
    <Section title={t('tab.leader.proposed', { count: proposed.length })}>
      {proposed.length === 0 ? (
        <p className={`${house.prose} ${house.quiet}`}>{t('tab.leading.noPairs')}</p>
      ) : (
        <PairList
          pairs={proposed.map(({ members, formed }) => ({ members, note: t(formed ? 'tab.leader.formed' : 'tab.leader.notFormed') }))}
        />
      )}
    </Section>
  );
};

/** Who joined, and the pairs: as proposed, then as announced; nothing in it says who declined (CP-33). */
export const LeadingPeople = ({ round }: { readonly round: Leading }) => {
  const { t } = useWords();
  const { joined, beingReworked } = round.page;
  return (
    <>
      <Names title={t('tab.leader.joined', { count: joined.length })} people={joined} none={t('tab.leader.nobodyJoined')} />
      {round.pairs.length > 0 && <PairsSection pairs={round.pairs} />}
      <Proposed round={round} />
      {beingReworked.length > 0 && (
        <Names title={t('tab.leader.reworked', { count: beingReworked.length })} people={beingReworked} none="" />
      )}
    </>
  );
};
