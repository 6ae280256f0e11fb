import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

const useStyles = makeStyles({
  list: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  entry: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
});

const cases = ['rematch', 'reserve', 'late', 'leaver'] as const;

/** What to do in the cases that come up in every round, in a sentence each. */
export const WhatToDo = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const [, go] = useLocation();
  return (
    <Section title={t('tab.progress.help.title')}>
      <dl className={styles.list}>
        {cases.map((one) => (
          <div key={one} className={styles.entry}>
            <dt className={styles.title}>{t(`tab.progress.help.${one}`)}</dt>
            <dd className={`${styles.text} ${house.prose}`}>{t(`tab.progress.help.${one}Text`)}</dd>
          </div>
        ))}
      </dl>
      <div className={house.actions}>
        <Button onClick={() => go(`/admin/${encodeURIComponent(roundId)}/matching`)}>{t('tab.progress.help.matching')}</Button>
      </div>
    </Section>
  );
};
