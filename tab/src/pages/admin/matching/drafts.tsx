import type { BoardProposal } from '@coaching-pairs/shared/wire/board';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { useMemo } from 'react';
import { ShowMore } from '../../../components/show-more.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { DraftCard } from './draft-card.js';
import { foundProposals } from './found-proposals.js';
import type { Hands } from './hands.js';
import type { BoardChanges } from './use-board-changes.js';

type DraftsProps = {
  readonly round: RoundOverview;
  readonly drafts: readonly BoardProposal[];
  readonly sought: string;
  readonly hands: Hands;
  readonly changes: BoardChanges;
};

const firstName = ({ members }: BoardProposal): string => members.map((one) => one.name).sort((a, b) => a.localeCompare(b))[0] ?? '';

/** By name, so that a match stays about where it is when one of its people changes. */
const byName = (drafts: readonly BoardProposal[]): readonly BoardProposal[] =>
  drafts
    .map((draft) => ({ draft, name: firstName(draft) }))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ draft }) => draft);

/** The drafted matches as cards. */
export const Drafts = ({ round, drafts, sought, hands, changes }: DraftsProps) => {
  const { t } = useWords();
  const house = useHouse();
  const sorted = useMemo(() => byName(drafts), [drafts]);
  const found = foundProposals(sorted, sought);
  if (found.length === 0)
    return <p className={house.prose}>{drafts.length === 0 ? t('tab.board.noDrafts') : t('tab.people.nobodyFound')}</p>;
  return (
    <>
      <p className={`${house.prose} ${house.quiet}`}>{t('tab.board.draftsText')}</p>
      <ShowMore items={found} step={24} key={sought}>
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
