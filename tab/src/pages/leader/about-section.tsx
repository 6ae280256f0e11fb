import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from '@fluentui/react-components';
import { Section } from '../../components/section.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { Credit, Elements, GroundRules } from '../about/guidance-sections.js';

/** What this is, in short; the ground rules and elements open where they are. */
export const AboutSection = () => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t('guidance.what.title')}>
      <p className={house.prose}>{t('guidance.what.text')}</p>
      <Accordion collapsible multiple>
        <AccordionItem value="rules">
          <AccordionHeader as="h3">{t('guidance.rules.title')}</AccordionHeader>
          <AccordionPanel>
            <GroundRules />
          </AccordionPanel>
        </AccordionItem>
        <AccordionItem value="elements">
          <AccordionHeader as="h3">{t('guidance.elements.title')}</AccordionHeader>
          <AccordionPanel>
            <Elements />
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
      <Credit />
    </Section>
  );
};
