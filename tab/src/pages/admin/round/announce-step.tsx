import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { AskedView } from '../../../components/asked-view.js';
import { PairList } from '../../../components/pair-list.js';
import { Section } from '../../../components/section.js';
import { useBoard, usePeople } from '../../../data/admin.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AnnounceForm } from './announce-form.js';
import { BeginAwayday } from './begin-awayday.js';

const FormedPairs = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const board = useBoard(round.id);
  return (
    <Section title={t('tab.announce.pairs', { count: round.tally.pairs })}>
      <AskedView asked={board}>
        {({ pairs }) => (pairs.length === 0 ? <p className={house.prose}>{t('tab.announce.noPairs')}</p> : <PairList pairs={pairs} />)}
      </AskedView>
    </Section>
  );
};

/** Step 6: the pairs become known to everybody who joined. */
export const AnnounceStep = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const people = usePeople(round.id);
  if (round.state === 'active' || round.state === 'awayday' || round.state === 'closed') {
    return (
      <>
        <BeginAwayday round={round} />
        <FormedPairs round={round} />
      </>
    );
  }
  if (round.state !== 'proposed') {
    return (
      <Section title={t('tab.announce.title')}>
        <p className={house.prose}>{t('tab.announce.later')}</p>
      </Section>
    );
  }
  return (
    <>
      <AskedView asked={people}>{(known) => <AnnounceForm round={round} people={known.people} />}</AskedView>
      <FormedPairs round={round} />
    </>
  );
};
