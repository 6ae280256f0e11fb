import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

const useStyles = makeStyles({
  numbers: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXXL}`, margin: 0 },
  number: { display: 'flex', flexDirection: 'column-reverse' },
  big: { margin: 0, fontSize: tokens.fontSizeHero800, lineHeight: tokens.lineHeightHero800, fontWeight: tokens.fontWeightSemibold },
});

/** The answers in three numbers, read out as they change. */
export const AnswerTally = ({ round }: { readonly round: RoundOverview }) => {
  const { t, number } = useWords();
  const styles = useStyles();
  const house = useHouse();
  const { joined, sittingOut, silent, population } = round.tally;
  const shown = { joined, silent, sittingOut } as const;
  return (
    <>
      <dl className={styles.numbers}>
        {(['joined', 'silent', 'sittingOut'] as const).map((name) => (
          <div key={name} className={styles.number}>
            <dt className={house.quiet}>{t(`tab.answers.${name}`)}</dt>
            <dd className={styles.big}>{number(shown[name])}</dd>
          </div>
        ))}
      </dl>
      <span role="status" className={house.unseen}>
        {t('tab.answers.live', { joined, population })}
      </span>
    </>
  );
};
