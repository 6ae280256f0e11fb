import type { BoardProposal } from '@coaching-pairs/shared/wire/board';
import { PairList } from '../../../components/pair-list.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { foundProposals } from './found-proposals.js';

/** What an administrator may know of how a sent match stands. */
const useNote = () => {
  const { t, list } = useWords();
  const nameOf = (proposal: BoardProposal, id: string): string => proposal.members.find((one) => one.id === id)?.name ?? '';
  return (proposal: BoardProposal): string | undefined => {
    if (proposal.declinedBy !== null) return t('tab.board.declinedBy', { name: nameOf(proposal, proposal.declinedBy) });
    if (proposal.state !== 'sent') return undefined;
    const accepted = proposal.acceptedBy.map((id) => nameOf(proposal, id));
    return accepted.length === 0 ? t('tab.board.noneAccepted') : t('tab.board.acceptedBy', { names: list(accepted) });
  };
};

type SentProposalsProps = {
  readonly view: 'sent' | 'reworking' | 'pairs';
  readonly proposals: readonly BoardProposal[];
  readonly sought: string;
};

/** Matches that are with their people, came to nothing, or became pairs. */
export const SentProposals = ({ view, proposals, sought }: SentProposalsProps) => {
  const { t } = useWords();
  const house = useHouse();
  const note = useNote();
  const found = foundProposals(proposals, sought);
  if (found.length === 0) {
    return <p className={house.prose}>{proposals.length === 0 ? t(`tab.board.empty.${view}`) : t('tab.people.nobodyFound')}</p>;
  }
  return (
    <>
      <p className={`${house.prose} ${house.quiet}`}>{t(`tab.board.about.${view}`)}</p>
      <PairList
        key={sought}
        pairs={found.map((proposal) => {
          const said = note(proposal);
          return { members: proposal.members, ...(said === undefined ? {} : { note: said }) };
        })}
      />
    </>
  );
};
