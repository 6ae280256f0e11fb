import type { MyQuestion, MyRound } from '@coaching-pairs/shared/wire/mine';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { Button } from '@fluentui/react-components';
import { FaultBar } from '../../components/fault-bar.js';
import { useFeedback } from '../../components/feedback.js';
import { Person } from '../../components/person.js';
import { Section } from '../../components/section.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { AnswerDay } from './match-words.js';
import { useMatchAnswer } from './use-match-answer.js';

type ThirdProps = { readonly round: MyRound; readonly question: MyQuestion; readonly third: Named };

/** Whether my pair takes somebody in: a question to each of the three, which changes nothing until all have said yes (CP-30). */
export const ThirdQuestion = ({ round, question, third }: ThirdProps) => {
  const { t, list } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const answer = useMatchAnswer(round.id, question.proposalId, () => feedback.done(t('tab.match.third.declined')));
  const { name } = third;
  const partner = list(question.partners.filter(({ id }) => id !== third.id).map((one) => one.name));
  const { accepted } = question;
  return (
    <Section title={t('tab.match.third.title', { name })} accent={!accepted}>
      <Person person={third} size={56} />
      <p className={house.prose}>{accepted ? t('tab.match.third.accepted') : t('tab.match.third.text', { name, partner })}</p>
      {!accepted && <p className={house.prose}>{t('tab.match.third.means', { partner })}</p>}
      {!accepted && <p className={`${house.prose} ${house.quiet}`}>{t('card.third.mayGuess')}</p>}
      {!accepted && question.answerBy !== null && <AnswerDay day={question.answerBy} />}
      {answer.fault !== null && <FaultBar fault={answer.fault} />}
      <div className={house.actions}>
        {!accepted && (
          <Button appearance="primary" size="large" disabled={answer.running} onClick={() => answer.give('accept')}>
            {t('tab.match.accept')}
          </Button>
        )}
        <Button
          size={accepted ? 'medium' : 'large'}
          appearance={accepted ? 'subtle' : 'secondary'}
          disabled={answer.running}
          onClick={() => answer.give('decline')}
        >
          {t('tab.match.decline')}
        </Button>
      </div>
    </Section>
  );
};
