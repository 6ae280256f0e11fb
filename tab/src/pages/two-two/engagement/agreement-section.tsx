import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Divider } from '@fluentui/react-components';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { AgreementAccepting } from './agreement-accepting.js';
import { AgreementTerms } from './agreement-terms.js';
import { AgreementWords } from './agreement-words.js';
import type { OfEngagement } from './use-engagement.js';

/** The agreement of the four: what each accepts, what they add themselves, and who has accepted (TT-30 to TT-34). */
export const AgreementSection = ({ engagement }: OfEngagement) => {
  const { t } = useWords();
  const { state, agreement } = engagement;
  const isThere = state === 'agreed' || state === 'active' || state === 'closing' || agreement.written.length > 0;
  if (!isThere) return null;
  return (
    <Section title={t('tab.twoTwo.agreement.title')}>
      {agreement.complete ? (
        <Accordion collapsible>
          <AccordionItem value="terms">
            <AccordionHeader as="h3">{t('tab.twoTwo.agreement.terms')}</AccordionHeader>
            <AccordionPanel>
              <AgreementTerms engagement={engagement} />
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      ) : (
        <AgreementTerms engagement={engagement} />
      )}
      <Divider />
      <AgreementWords engagement={engagement} />
      <Divider />
      <AgreementAccepting engagement={engagement} />
    </Section>
  );
};
