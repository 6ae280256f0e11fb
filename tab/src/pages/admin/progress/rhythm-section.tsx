import { plainDate } from '@coaching-pairs/shared/ids';
import type { Progress } from '@coaching-pairs/shared/wire/progress';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

const useStyles = makeStyles({
  figure: { margin: 0, fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, fontWeight: tokens.fontWeightSemibold },
});

const Figure = ({ rhythm, state }: Pick<Progress, 'rhythm' | 'state'>) => {
  const { t, date } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const mayCome = state !== 'awayday' && state !== 'closed';
  if (rhythm.kind === 'over') return <p className={house.prose}>{t('tab.progress.rhythm.over', { date: date(plainDate(rhythm.on)) })}</p>;
  if (rhythm.kind === 'none') {
    const text = mayCome ? t('tab.progress.rhythm.none', { date: date(plainDate(rhythm.from)) }) : t('tab.progress.rhythm.noneLeft');
    return <p className={house.prose}>{text}</p>;
  }
  const on = date(plainDate(rhythm.on));
  return (
    <div className={house.tight}>
      <p className={styles.figure}>{t(`tab.progress.rhythm.${rhythm.share}`, { percent: rhythm.percent })}</p>
      <p className={house.prose}>{mayCome ? t('tab.progress.rhythm.asOf', { date: on }) : t('tab.progress.rhythm.last', { date: on })}</p>
    </div>
  );
};

/** The share of pairs on their rhythm, what that means, and why it says no more (CP-72). */
export const RhythmSection = ({ progress }: { readonly progress: Progress }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t('tab.progress.rhythm.title')}>
      <Figure rhythm={progress.rhythm} state={progress.state} />
      <p className={house.prose}>
        {t('tab.progress.rhythm.means')} {t('tab.progress.rhythm.bot')}
      </p>
      <p className={`${house.prose} ${house.quiet}`}>{t('tab.progress.rhythm.discreet')}</p>
    </Section>
  );
};
