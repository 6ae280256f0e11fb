import { daysKept } from '@coaching-pairs/shared/engagement/ending';
import type { Engagement } from '@coaching-pairs/shared/wire/engagement';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { type OfEngagement, useChanging } from './use-engagement.js';

type Way = 'begin-closing' | 'complete' | 'end';

/** What is said before each of the ways to an end: what it brings, and who learns what. */
const linesOf = {
  'begin-closing': ['closing.told', 'closing.still', 'closing.summary'],
  complete: ['complete.told', 'complete.summary', 'sponsor', 'kept', 'notes', 'final'],
  end: ['end.told', 'who', 'reason', 'sponsor', 'kept', 'notes', 'final'],
} as const satisfies Record<Way, readonly string[]>;

/** Without a sponsor nothing is said of one; and once a summary is out, and no newer one waits, nothing of it any more. */
const saysOf = ({ sponsor, summary }: Engagement, line: string): boolean => {
  if (line === 'sponsor') return sponsor !== null;
  if (!line.endsWith('.summary')) return true;
  return sponsor !== null && (summary.released === null || summary.draft !== null);
};

type StepProps = OfEngagement & { readonly way: Way; readonly primary?: boolean };

/** One way to an end, asked once more. */
const Step = ({ engagement, way, primary = false }: StepProps) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [asking, setAsking] = useState(false);
  const { make, running, fault } = useChanging(engagement.id);
  const done = () => {
    setAsking(false);
    feedback.done(t(`tab.twoTwo.end.${way}.done`));
  };
  const lines = linesOf[way].filter((line) => saysOf(engagement, line));
  return (
    <>
      <Button appearance={primary ? 'primary' : 'secondary'} onClick={() => setAsking(true)}>
        {t(`tab.twoTwo.end.${way}`)}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t(`tab.twoTwo.end.${way}.title`)}
        confirm={t(`tab.twoTwo.end.${way}`)}
        cancel={t('tab.twoTwo.end.back')}
        running={running}
        onConfirm={() => make({ kind: way }, done)}
        onClose={() => setAsking(false)}
      >
        <ul className={house.bullets}>
          {lines.map((line) => (
            <li key={line}>{t(`tab.twoTwo.end.line.${line}`, { days: daysKept })}</li>
          ))}
        </ul>
        {fault !== null && <FaultBar fault={fault} />}
      </ConfirmDialog>
    </>
  );
};

/** The ways to an end: as agreed, by way of the closing session, or at any time by any of the four, without a reason (TT-64). */
export const EndSection = ({ engagement }: OfEngagement) => {
  const { t } = useWords();
  const house = useHouse();
  const { state } = engagement;
  if (state === 'enquiry' || state === 'closed') return null;
  return (
    <Section title={t(state === 'closing' ? 'tab.twoTwo.end.closing' : 'tab.twoTwo.end.title')}>
      <p className={house.prose}>{t(`tab.twoTwo.end.text.${state === 'active' || state === 'closing' ? state : 'before'}`)}</p>
      <div className={house.actions}>
        {state === 'active' && <Step engagement={engagement} way="begin-closing" />}
        {state === 'closing' && <Step engagement={engagement} way="complete" primary />}
        <Step engagement={engagement} way="end" />
      </div>
    </Section>
  );
};
