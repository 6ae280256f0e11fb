import { aboutCoachingPairs } from '@coaching-pairs/shared/guidance/about';
import { BackLink } from '../../components/asked-page.js';
import { Page } from '../../components/page.js';
import { Section } from '../../components/section.js';
import { WhoSeesPanel } from '../../components/who-sees-panel.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { HouseNote } from '../leader/guides/house-note.js';
import { CopyLink } from '../resources/resource-page.js';
import { useMyHouseNotes } from '../resources/use-resources.js';
import { Credit, Elements, GroundRules } from './guidance-sections.js';

/** What Coaching Pairs is, for everybody, in a round or not (CP-90). */
export const AboutPage = () => {
  const { t } = useWords();
  const house = useHouse();
  const notes = useMyHouseNotes();
  return (
    <Page
      title={t('guidance.what.title')}
      lead={<p className={house.prose}>{t('guidance.what.text')}</p>}
      above={<BackLink to="/resources">{t('tab.resources.all')}</BackLink>}
      aside={<CopyLink place="about" />}
    >
      <Section title={t('guidance.hierarchyFree.title')} accent>
        <p className={house.prose}>{t('guidance.hierarchyFree.text')}</p>
        <ul className={house.bullets}>
          {aboutCoachingPairs.slice(1).map((line) => (
            <li key={line}>{t(line)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('guidance.rules.title')}>
        <p className={house.quiet} style={{ margin: 0 }}>
          {t('guidance.rules.intro')}
        </p>
        <GroundRules />
        <HouseNote notes={notes} about="rules" />
      </Section>
      <Section title={t('guidance.elements.title')}>
        <Elements />
        <HouseNote notes={notes} about="elements" />
      </Section>
      <WhoSeesPanel level={2} />
      <Credit />
    </Page>
  );
};
