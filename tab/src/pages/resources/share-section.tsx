import { originUrl } from '@coaching-pairs/shared/guidance/about';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Section } from '../../components/section.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { useCopying } from './use-resources.js';

const useStyles = makeStyles({
  text: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
});

/** A few lines for somebody in another organisation, to be sent by the reader's own hand (CP-94). The app sends nothing. */
export const ShareSection = () => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const copy = useCopying();
  const text = t('tab.resources.share.body', { site: originUrl });
  const mail = `mailto:?subject=${encodeURIComponent(t('tab.nav.label'))}&body=${encodeURIComponent(text)}`;
  return (
    <Section title={t('tab.resources.share.title')}>
      <p className={house.prose}>{t('tab.resources.share.text')}</p>
      <p className={`${styles.text} ${house.prose}`}>{text}</p>
      <div className={house.actions}>
        <Button onClick={() => copy(text, t('tab.resources.share.copied'))}>{t('tab.resources.share.copy')}</Button>
        <Button as="a" href={mail} target="_blank" rel="noreferrer">
          {t('tab.resources.share.mail')}
        </Button>
      </div>
    </Section>
  );
};
