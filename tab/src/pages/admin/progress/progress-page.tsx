import { lateStates } from '@coaching-pairs/shared/round/asking-late';
import type { Progress } from '@coaching-pairs/shared/wire/progress';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { AskedPage } from '../../../components/asked-page.js';
import { AskedView } from '../../../components/asked-view.js';
import { useOverview } from '../../../data/admin.js';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AskLate } from './ask-late.js';
import { MoreTime } from './more-time.js';
import { PausedPeople } from './paused-people.js';
import { RhythmSection } from './rhythm-section.js';
import { Standing } from './standing.js';
import { WhatToDo } from './what-to-do.js';

const Parts = ({ round, progress }: { readonly round: RoundOverview; readonly progress: Progress }) => {
  const takesMore = lateStates.some((state) => state === round.state);
  const isOpen = round.state !== 'draft' && round.state !== 'closed';
  return (
    <>
      <Standing round={round} />
      {round.mode === 'open-choice' && round.state === 'choosing' ? null : <RhythmSection progress={progress} />}
      {isOpen && <MoreTime round={round} progress={progress} />}
      {isOpen && <PausedPeople roundId={round.id} paused={progress.paused} />}
      {takesMore && <AskLate roundId={round.id} />}
      {isOpen && <WhatToDo roundId={round.id} />}
    </>
  );
};

/** How a round goes, for those who look after it: answers and pairs by name, sessions as one share, and what to do when something comes up. */
export const ProgressPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const progress = useAsked(routes.progress, { key: keys.progress(roundId), params: { roundId } });
  const back = { to: `/admin/${encodeURIComponent(roundId)}`, children: t('tab.pair.back') };
  return (
    <AskedPage title={t('tab.progress.title')} lead={t('tab.progress.lead')} back={back} asked={useOverview(roundId)}>
      {(round) => (
        <div className={house.parts}>
          <AskedView asked={progress}>{(shown) => <Parts round={round} progress={shown} />}</AskedView>
        </div>
      )}
    </AskedPage>
  );
};
