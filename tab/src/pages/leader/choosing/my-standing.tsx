import type { ChoosingBoard, MyChoosing } from '@coaching-pairs/shared/wire/choosing';
import { Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { People, Person } from '../../../components/person.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { useAnswer } from './use-choosing.js';

type Of<Kind extends MyChoosing['kind']> = { readonly roundId: string; readonly mine: Extract<MyChoosing, { kind: Kind }> };

const Asked = ({ roundId, mine }: Of<'asked'>) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const answer = useAnswer(roundId);
  const { name } = mine.partner;
  const takeBack = (): void =>
    answer.mutate(
      { params: { roundId, proposalId: mine.proposalId }, body: { answer: 'decline' } },
      { onSuccess: () => feedback.done(t('tab.choose.asked.tookBack', { name })) },
    );
  return (
    <Section title={t('tab.choose.asked.title', { name })} accent>
      <Person person={mine.partner} size={56} />
      <p className={house.prose}>{t('tab.choose.asked.text')}</p>
      {answer.error !== null && <FaultBar fault={answer.error} />}
      <div className={house.actions}>
        <Button disabledFocusable={answer.isPending} onClick={takeBack}>
          {t('tab.choose.asked.takeBack')}
        </Button>
      </div>
    </Section>
  );
};

const Paired = ({ roundId, mine }: Of<'paired'>) => {
  const { t, list } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  return (
    <Section title={t('tab.choose.paired.title', { names: list(mine.partners.map(({ name }) => name)) })} accent>
      <People people={mine.partners} size={56} />
      <p className={house.prose}>{t('tab.choose.paired.text')}</p>
      <div className={house.actions}>
        <Button appearance="primary" onClick={() => go(`/round/${encodeURIComponent(roundId)}/pair`)}>
          {t('tab.choose.paired.space')}
        </Button>
      </div>
    </Section>
  );
};

const Said = ({ kind }: { readonly kind: 'free' | 'again' | 'without' | 'watching' }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t(`tab.choose.${kind}.title`)}>
      <p className={house.prose}>{t(`tab.choose.${kind}.text`)}</p>
    </Section>
  );
};

/** Where I stand, in one card on top; before the board opens there is nothing but that. */
export const MyStanding = ({ roundId, board }: { readonly roundId: string; readonly board: ChoosingBoard }) => {
  const { t } = useWords();
  const house = useHouse();
  const { mine } = board;
  if (board.stage === 'before') {
    return (
      <Section title={t('tab.choose.before.title')}>
        <p className={house.prose}>{t('tab.choose.before.text')}</p>
      </Section>
    );
  }
  switch (mine.kind) {
    case 'asked':
      return <Asked roundId={roundId} mine={mine} />;
    case 'paired':
      return <Paired roundId={roundId} mine={mine} />;
    default:
      return <Said kind={mine.kind} />;
  }
};
