import { instant } from '@coaching-pairs/shared/ids';
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { BeforeText } from './before-text.js';
import { type OfEngagement, useChanging } from './use-engagement.js';

/** The quiet no: no reason is asked, and it says what the other learns and may guess (TT-05). */
const RatherNot = ({ engagement: { id } }: OfEngagement) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [asking, setAsking] = useState(false);
  const { make, running, fault } = useChanging(id);
  const done = () => {
    setAsking(false);
    feedback.done(t('tab.twoTwo.answer.no.done'));
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('tab.twoTwo.answer.no')}</Button>
      <ConfirmDialog
        open={asking}
        title={t('tab.twoTwo.answer.no.title')}
        confirm={t('tab.twoTwo.answer.no')}
        cancel={t('tab.twoTwo.answer.back')}
        running={running}
        onConfirm={() => make({ kind: 'rather-not' }, done)}
        onClose={() => setAsking(false)}
      >
        <ul className={house.bullets}>
          {(['learns', 'who', 'guess', 'reason'] as const).map((line) => (
            <li key={line}>{t(`tab.twoTwo.answer.no.${line}`)}</li>
          ))}
        </ul>
        {fault !== null && <FaultBar fault={fault} />}
      </ConfirmDialog>
    </>
  );
};

const Yes = ({ engagement: { id, consent } }: OfEngagement) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const { make, running, fault } = useChanging(id);
  const say = () => make({ kind: 'consent', version: consent.version }, () => feedback.done(t('tab.twoTwo.answer.yes.done')));
  return (
    <>
      <Button appearance="primary" disabledFocusable={running} onClick={say}>
        {t('tab.twoTwo.answer.yes')}
      </Button>
      {fault !== null && <FaultBar fault={fault} />}
    </>
  );
};

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
  const { state, consent } = engagement;
  if (state !== 'enquiry') return null;
  const { mine } = consent;
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
          {mine === null && <Yes engagement={engagement} />}
          <RatherNot engagement={engagement} />
        </div>
      </div>
    </Section>
  );
};
