import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import { Page } from '../../components/page.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { Credit } from '../about/guidance-sections.js';
import { CopyLink } from './resource-page.js';
import { ShareSection } from './share-section.js';
import { WriteSection } from './write-section.js';

const useStyles = makeStyles({
  link: { color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightSemibold },
  topic: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** All there is to read, for anybody of the organisation, whether or not they are in a round (CP-90, CP-93). */
export const ResourcesPage = () => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const topics = [
    ['/about', t('guidance.what.title'), t('tab.resources.about')],
    ['/resources/guides', t('guide.title'), t('tab.resources.guides')],
    ['/resources/skills', t('skill.title'), t('tab.resources.skills')],
    ['/resources/feedback', t('tab.resources.feedback.title'), t('tab.resources.feedback')],
    ['/resources/privacy', t('tab.privacy.link'), t('tab.resources.privacy')],
  ] as const;
  return (
    <Page title={t('tab.resources.title')} lead={t('tab.resources.lead')} aside={<CopyLink place="resources" />}>
      <ul className={house.grid}>
        {topics.map(([to, title, text]) => (
          <li key={to} className={`${styles.topic} ${house.tight}`}>
            <Link to={to} className={styles.link}>
              {title}
            </Link>
            <span className={house.small}>{text}</span>
          </li>
        ))}
      </ul>
      <WriteSection />
      <ShareSection />
      <Credit />
    </Page>
  );
};
