import type { BoardProposal } from '@coaching-pairs/shared/wire/board';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { FaultBar } from '../../../components/fault-bar.js';
import { ShowMore } from '../../../components/show-more.js';
import type { NameList } from '../../../data/name-list.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { DraftCard } from './draft-card.js';
import type { Hands } from './hands.js';
import type { BoardChanges } from './use-board-changes.js';

type DraftsProps = {
  readonly round: RoundOverview;
  readonly list: NameList<BoardProposal>;
  /** Whether there is any draft, found or not. */
  readonly hasDrafts: boolean;
  /** What the list is narrowed by; another one begins at its top. */
  readonly narrowed: string;
  readonly hands: Hands;
  readonly changes: BoardChanges;
};

/** The drafted matches as cards. */
export const Drafts = ({ round, list, hasDrafts, narrowed, hands, changes }: DraftsProps) => {
  const { t } = useWords();
  const house = useHouse();
  if (list.fault !== null) return <FaultBar fault={list.fault} retry={list.retry} />;
  if (list.total === 0) return <p className={house.prose}>{t(hasDrafts ? 'tab.people.nobodyFound' : 'tab.board.noDrafts')}</p>;
  return (
    <>
      <p className={`${house.prose} ${house.quiet}`}>{t('tab.board.draftsText')}</p>
      <ShowMore items={list.items} total={list.total} more={list.more} step={24} key={narrowed}>
        {(shown) => (
          <ul className={house.grid}>
            {shown.map((draft) => (
              <DraftCard key={draft.id} roundId={round.id} draft={draft} hands={hands} changes={changes} />
            ))}
          </ul>
        )}
      </ShowMore>
    </>
  );
};
