import type { Board } from '@coaching-pairs/shared/wire/board';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { useEffect } from 'react';
import { AskedView, Waiting } from '../../../components/asked-view.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { PairList } from '../../../components/pair-list.js';
import { Section } from '../../../components/section.js';
import { useBoard } from '../../../data/admin.js';
import { useBoardList } from '../../../data/board-pages.js';
import { useRoundPeople } from '../../../data/round-people.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AnnounceForm } from './announce-form.js';
import { BeginAwayday } from './begin-awayday.js';

const Listed = ({ roundId, board }: { readonly roundId: string; readonly board: Board }) => {
  const { items, total, more, fault, retry } = useBoardList(roundId, board, 'pairs', {});
  return fault === null ? <PairList pairs={items} total={total} more={more} /> : <FaultBar fault={fault} retry={retry} />;
};

const FormedPairs = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const board = useBoard(round.id);
  return (
    <Section title={t('tab.announce.pairs', { count: round.tally.pairs })}>
      <AskedView asked={board}>
        {(known) =>
          known.counts.pairs === 0 ? (
            <p className={house.prose}>{t('tab.announce.noPairs')}</p>
          ) : (
            <Listed roundId={round.id} board={known} />
          )
        }
      </AskedView>
    </Section>
  );
};

/** Everybody who joined and is in no pair: all of them, since each is to be acknowledged. */
const useAlone = (roundId: string) => {
  const alone = useRoundPeople(roundId, { partner: 'none' });
  const { more } = alone;
  useEffect(() => {
    more?.();
  }, [more]);
  return alone;
};

/** Step 6: the pairs become known to everybody who joined. */
export const AnnounceStep = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const alone = useAlone(round.id);
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
      <AskedView asked={alone}>
        {(known) => (known.people.length < known.total ? <Waiting /> : <AnnounceForm round={round} alone={known.people} />)}
      </AskedView>
      <FormedPairs round={round} />
    </>
  );
};
