import { instant } from '@coaching-pairs/shared/ids';
import type { Engagement, EngagementMove } from '@coaching-pairs/shared/wire/engagement';
import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { type OfEngagement, useChanging } from './use-engagement.js';

type Goal = Engagement['goals'][number];
type GoalProps = OfEngagement & { readonly goal: Goal };
export const standingOf = ({ agreed, closedAt }: Goal): 'suggested' | 'agreed' | 'closed' =>
  agreed ? (closedAt === null ? 'agreed' : 'closed') : 'suggested';
const colours = { suggested: 'warning', agreed: 'brand', closed: 'success' } as const;

const useStyles = makeStyles({
  goal: { paddingTop: tokens.spacingVerticalL, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  words: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, '> div > dd': { margin: 0 } },
});

/** Takes back what is not agreed on, asked once more, since its words are gone then. */
const Dropping = ({ engagement, goal }: GoalProps) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [asking, setAsking] = useState(false);
  const { make, running, fault } = useChanging(engagement.id);
  const drop = (): void =>
    make({ kind: 'drop-goal', goalId: goal.id }, () => {
      setAsking(false);
      feedback.done(t('tab.twoTwo.goal.dropped'));
    });
  return (
    <>
      <Button onClick={() => setAsking(true)} aria-label={t('tab.twoTwo.goal.drop.of', { goal: goal.what })}>
        {t('tab.twoTwo.goal.drop')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('tab.twoTwo.goal.drop.title')}
        confirm={t('tab.twoTwo.goal.drop')}
        running={running}
        onConfirm={drop}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>{t('tab.twoTwo.goal.drop.text')}</p>
        {fault !== null && <FaultBar fault={fault} />}
      </ConfirmDialog>
    </>
  );
};

/** What I may do with a goal now: a client says yes, closes and opens again; a coach takes their own suggestion back (TT-21). */
const Acting = ({ engagement, goal }: GoalProps) => {
  const { words, userId } = useSession();
  const { t } = words;
  const house = useHouse();
  const feedback = useFeedback();
  const { make, running, fault } = useChanging(engagement.id);
  const standing = standingOf(goal);
  const isClient = engagement.party === 'client';
  const mayDrop = standing === 'suggested' && (isClient || goal.suggestedBy.id === userId);
  const way = standing === 'suggested' ? 'agree' : standing === 'agreed' ? 'close' : 'reopen';
  const mayAct = isClient && !(standing === 'suggested' && goal.mine);
  const act = (): void => {
    const change: EngagementMove = { kind: `${way}-goal`, goalId: goal.id };
    make(change, () => feedback.done(t(`tab.twoTwo.goal.${way}.done`)));
  };
  return (
    <>
      {fault !== null && <FaultBar fault={fault} />}
      {(mayAct || mayDrop) && (
        <div className={house.actions}>
          {mayAct && (
            <Button
              appearance={way === 'agree' ? 'primary' : 'secondary'}
              disabledFocusable={running}
              onClick={act}
              aria-label={t(`tab.twoTwo.goal.${way}.of`, { goal: goal.what })}
            >
              {t(`tab.twoTwo.goal.${way}`)}
            </Button>
          )}
          {mayDrop && <Dropping engagement={engagement} goal={goal} />}
        </div>
      )}
    </>
  );
};

/** One goal: what, by what both will see it, what comes first, and how far it is. */
export const GoalCard = ({ engagement, goal }: GoalProps) => {
  const { words, zone } = useSession();
  const { t } = words;
  const house = useHouse();
  const styles = useStyles();
  const standing = standingOf(goal);
  return (
    <li className={`${house.stack} ${styles.goal}`}>
      <div className={house.spread}>
        <h4 className={house.subheading} style={{ overflowWrap: 'anywhere' }}>
          {goal.what}
        </h4>
        <Badge appearance="tint" color={colours[standing]}>
          {t(`tab.twoTwo.goal.${standing}`)}
        </Badge>
      </div>
      <dl className={styles.words}>
        {(['sign', 'firstStep'] as const)
          .filter((field) => goal[field] !== '')
          .map((field) => (
            <div key={field}>
              <dt className={house.small}>{t(`tab.twoTwo.goal.${field}`)}</dt>
              <dd className={house.prose}>{goal[field]}</dd>
            </div>
          ))}
      </dl>
      <p className={house.small} style={{ margin: 0 }}>
        {goal.closedAt === null
          ? t('tab.twoTwo.goal.by', { name: goal.suggestedBy.name })
          : t('tab.twoTwo.goal.closedOn', { date: words.dateAt(instant(goal.closedAt), zone) })}
      </p>
      {standing === 'suggested' && (
        <p className={house.prose}>{t(goal.mine ? 'tab.twoTwo.goal.waits.mine' : `tab.twoTwo.goal.waits.${engagement.party}`)}</p>
      )}
      {engagement.state !== 'closed' && <Acting engagement={engagement} goal={goal} />}
    </li>
  );
};
