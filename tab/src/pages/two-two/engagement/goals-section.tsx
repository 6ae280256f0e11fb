import { goalLimits } from '@coaching-pairs/shared/engagement/work';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { FocusPart } from './focus-part.js';
import { GoalCard, standingOf } from './goal-card.js';
import { GoalForm } from './goal-form.js';
import type { OfEngagement } from './use-engagement.js';

const order = ['suggested', 'agreed', 'closed'] as const;

const Goals = ({ engagement }: OfEngagement) => {
  const { t } = useWords();
  const house = useHouse();
  const [writing, setWriting] = useState(false);
  const { goals, state, party } = engagement;
  const mayAdd = state !== 'closed' && goals.length < goalLimits.goals;
  return (
    <div className={house.stack}>
      <h3 className={house.subheading}>{t('tab.twoTwo.goals.title')}</h3>
      {goals.length === 0 && (
        <p className={house.prose}>{t(state === 'closed' ? 'tab.twoTwo.goals.gone' : `tab.twoTwo.goals.none.${party}`)}</p>
      )}
      <ul className={house.list}>
        {order.flatMap((standing) =>
          goals
            .filter((goal) => standingOf(goal) === standing)
            .map((goal) => <GoalCard key={goal.id} engagement={engagement} goal={goal} />),
        )}
      </ul>
      {writing && mayAdd && <GoalForm engagement={engagement} onDone={() => setWriting(false)} />}
      {!writing && mayAdd && (
        <div className={house.actions}>
          <Button onClick={() => setWriting(true)}>{t('tab.twoTwo.goal.new')}</Button>
        </div>
      )}
    </div>
  );
};

/** What the two work on, and the goals that both have said yes to (TT-20, TT-21). There is something to work on once coaches are there. */
export const GoalsSection = ({ engagement }: OfEngagement) => {
  const { t } = useWords();
  const { state, focus, goals } = engagement;
  const isOver = state === 'closed' && focus.length === 0 && goals.length === 0;
  if (state === 'enquiry' || isOver) return null;
  return (
    <Section title={t('tab.twoTwo.work.title')}>
      <WhoReads text={t('tab.twoTwo.reads.four')} />
      <FocusPart engagement={engagement} />
      <Goals engagement={engagement} />
    </Section>
  );
};
