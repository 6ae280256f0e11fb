import { sessionGuides } from '@coaching-pairs/shared/guidance/session-guides';
import { skillCards } from '@coaching-pairs/shared/guidance/skill-cards';
import { mergeClasses } from '@fluentui/react-components';
import { Link } from 'wouter';
import { BackLink } from '../../../components/asked-page.js';
import { Page } from '../../../components/page.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { Credit, Elements, GroundRules } from '../../about/guidance-sections.js';
import { useHouseNotes } from '../pair/use-pair.js';
import { meetingText } from './guide-words.js';
import { HouseNote } from './house-note.js';

const GuideList = ({ roundId }: { readonly roundId: string }) => {
  const words = useWords();
  const house = useHouse();
  return (
    <Section title={words.t('guide.title')}>
      <ol className={mergeClasses(house.list, house.stack)}>
        {sessionGuides.map((guide) => (
          <li key={guide.name} className={house.tight}>
            <Link to={`/round/${encodeURIComponent(roundId)}/guides/${guide.name}`}>{words.t(guide.title)}</Link>
            <span className={house.small}>{meetingText(words, guide)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
};

const SkillCards = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const { data } = useHouseNotes(roundId);
  return (
    <Section title={t('skill.title')}>
      <ul className={house.grid}>
        {skillCards.map(({ name, title, lines }) => (
          <li key={name} className={house.stack}>
            <div className={house.tight}>
              <h3 className={house.subheading}>{t(title)}</h3>
              <ul className={house.bullets}>
                {lines.map((line) => (
                  <li key={line}>{t(line)}</li>
                ))}
              </ul>
            </div>
            <HouseNote notes={data?.notes} about={name} />
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** All guidance of a round: ground rules, the six elements, a guide for each meeting, skill cards, and the notes of the house. */
export const GuidesPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const { data } = useHouseNotes(roundId);
  const back = <BackLink to={`/round/${encodeURIComponent(roundId)}`}>{t('tab.pair.back')}</BackLink>;
  return (
    <Page title={t('guide.title')} above={back} lead={t('guide.lead')}>
      <GuideList roundId={roundId} />
      <Section title={t('guidance.rules.title')}>
        <p className={house.prose}>{t('guidance.rules.intro')}</p>
        <GroundRules />
        <HouseNote notes={data?.notes} about="rules" />
      </Section>
      <Section title={t('guidance.elements.title')}>
        <Elements />
        <HouseNote notes={data?.notes} about="elements" />
      </Section>
      <SkillCards roundId={roundId} />
      <Credit />
    </Page>
  );
};
