import type { Words } from '@coaching-pairs/shared/words/words';
import { Card, makeStyles, tokens } from '@fluentui/react-components';
import { PeopleCommunityRegular } from '@fluentui/react-icons/svg/people-community';
import { useHouse } from '../style/house.js';

const useStyles = makeStyles({
  middle: { minHeight: '100vh', display: 'grid', placeItems: 'center', padding: tokens.spacingHorizontalL, boxSizing: 'border-box' },
  card: { maxWidth: '440px', padding: tokens.spacingHorizontalXXXL, gap: tokens.spacingVerticalL, alignItems: 'flex-start' },
  icon: { color: tokens.colorBrandForeground1 },
});

/** What somebody sees who opens the tab's address in a browser of its own. */
export const OutsidePage = ({ words }: { readonly words: Words }) => {
  const styles = useStyles();
  const house = useHouse();
  return (
    <main className={styles.middle}>
      <Card className={styles.card}>
        <PeopleCommunityRegular fontSize={40} className={styles.icon} aria-hidden />
        <h1 className={house.title}>{words.t('tab.outside.title')}</h1>
        <p className={house.prose}>{words.t('tab.outside.text')}</p>
      </Card>
    </main>
  );
};
