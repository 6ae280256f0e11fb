import type { Words } from '@coaching-pairs/shared/words/words';
import { Button, Card, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { PeopleCommunityRegular } from '@fluentui/react-icons/svg/people-community';
import { useEffect, useState } from 'react';
import type { Outside } from '../door.js';
import { useHouse } from '../style/house.js';

const useStyles = makeStyles({
  middle: { minHeight: '100vh', display: 'grid', placeItems: 'center', padding: tokens.spacingHorizontalL, boxSizing: 'border-box' },
  card: { maxWidth: '440px', padding: tokens.spacingHorizontalXXXL, gap: tokens.spacingVerticalL, alignItems: 'flex-start' },
  icon: { color: tokens.colorBrandForeground1 },
});

type OutsidePageProps = { readonly words: Words; readonly outside: Outside };

/** What somebody sees who opens the tab's address in a browser of its own, and has not signed in there. */
export const OutsidePage = ({ words: { t, locale }, outside: { signIn, hasFailed } }: OutsidePageProps) => {
  const styles = useStyles();
  const house = useHouse();
  const [leaving, setLeaving] = useState(false);
  const [failed, setFailed] = useState(hasFailed);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const leave = (): void => {
    setLeaving(true);
    signIn?.().catch(() => {
      setLeaving(false);
      setFailed(true);
    });
  };
  return (
    <main className={styles.middle}>
      <Card className={styles.card}>
        <PeopleCommunityRegular fontSize={40} className={styles.icon} aria-hidden />
        <h1 className={house.title}>{t('tab.outside.title')}</h1>
        <p className={house.prose}>{t('tab.outside.text')}</p>
        {signIn !== null && <p className={house.prose}>{t('tab.outside.guests')}</p>}
        {failed && !leaving && (
          <MessageBar intent="warning" layout="multiline" role="alert">
            <MessageBarBody>{t('tab.outside.failed')}</MessageBarBody>
          </MessageBar>
        )}
        {signIn !== null && (
          <Button appearance="primary" disabledFocusable={leaving} onClick={() => leaving || leave()}>
            {t(leaving ? 'tab.outside.leaving' : 'tab.outside.signIn')}
          </Button>
        )}
      </Card>
    </main>
  );
};
