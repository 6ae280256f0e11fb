import { AskedPage } from '../../../components/asked-page.js';
import { useOverview } from '../../../data/admin.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { KeptSection } from './kept-section.js';
import { PulseOpening } from './pulse-opening.js';
import { WallOpening } from './wall-opening.js';

/** What administrators may open and choose for the end of a round: the pulse, the insights wall, and how long pairs keep what they share. */
export const ClosingPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const back = { to: `/admin/${encodeURIComponent(roundId)}`, children: t('tab.pair.back') };
  return (
    <AskedPage title={t('tab.closing.title')} lead={t('tab.closing.lead')} back={back} asked={useOverview(roundId)}>
      {(round) => (
        <div className={house.parts}>
          <PulseOpening round={round} />
          <WallOpening round={round} />
          <KeptSection round={round} />
        </div>
      )}
    </AskedPage>
  );
};
