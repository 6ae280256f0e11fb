import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Link, useLocation } from 'wouter';
import { useWords } from '../../../session.js';
import { phone, useHouse } from '../../../style/house.js';
import { isDone, type Step, steps } from './steps.js';

const useStyles = makeStyles({
  wide: {
    display: 'grid',
    gridTemplateColumns: `repeat(${steps.length}, minmax(0, 1fr))`,
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    [phone]: { display: 'none' },
  },
  narrow: { display: 'none', [phone]: { display: 'flex' } },
  link: {
    height: '100%',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    border: '1px solid transparent',
    borderTop: `3px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ':hover': { color: tokens.colorNeutralForeground1, borderTopColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusMedium },
  },
  done: { borderTopColor: tokens.colorBrandStroke2 },
  /** Where colours are few, in high contrast, the current step is the one in a frame; elsewhere nobody sees the frame. */
  current: {
    borderTopColor: tokens.colorBrandStroke1,
    borderLeftColor: tokens.colorTransparentStroke,
    borderRightColor: tokens.colorTransparentStroke,
    borderBottomColor: tokens.colorTransparentStroke,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  mark: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, fontSize: tokens.fontSizeBase200, minHeight: '16px' },
});

const StepLink = ({ round, step, current }: { readonly round: RoundOverview; readonly step: Step; readonly current: boolean }) => {
  const styles = useStyles();
  const house = useHouse();
  const { t, number } = useWords();
  const done = isDone(round, step);
  return (
    <Link
      to={`/admin/${encodeURIComponent(round.id)}/${step}`}
      className={mergeClasses(styles.link, done && styles.done, current && styles.current)}
      {...(current ? { 'aria-current': 'step' as const } : {})}
    >
      <span className={styles.mark}>
        {number(steps.indexOf(step) + 1)}
        {done && <CheckmarkCircleFilled aria-hidden />}
        {done && <span className={house.unseen}>{t('tab.timeline.past')}</span>}
      </span>
      <span>{t(`tab.step.${step}`)}</span>
    </Link>
  );
};

/** The six steps of a round; a choice list where there is no room for a row. */
export const StepNav = ({ round, step }: { readonly round: RoundOverview; readonly step: Step }) => {
  const styles = useStyles();
  const { t, number } = useWords();
  const [, go] = useLocation();
  return (
    <nav aria-label={t('tab.step.label')}>
      <ol className={styles.wide}>
        {steps.map((one) => (
          <li key={one}>
            <StepLink round={round} step={one} current={one === step} />
          </li>
        ))}
      </ol>
      <div className={styles.narrow}>
        <Select
          aria-label={t('tab.step.label')}
          style={{ width: '100%' }}
          value={step}
          onChange={(_event, { value }) => go(`/admin/${encodeURIComponent(round.id)}/${value}`)}
        >
          {steps.map((one, place) => (
            <option key={one} value={one}>
              {`${number(place + 1)} · ${t(`tab.step.${one}`)}${isDone(round, one) ? ` ${t('tab.timeline.past')}` : ''}`}
            </option>
          ))}
        </Select>
      </div>
    </nav>
  );
};
