import { daysKept } from '@coaching-pairs/shared/engagement/ending';
import { instant } from '@coaching-pairs/shared/ids';
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from '@fluentui/react-components';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { SaysNo, SaysYes } from './answering.js';
import { BeforeText } from './before-text.js';
import type { OfEngagement } from './use-engagement.js';

/** What stays to be read again once a client has answered. */
const ReadAgain = () => {
  const { t } = useWords();
  return (
    <Accordion collapsible>
      <AccordionItem value="before">
        <AccordionHeader as="h3">{t('tab.twoTwo.answer.again')}</AccordionHeader>
        <AccordionPanel>
          <BeforeText />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
};

/** Before anything begins: each client reads what it is and what not, and answers for themselves alone (TT-04, TT-05, TT-63). */
export const WayInSection = ({ engagement }: OfEngagement) => {
  const { words, zone } = useSession();
  const { t, dateAt } = words;
  const house = useHouse();
  const { id, state, consent } = engagement;
  if (state !== 'enquiry') return null;
  const { mine } = consent;
  const said = (['learns', 'who', 'guess', 'reason'] as const).map((line) => t(`tab.twoTwo.answer.no.${line}`));
  const lines = [...said, t('tab.twoTwo.answer.no.rest', { days: daysKept })];
  return (
    <Section title={t(mine === null ? 'tab.twoTwo.answer.title' : 'tab.twoTwo.answer.given')}>
      {mine === null ? (
        <BeforeText />
      ) : (
        <p className={house.prose}>{t('tab.twoTwo.answer.since', { date: dateAt(instant(mine), zone) })}</p>
      )}
      {mine !== null && <ReadAgain />}
      <div className={house.stack}>
        <WhoReads text={t('tab.twoTwo.answer.reads')} />
        <div className={house.actions}>
          {mine === null && <SaysYes id={id} about="answer" change={{ kind: 'consent', version: consent.version }} />}
          <SaysNo id={id} about="answer" change={{ kind: 'rather-not' }} lines={lines} />
        </div>
      </div>
    </Section>
  );
};
