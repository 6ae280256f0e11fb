import { instant } from '@coaching-pairs/shared/ids';
import type { PairSpace } from '@coaching-pairs/shared/wire/pair';
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from '@fluentui/react-components';
import { Section } from '../../../components/section.js';
import { useSession } from '../../../session.js';
import { AgreementText } from './agreement-text.js';

/** Every version before the newest, as it was (CP-40). */
export const EarlierVersions = ({ pair }: { readonly pair: PairSpace }) => {
  const { words, zone } = useSession();
  const { t, dateAt } = words;
  const earlier = pair.versions.slice(1);
  if (earlier.length === 0) return null;
  return (
    <Section title={t('tab.agreement.earlier', { count: earlier.length })}>
      <Accordion collapsible>
        {earlier.map((one) => (
          <AccordionItem key={one.version} value={one.version}>
            <AccordionHeader as="h3">
              {t('tab.agreement.version', { version: one.version, name: one.savedBy.name, date: dateAt(instant(one.savedAt), zone) })}
            </AccordionHeader>
            <AccordionPanel>
              <AgreementText version={one} pair={pair} />
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </Section>
  );
};
