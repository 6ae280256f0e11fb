import { plainDate } from '@coaching-pairs/shared/ids';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { Section } from '../../components/section.js';
import { useToday } from '../../data/me.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { JoinChoice } from './join-choice.js';
import { JoinedAnswer } from './joined-answer.js';
import { OwnWords } from './own-words.js';

/** My answer to the invitation: asked for, given, or not yet due. */
export const AnswerSection = ({ round }: { readonly round: MyRound }) => {
  const { t, date } = useWords();
  const house = useHouse();
  const today = useToday();
  if (round.answer === 'joined') return <JoinedAnswer round={round} />;
  if (!round.canAnswer) {
    if (round.state !== 'draft' && round.state !== 'kick-off') return null;
    return (
      <Section title={t('tab.answer.later.title')}>
        <p className={house.prose}>{t('tab.answer.later.text')}</p>
      </Section>
    );
  }
  const invited = round.answer === 'none';
  const over = today !== null && round.answersBy < today;
  return (
    <Section title={invited ? t('tab.answer.ask.title') : t('tab.answer.out.title')} accent={invited}>
      <p className={house.prose}>
        {invited
          ? t(over ? 'tab.answer.ask.textOver' : 'tab.answer.ask.text', { date: date(plainDate(round.answersBy)) })
          : t('tab.answer.out.text')}
      </p>
      <OwnWords said={round.ownWords.invitation} />
      {invited && <p className={house.prose}>{t('guidance.hierarchyFree.text')}</p>}
      <JoinChoice round={round} />
    </Section>
  );
};
