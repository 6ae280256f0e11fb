import { daysKept } from '@coaching-pairs/shared/engagement/ending';
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
  'begin-closing': ['closing.told', 'closing.still'],
  complete: ['complete.told', 'sponsor', 'kept', 'notes', 'final'],
  end: ['end.told', 'who', 'reason', 'sponsor', 'kept', 'notes', 'final'],
} as const satisfies Record<Way, readonly string[]>;

type StepProps = OfEngagement & { readonly way: Way; readonly primary?: boolean };

/** One way to an end, asked once more. */
const Step = ({ engagement: { id, sponsor }, way, primary = false }: StepProps) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [asking, setAsking] = useState(false);
  const { make, running, fault } = useChanging(id);
  const done = () => {
    setAsking(false);
    feedback.done(t(`tab.twoTwo.end.${way}.done`));
  };
  const lines = linesOf[way].filter((line) => line !== 'sponsor' || sponsor !== null);
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
