import type { ChoosingBoard, MyChoosing } from '@coaching-pairs/shared/wire/choosing';
import { Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { useFeedback } from '../../../components/feedback.js';
import { People, Person } from '../../../components/person.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { CameBetween } from './came-between.js';
import { useAnswer, useLookAgain } from './use-choosing.js';

type Of<Kind extends MyChoosing['kind']> = { readonly roundId: string; readonly mine: Extract<MyChoosing, { kind: Kind }> };

type AskedProps = { readonly mine: Of<'asked'>['mine']; readonly running: boolean; readonly onTakeBack: () => void };

const Asked = ({ mine, running, onTakeBack }: AskedProps) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t('tab.choose.asked.title', { name: mine.partner.name })} accent>
      <Person person={mine.partner} size={56} />
      <p className={house.prose}>{t('tab.choose.asked.text')}</p>
      <div className={house.actions}>
        <Button disabledFocusable={running} onClick={onTakeBack}>
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

export const Said = ({ kind }: { readonly kind: 'before' | 'free' | 'again' | 'ended' | 'without' | 'watching' }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t(`tab.choose.${kind}.title`)}>
      <p className={house.prose}>{t(`tab.choose.${kind}.text`)}</p>
    </Section>
  );
};

/** What can be done with my own ask: to take it back. */
const useTakingBack = (roundId: string) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const answer = useAnswer(roundId);
  const lookAgain = useLookAgain(roundId);
  const takeBack = ({ proposalId, partner: { name } }: Of<'asked'>['mine']): void =>
    answer.mutate(
      { params: { roundId, proposalId }, body: { answer: 'decline' } },
      { onSuccess: () => feedback.done(t('tab.choose.asked.tookBack', { name })), onError: lookAgain },
    );
  return { takeBack, running: answer.isPending, fault: answer.error };
};

/** Where I stand, in one card on top; before the board opens there is nothing but that. What came between stays to be read. */
export const MyStanding = ({ roundId, board }: { readonly roundId: string; readonly board: ChoosingBoard }) => {
  const { takeBack, running, fault } = useTakingBack(roundId);
  const { stage, mine } = board;
  if (stage === 'before') return <Said kind="before" />;
  return (
    <>
      {fault !== null && <CameBetween fault={fault} />}
      {mine.kind === 'asked' && <Asked mine={mine} running={running} onTakeBack={() => takeBack(mine)} />}
      {mine.kind === 'paired' && <Paired roundId={roundId} mine={mine} />}
      {mine.kind !== 'asked' && mine.kind !== 'paired' && <Said kind={mine.kind} />}
    </>
  );
};
