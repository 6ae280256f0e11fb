import { discoveryQuestions } from '@coaching-pairs/shared/engagement/session-flow';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import type { OfEngagement } from './use-engagement.js';

/** What the discovery call asks, to be thought of before it; nothing is written down here (TT-10). */
export const DiscoverySection = ({ engagement: { state, party } }: OfEngagement) => {
  const { t } = useWords();
  const house = useHouse();
  if (state !== 'discovery') return null;
  return (
    <Section title={t('tab.twoTwo.discovery.title')}>
      <p className={house.prose}>{t(`tab.twoTwo.discovery.${party}`)}</p>
      <ul className={house.bullets}>
        {discoveryQuestions.map((question) => (
          <li key={question} className={house.prose}>
            {t(`twoTwo.discovery.${question}`)}
          </li>
        ))}
      </ul>
      <p className={house.small} style={{ margin: 0 }}>
        {t('tab.twoTwo.discovery.nothingKept')}
      </p>
    </Section>
  );
};
