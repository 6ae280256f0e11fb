import type { MyQuestion, MyRound } from '@coaching-pairs/shared/wire/mine';
import { Button } from '@fluentui/react-components';
import { FaultBar } from '../../components/fault-bar.js';
import { useFeedback } from '../../components/feedback.js';
import { People } from '../../components/person.js';
import { Section } from '../../components/section.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { AnswerDay, MatchQuestion, Reasons } from './match-words.js';
import { OwnWords } from './own-words.js';
import { ThirdQuestion } from './third-question.js';
import { useMatchAnswer } from './use-match-answer.js';

type QuestionProps = { readonly round: MyRound; readonly question: MyQuestion };

/** Somebody else who could be one's partner: a match like any other, to be answered like any other (CP-31). */
const Question = ({ round, question }: QuestionProps) => {
  const { t, list } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const answer = useMatchAnswer(round.id, question.proposalId, () => feedback.done(t('tab.match.question.declined')));
  const names = list(question.partners.map(({ name }) => name));
  const count = question.partners.length;
  const alone = round.match.kind === 'none' || round.match.kind === 'being-reworked';
  return (
    <Section title={alone && round.questions.length === 1 ? t('tab.match.asked.title') : t('tab.match.question.title')} accent>
      <People people={question.partners} size={56} />
      <MatchQuestion count={count} />
      <Reasons reasons={question.reasons} />
      <OwnWords said={round.ownWords.match} />
      <p className={house.prose}>{t('guidance.hierarchyFree.text')}</p>
      {(!alone || round.questions.length > 1) && <p className={house.prose}>{t('tab.match.question.choose')}</p>}
      <p className={`${house.prose} ${house.quiet}`}>{t('card.proposal.mayGuess', { count })}</p>
      {question.answerBy !== null && <AnswerDay day={question.answerBy} />}
      {answer.fault !== null && <FaultBar fault={answer.fault} />}
      <div className={house.actions}>
        <Button
          appearance="primary"
          size="large"
          disabled={answer.running}
          aria-label={t('tab.match.question.accept', { names })}
          onClick={() => answer.give('accept')}
        >
          {t('tab.match.accept')}
        </Button>
        <Button
          size="large"
          disabled={answer.running}
          aria-label={t('tab.match.question.decline', { names })}
          onClick={() => answer.give('decline')}
        >
          {t('tab.match.decline')}
        </Button>
      </div>
    </Section>
  );
};

/** Everybody who could be one's partner besides the match of one's own. */
export const QuestionSections = ({ round }: { readonly round: MyRound }) =>
  round.questions.map((question) =>
    question.third === null ? (
      <Question key={question.proposalId} round={round} question={question} />
    ) : (
      <ThirdQuestion key={question.proposalId} round={round} question={question} third={question.third} />
    ),
  );
