import type { BoardProposal } from '@coaching-pairs/shared/wire/board';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { ShowMore } from '../../../components/show-more.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { DraftCard } from './draft-card.js';
import { foundProposals } from './found-proposals.js';
import type { BoardChanges } from './use-board-changes.js';

type DraftsProps = {
  readonly round: RoundOverview;
  readonly drafts: readonly BoardProposal[];
  readonly sought: string;
  readonly chosen: readonly string[];
  readonly changes: BoardChanges;
  readonly onChoose: (id: string) => void;
};

/** The drafted matches as cards. */
export const Drafts = ({ round, drafts, sought, chosen, changes, onChoose }: DraftsProps) => {
  const { t } = useWords();
  const house = useHouse();
  const found = foundProposals(drafts, sought);
  if (found.length === 0)
    return <p className={house.prose}>{drafts.length === 0 ? t('tab.board.noDrafts') : t('tab.people.nobodyFound')}</p>;
  return (
    <>
      <p className={`${house.prose} ${house.quiet}`}>{t('tab.board.draftsText')}</p>
      <ShowMore items={found} step={24} key={sought}>
        {(shown) => (
          <ul className={house.grid}>
            {shown.map((draft) => (
              <DraftCard key={draft.id} roundId={round.id} draft={draft} chosen={chosen} changes={changes} onChoose={onChoose} />
            ))}
          </ul>
        )}
      </ShowMore>
    </>
  );
};
