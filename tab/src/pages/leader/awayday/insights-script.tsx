import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** What the round leader says to invite insights (CP-84, CP-86); null: in the words that ship. Nothing of it is recorded anywhere. */
export const InsightsScript = ({ text }: { readonly text: string | null }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t('kit.insights.title')}>
      <p className={house.prose}>{text ?? t('kit.insights.text')}</p>
      <p className={house.small}>{t('tab.awayday.nothing')}</p>
    </Section>
  );
};
