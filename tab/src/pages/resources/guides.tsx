import { guideNamed, type SessionGuide, sessionGuides } from '@coaching-pairs/shared/guidance/session-guides';
import { skillCards } from '@coaching-pairs/shared/guidance/skill-cards';
import { Link, Redirect } from 'wouter';
import { Section } from '../../components/section.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { FeedbackParts } from '../leader/awayday/feedback-parts.js';
import { ElementNames, Frame } from '../leader/guides/guide-page.js';
import { meetingText } from '../leader/guides/guide-words.js';
import { HouseNote } from '../leader/guides/house-note.js';
import { ResourcePage } from './resource-page.js';
import { useMyHouseNotes } from './use-resources.js';

/** A guide for each meeting, for whoever wants to know what they would be in for. */
export const GuideListPage = () => {
  const words = useWords();
  const house = useHouse();
  return (
    <ResourcePage title={words.t('guide.title')} lead={words.t('guide.lead')} place="resources/guides">
      <section className={house.card}>
        <ol className={house.list}>
          {sessionGuides.map((guide) => (
            <li key={guide.name} className={house.tight}>
              <Link to={`/resources/guides/${guide.name}`}>{words.t(guide.title)}</Link>
              <span className={house.small}>{meetingText(words, guide)}</span>
            </li>
          ))}
        </ol>
      </section>
    </ResourcePage>
  );
};

const Guide = ({ guide }: { readonly guide: SessionGuide }) => {
  const words = useWords();
  const house = useHouse();
  return (
    <ResourcePage title={words.t(guide.title)} lead={meetingText(words, guide)} place={`resources/guides/${guide.name}`}>
      <Section title={words.t('guide.steps')} accent>
        {guide.meeting === 1 && <p className={house.prose}>{words.t('guidance.hierarchyFree.text')}</p>}
        <ol className={house.bullets}>
          {guide.steps.map((step) => (
            <li key={step}>{words.t(step)}</li>
          ))}
        </ol>
        <HouseNote notes={useMyHouseNotes()} about={guide.name} />
      </Section>
      {guide.meeting !== 0 && <Frame members={2} />}
      <ElementNames guide={guide} />
    </ResourcePage>
  );
};

/** The guide for one meeting. */
export const GuideResource = ({ name }: { readonly name: string }) => {
  const guide = guideNamed(name);
  return guide === null ? <Redirect to="/resources/guides" replace /> : <Guide guide={guide} />;
};

/** All skill cards. */
export const SkillsPage = () => {
  const { t } = useWords();
  const house = useHouse();
  const notes = useMyHouseNotes();
  return (
    <ResourcePage title={t('skill.title')} lead={t('tab.resources.skills')} place="resources/skills">
      <section className={house.card}>
        <ul className={house.grid}>
          {skillCards.map(({ name, title, lines }) => (
            <li key={name} className={house.tight}>
              <h2 className={house.subheading}>{t(title)}</h2>
              <ul className={house.bullets}>
                {lines.map((line) => (
                  <li key={line}>{t(line)}</li>
                ))}
              </ul>
              <HouseNote notes={notes} about={name} />
            </li>
          ))}
        </ul>
      </section>
    </ResourcePage>
  );
};

/** What a feedback pair does in its forty-five minutes, all six parts (CP-83). */
export const FeedbackGuidePage = () => {
  const { t } = useWords();
  return (
    <ResourcePage title={t('tab.resources.feedback.title')} lead={t('awayday.guide.lead')} place="resources/feedback">
      <FeedbackParts wasInAPair="unknown" />
    </ResourcePage>
  );
};
