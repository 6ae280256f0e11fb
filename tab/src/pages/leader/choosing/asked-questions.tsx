import type { ChoosingBoard } from '@coaching-pairs/shared/wire/choosing';
import { Button } from '@fluentui/react-components';
import { useFeedback } from '../../../components/feedback.js';
import { Person } from '../../../components/person.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { Reasons } from '../match-words.js';
import { CameBetween } from './came-between.js';
import { useAnswer, useLookAgain } from './use-choosing.js';

type Answered = 'accept' | 'decline';
type Asked = ChoosingBoard['questions'][number];

type QuestionProps = {
  readonly question: Asked;
  /** I have asked somebody else myself. */
  readonly asksToo: boolean;
  readonly running: boolean;
  readonly onAnswer: (question: Asked, said: Answered) => void;
};

const Question = ({ question, asksToo, running, onAnswer }: QuestionProps) => {
  const { t } = useWords();
  const house = useHouse();
  const { name } = question.by;
  return (
    <Section title={t('tab.choose.question.title', { name })} accent>
      <Person person={question.by} size={56} />
      <p className={house.prose}>{t('tab.choose.question.text')}</p>
      <Reasons reasons={question.reasons} />
      {asksToo && <p className={`${house.prose} ${house.quiet}`}>{t('tab.choose.question.other')}</p>}
      <div className={house.actions}>
        <Button
          appearance="primary"
          size="large"
          disabledFocusable={running}
          aria-label={t('tab.choose.question.yesTo', { name })}
          onClick={() => onAnswer(question, 'accept')}
        >
          {t('tab.choose.question.yes')}
        </Button>
        <Button
          size="large"
          disabledFocusable={running}
          aria-label={t('tab.choose.question.noTo', { name })}
          onClick={() => onAnswer(question, 'decline')}
        >
          {t('tab.choose.question.no')}
        </Button>
      </div>
    </Section>
  );
};

/** Whoever asks me, each to be answered on its own. What came between stays to be read when the question has gone. */
export const AskedQuestions = ({ roundId, board }: { readonly roundId: string; readonly board: ChoosingBoard }) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const answer = useAnswer(roundId);
  const lookAgain = useLookAgain(roundId);
  const onAnswer = ({ proposalId }: Asked, said: Answered): void =>
    answer.mutate(
      { params: { roundId, proposalId }, body: { answer: said } },
      {
        onSuccess: () => (said === 'decline' ? feedback.done(t('tab.choose.question.saidNo')) : undefined),
        onError: lookAgain,
      },
    );
  return (
    <>
      {answer.error !== null && <CameBetween fault={answer.error} />}
      {board.questions.map((question) => (
        <Question
          key={question.proposalId}
          question={question}
          asksToo={board.mine.kind === 'asked'}
          running={answer.isPending}
          onAnswer={onAnswer}
        />
      ))}
    </>
  );
};
