import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { AskedView } from '../../../components/asked-view.js';
import { Section } from '../../../components/section.js';
import { pollingOf, useBoard } from '../../../data/admin.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { ChoosingStep } from '../choosing/choosing-step.js';
import { OpenBoard } from '../choosing/open-board.js';
import { NothingLeft } from '../round/nothing-left.js';
import { BeginMatching } from './begin-matching.js';
import { BoardView } from './board-view.js';

const BoardOf = ({ round }: { readonly round: RoundOverview }) => {
  const board = useBoard(round.id, pollingOf(round));
  return <AskedView asked={board}>{(known) => <BoardView round={round} board={known} />}</AskedView>;
};

/** Step 5: matches are drafted, looked at by people, put right by hand, and sent (CP-25). */
export const MatchingStep = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  if (round.state === 'inviting') return round.mode === 'open-choice' ? <OpenBoard round={round} /> : <BeginMatching round={round} />;
  if (round.state === 'choosing') return <ChoosingStep round={round} />;
  if (round.state === 'closed') return <NothingLeft step="matching" />;
  if (round.state === 'draft' || round.state === 'kick-off') {
    return (
      <Section title={t('tab.step.matching')}>
        <p className={house.prose}>{t('tab.board.later')}</p>
      </Section>
    );
  }
  return <BoardOf round={round} />;
};
