import type { ChoosingBoard } from '@coaching-pairs/shared/wire/choosing';
import { Button } from '@fluentui/react-components';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Person } from '../../../components/person.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { Reasons } from '../match-words.js';
import { useAnswer } from './use-choosing.js';

type QuestionProps = {
  readonly roundId: string;
  readonly question: ChoosingBoard['questions'][number];
  /** I have asked somebody else myself. */
  readonly asksToo: boolean;
};

const Question = ({ roundId, question, asksToo }: QuestionProps) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const answer = useAnswer(roundId);
  const { name } = question.by;
  const give = (said: 'accept' | 'decline'): void =>
    answer.mutate(
      { params: { roundId, proposalId: question.proposalId }, body: { answer: said } },
      { onSuccess: () => (said === 'decline' ? feedback.done(t('tab.choose.question.saidNo')) : undefined) },
    );
  return (
    <Section title={t('tab.choose.question.title', { name })} accent>
      <Person person={question.by} size={56} />
      <p className={house.prose}>{t('tab.choose.question.text')}</p>
      <Reasons reasons={question.reasons} />
      {asksToo && <p className={`${house.prose} ${house.quiet}`}>{t('tab.choose.question.other')}</p>}
      {answer.error !== null && <FaultBar fault={answer.error} />}
      <div className={house.actions}>
        <Button
          appearance="primary"
          size="large"
          disabledFocusable={answer.isPending}
          aria-label={t('tab.choose.question.yesTo', { name })}
          onClick={() => give('accept')}
        >
          {t('tab.choose.question.yes')}
        </Button>
        <Button
          size="large"
          disabledFocusable={answer.isPending}
          aria-label={t('tab.choose.question.noTo', { name })}
          onClick={() => give('decline')}
        >
          {t('tab.choose.question.no')}
        </Button>
      </div>
    </Section>
  );
};

/** Whoever asks me, each to be answered on its own. */
export const AskedQuestions = ({ roundId, board }: { readonly roundId: string; readonly board: ChoosingBoard }) =>
  board.questions.map((question) => (
    <Question key={question.proposalId} roundId={roundId} question={question} asksToo={board.mine.kind === 'asked'} />
  ));
