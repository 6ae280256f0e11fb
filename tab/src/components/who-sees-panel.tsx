import { limits, whoSeesWhatIn } from '@coaching-pairs/shared/disclosure/who-sees-what';
import { longestKeptDays } from '@coaching-pairs/shared/retention/spans';
import type { MatchingMode } from '@coaching-pairs/shared/round/round';
import { makeStyles, tokens } from '@fluentui/react-components';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { Link } from 'wouter';
import { useWords } from '../session.js';
import { phone, useHouse } from '../style/house.js';

const useStyles = makeStyles({
  panel: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  title: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  list: { margin: 0, display: 'flex', flexDirection: 'column' },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.2fr)',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  circles: { margin: 0, color: tokens.colorNeutralForeground2, '::first-letter': { textTransform: 'uppercase' } },
});

type PanelProps = {
  readonly level?: 2 | 3;
  readonly mode?: MatchingMode;
  /** Of a round; where it is none in particular, the most there can be. */
  readonly keptDays?: number;
};

/** Who sees what, line by line, as it stands before anybody joins, and what no product can promise (C-01). */
export const WhoSeesPanel = ({ level = 3, mode = 'proposed', keptDays = longestKeptDays }: PanelProps) => {
  const { t, list } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const Heading = `h${level}` as const;
  const LimitsHeading = `h${level === 2 ? 3 : 4}` as const;
  return (
    <div className={styles.panel}>
      <Heading className={`${house.subheading} ${styles.title}`}>
        <EyeRegular aria-hidden fontSize={20} />
        {t('tab.whoSees.title')}
      </Heading>
      <dl className={styles.list}>
        {whoSeesWhatIn(mode).map((line) => (
          <div key={line.what} className={styles.line}>
            <dt>{t(`whoSees.${line.what}`)}</dt>
            <dd className={styles.circles}>{list(line.circles.map((circle) => t(`circle.${circle}`)))}</dd>
          </div>
        ))}
      </dl>
      <p className={house.prose}>{t('tab.whoSees.kept', { days: keptDays })}</p>
      <Link to="/resources/privacy">{t('tab.privacy.link')}</Link>
      <LimitsHeading className={house.subheading}>{t('limits.title')}</LimitsHeading>
      <ul className={`${house.bullets} ${house.small}`}>
        {limits.map((name) => (
          <li key={name}>{t(`limits.${name}`)}</li>
        ))}
      </ul>
    </div>
  );
};
