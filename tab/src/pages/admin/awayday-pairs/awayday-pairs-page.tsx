import type { FeedbackBoard } from '@coaching-pairs/shared/wire/feedback';
import { useRef } from 'react';
import { AskedPage } from '../../../components/asked-page.js';
import { useKeptFocus } from '../../../components/use-kept-focus.js';
import { useOverview } from '../../../data/admin.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { WorksBar } from '../round/works-bar.js';
import { AskStep, NamesStep } from './asking.js';
import { DayPairs } from './day-pairs.js';
import { MadePairs } from './made-pairs.js';
import { useFeedbackBoard } from './use-board.js';

type StageProps = { readonly roundId: string; readonly board: FeedbackBoard };

const Stage = ({ roundId, board }: StageProps) => {
  const { t } = useWords();
  const house = useHouse();
  if (!board.open) return <p className={house.prose}>{t('tab.feedbackPairs.notOpen')}</p>;
  switch (board.stage) {
    case 'not-asked':
      return <AskStep roundId={roundId} board={board} />;
    case 'asking':
    case 'closed':
      return <NamesStep roundId={roundId} board={board} />;
    case 'made':
      return <MadePairs roundId={roundId} board={board} />;
    case 'announced':
      return <DayPairs roundId={roundId} board={board} />;
  }
};

/** The feedback pairs of the Awayday, from the question for names to the day itself (CP-81, CP-82). */
export const AwaydayPairsPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  const board = useFeedbackBoard(roundId);
  const overview = useOverview(roundId).data;
  const running = overview?.works.filter(({ kind }) => ['ask-names', 'pair-feedback', 'announce-feedback'].includes(kind)) ?? [];
  const back = { to: `/admin/${encodeURIComponent(roundId)}`, children: t('tab.pair.back') };
  return (
    <AskedPage title={t('tab.feedbackPairs.title')} back={back} lead={t('tab.feedbackPairs.lead')} asked={board}>
      {(known) => (
        <div ref={place} className={house.parts}>
          {overview !== undefined && <WorksBar round={{ ...overview, works: running }} />}
          <Stage roundId={roundId} board={known} />
        </div>
      )}
    </AskedPage>
  );
};
