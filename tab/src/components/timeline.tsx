import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { RecordRegular } from '@fluentui/react-icons/svg/record';
import { useWords } from '../session.js';
import { phone, useHouse } from '../style/house.js';

export type Milestone = { readonly name: string; readonly title: string; readonly when: string; readonly stage: 'past' | 'now' | 'ahead' };

const useStyles = makeStyles({
  line: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    [phone]: { gridAutoFlow: 'row' },
  },
  stop: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingRight: tokens.spacingHorizontalM,
    [phone]: { flexDirection: 'row', gap: tokens.spacingHorizontalM, paddingBottom: tokens.spacingVerticalL },
    '&:not(:last-child)::before': {
      content: '""',
      position: 'absolute',
      top: '9px',
      left: '26px',
      right: '6px',
      height: '2px',
      backgroundColor: tokens.colorNeutralStroke1,
      [phone]: { top: '24px', bottom: '2px', left: '9px', right: 'auto', width: '2px', height: 'auto' },
    },
  },
  icon: { height: '20px', fontSize: '20px', lineHeight: 1, color: tokens.colorNeutralForeground3 },
  reached: { color: tokens.colorBrandForeground1 },
  words: { display: 'flex', flexDirection: 'column' },
  name: { fontWeight: tokens.fontWeightSemibold },
});

const Mark = ({ stage }: { readonly stage: Milestone['stage'] }) => {
  if (stage === 'past') return <CheckmarkCircleFilled aria-hidden />;
  return stage === 'now' ? <RecordRegular aria-hidden /> : <CircleRegular aria-hidden />;
};

/** The dates of a round in a row; below each other on a phone. */
export const Timeline = ({ label, milestones }: { readonly label: string; readonly milestones: readonly Milestone[] }) => {
  const styles = useStyles();
  const house = useHouse();
  const { t } = useWords();
  return (
    <ol className={styles.line} aria-label={label}>
      {milestones.map((stop) => (
        <li key={stop.name} className={styles.stop} {...(stop.stage === 'now' ? { 'aria-current': 'step' as const } : {})}>
          <span className={mergeClasses(styles.icon, stop.stage !== 'ahead' && styles.reached)}>
            <Mark stage={stop.stage} />
          </span>
          <span className={styles.words}>
            <span className={styles.name}>{stop.title}</span>
            <span className={house.small}>
              {stop.when}
              {stop.stage === 'past' && <span className={house.unseen}> {t('tab.timeline.past')}</span>}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
};
