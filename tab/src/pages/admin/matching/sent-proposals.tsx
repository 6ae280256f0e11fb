import { plainDate } from '@coaching-pairs/shared/ids';
import { takesMatches } from '@coaching-pairs/shared/round/round';
import type { Board, BoardProposal } from '@coaching-pairs/shared/wire/board';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { FaultBar } from '../../../components/fault-bar.js';
import { PairList } from '../../../components/pair-list.js';
import { useBoardList } from '../../../data/board-pages.js';
import { useToday } from '../../../data/me.js';
import { isRunning } from '../../../data/running.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { WithdrawDialog } from './withdraw-dialog.js';

/** What an administrator may know of how a sent match stands. */
const useNote = () => {
  const { t, list, date } = useWords();
  const today = useToday();
  const until = (note: string, { answerBy }: BoardProposal): string => {
    if (answerBy === null) return note;
    const over = today !== null && answerBy < today;
    return t(over ? 'tab.board.openSince' : 'tab.board.openUntil', { note, date: date(plainDate(answerBy)) });
  };
  const nameOf = (proposal: BoardProposal, id: string): string => proposal.members.find((one) => one.id === id)?.name ?? '';
  return (proposal: BoardProposal): string | undefined => {
    if (proposal.declinedBy !== null) return t('tab.board.declinedBy', { name: nameOf(proposal, proposal.declinedBy) });
    if (proposal.state !== 'sent') return undefined;
    const accepted = proposal.acceptedBy.map((id) => nameOf(proposal, id));
    return until(accepted.length === 0 ? t('tab.board.noneAccepted') : t('tab.board.acceptedBy', { names: list(accepted) }), proposal);
  };
};

type WithdrawProps = { readonly round: RoundOverview; readonly proposal: BoardProposal; readonly onAsk: () => void };

/** Takes back a match that is still open; nobody takes back their own (CP-33). */
const Withdraw = ({ round, proposal, onAsk }: WithdrawProps) => {
  const { t, list } = useWords();
  const house = useHouse();
  if (!proposal.mayWithdraw) return <span className={house.small}>{t('tab.withdraw.own')}</span>;
  const names = list(proposal.members.map((one) => one.name));
  return (
    <Button size="small" disabledFocusable={round.works.some(isRunning)} aria-label={t('tab.withdraw.doFor', { names })} onClick={onAsk}>
      {t('tab.withdraw.do')}
    </Button>
  );
};

type SentProposalsProps = {
  readonly round: RoundOverview;
  readonly view: 'sent' | 'reworking' | 'pairs';
  readonly board: Board;
  readonly sought: string;
  /** Something is about to be done here, so that this view is to stay. */
  readonly onAct: () => void;
};

const Found = ({ round, view, board, sought, onAsk }: SentProposalsProps & { readonly onAsk: (proposal: BoardProposal) => void }) => {
  const { t } = useWords();
  const house = useHouse();
  const note = useNote();
  const foot = (proposal: BoardProposal) =>
    proposal.state === 'sent' && takesMatches(round)
      ? { action: <Withdraw round={round} proposal={proposal} onAsk={() => onAsk(proposal)} /> }
      : {};
  const list = useBoardList(round.id, board, view, { text: sought });
  if (list.fault !== null) return <FaultBar fault={list.fault} retry={list.retry} />;
  if (list.total === 0) {
    return <p className={house.prose}>{board.counts[view] === 0 ? t(`tab.board.empty.${view}`) : t('tab.people.nobodyFound')}</p>;
  }
  return (
    <>
      <p className={`${house.prose} ${house.quiet}`}>{t(`tab.board.about.${view}`)}</p>
      <PairList
        key={sought}
        total={list.total}
        more={list.more}
        pairs={list.items.map((proposal) => {
          const said = note(proposal);
          return { members: proposal.members, ...(said === undefined ? {} : { note: said }), ...foot(proposal) };
        })}
      />
    </>
  );
};

/** Matches that are with their people, came to nothing, or became pairs. */
export const SentProposals = (props: SentProposalsProps) => {
  const [asked, setAsked] = useState<BoardProposal | null>(null);
  const [open, setOpen] = useState(false);
  const ask = (proposal: BoardProposal): void => {
    props.onAct();
    setAsked(proposal);
    setOpen(true);
  };
  return (
    <>
      <Found {...props} onAsk={ask} />
      {asked !== null && (
        <WithdrawDialog key={asked.id} roundId={props.round.id} proposal={asked} open={open} onClose={() => setOpen(false)} />
      )}
    </>
  );
};
