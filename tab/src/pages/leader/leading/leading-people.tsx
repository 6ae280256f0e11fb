import type { Leading } from '@coaching-pairs/shared/wire/leading';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { FaultBar } from '../../../components/fault-bar.js';
import { NameRows } from '../../../components/name-rows.js';
import { PairList } from '../../../components/pair-list.js';
import { People } from '../../../components/person.js';
import { Section } from '../../../components/section.js';
import type { NameList } from '../../../data/name-list.js';
import { useLeadingPeople, useProposed } from '../../../data/round-pairs.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { PairsSection } from '../pairs-section.js';

/** From here on names stand below each other, in a place to scroll in. */
const mostTogether = 40;

type NamesProps = { readonly title: string; readonly list: NameList<Named>; readonly none: string };

const Names = ({ title, list: { items, total, more, fault, retry }, none }: NamesProps) => {
  const house = useHouse();
  const isLong = total > mostTogether;
  return (
    <Section title={title}>
      {fault !== null && <FaultBar fault={fault} retry={retry} />}
      {total === 0 && <p className={`${house.prose} ${house.quiet}`}>{none}</p>}
      {total > 0 && !isLong && <People people={items} size={24} />}
      {isLong && <NameRows label={title} rows={items.map((one) => [one])} total={total} more={more} />}
    </Section>
  );
};

/** Matches that are put to people; once the pairs are announced only those that are not among these. */
const Proposed = ({ round }: { readonly round: Leading }) => {
  const { t } = useWords();
  const house = useHouse();
  const { items, total, more, fault, retry } = useProposed(round);
  if (total === 0 && round.map !== null) return null;
  return (
    <Section title={t('tab.leader.proposed', { count: total })}>
      {fault !== null && <FaultBar fault={fault} retry={retry} />}
      {total === 0 ? (
        <p className={`${house.prose} ${house.quiet}`}>{t('tab.leading.noPairs')}</p>
      ) : (
        <PairList
          pairs={items.map(({ members, formed }) => ({ members, note: t(formed ? 'tab.leader.formed' : 'tab.leader.notFormed') }))}
          total={total}
          more={more}
        />
      )}
    </Section>
  );
};

/** Who joined, and the pairs: as proposed, then as announced; nothing in it says who declined (CP-33). */
export const LeadingPeople = ({ round }: { readonly round: Leading }) => {
  const { t } = useWords();
  const joined = useLeadingPeople(round, 'joined');
  const reworked = useLeadingPeople(round, 'beingReworked');
  return (
    <>
      <Names title={t('tab.leader.joined', { count: joined.total })} list={joined} none={t('tab.leader.nobodyJoined')} />
      {round.pairCount > 0 && <PairsSection roundId={round.id} count={round.pairCount} />}
      <Proposed round={round} />
      {reworked.total > 0 && <Names title={t('tab.leader.reworked', { count: reworked.total })} list={reworked} none="" />}
    </>
  );
};
