import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { Badge } from '@fluentui/react-components';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { ClosingSections } from '../pulse/closing-section.js';
import { AboutSection } from './about-section.js';
import { AnswerSection } from './answer-section.js';
import { AsideSection } from './aside-section.js';
import { AwaydaySection } from './awayday/awayday-section.js';
import { FeedbackSection } from './awayday-names/feedback-section.js';
import { ChoosingSection, isOnBoard } from './choosing/choosing-section.js';
import { LeaderSection } from './leader-section.js';
import { MatchSection } from './match-section.js';
import { LeftSessions } from './pair/left-sessions.js';
import { PairsSection } from './pairs-section.js';
import { QuestionSections } from './question-section.js';
import { RoundFacts } from './round-facts.js';
import { WishesOffer } from './wishes/wishes-offer.js';

/** The round's state in a word and in a sentence. */
export const RoundTitle = ({ round }: { readonly round: MyRound }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <span className={house.row}>
      <Badge appearance="tint" color="brand">
        {t(`tab.state.${round.state}`)}
      </Badge>
      <span>{t(`tab.mine.state.${round.state}`)}</span>
    </span>
  );
};

/** Whether the match has more to say than the answer, so that it comes first. */
const matchLeads = (round: MyRound): boolean => round.answer === 'joined' && round.match.kind !== 'none' && !isOnBoard(round);

/** Everything a member of the population sees of one round, what asks for something first. */
export const RoundSections = ({ round, titled = false }: { readonly round: MyRound; readonly titled?: boolean }) => {
  const house = useHouse();
  return (
    <div className={house.stack}>
      {titled && (
        <div className={house.tight}>
          <h2 className={house.heading}>{round.name}</h2>
          <RoundTitle round={round} />
        </div>
      )}
      {round.awayday?.when === 'today' && <AwaydaySection round={round} />}
      <AsideSection round={round} />
      {isOnBoard(round) && round.state === 'choosing' && round.answer === 'joined' && <ChoosingSection round={round} />}
      {!isOnBoard(round) && <QuestionSections round={round} />}
      <FeedbackSection round={round} />
      <LeftSessions round={round} />
      {matchLeads(round) && <MatchSection round={round} />}
      <AnswerSection round={round} />
      <WishesOffer round={round} />
      {!matchLeads(round) && !isOnBoard(round) && round.answer === 'joined' && round.questions.length === 0 && (
        <MatchSection round={round} />
      )}
      {isOnBoard(round) && round.state === 'inviting' && round.answer === 'joined' && <ChoosingSection round={round} />}
      <ClosingSections round={round} />
      {round.awayday?.when !== 'today' && <AwaydaySection round={round} />}
      <RoundFacts round={round} />
      <LeaderSection round={round} />
      {round.pairCount > 0 && <PairsSection roundId={round.id} count={round.pairCount} />}
      <AboutSection />
    </div>
  );
};
