import { goalLimits } from '@coaching-pairs/shared/engagement/work';
import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { type OfEngagement, useChanging } from './use-engagement.js';

const fields = ['what', 'sign', 'firstStep'] as const;
const blank = { what: '', sign: '', firstStep: '' };

/** Suggests a goal: clear, specific and something to act on (TT-21). A client's carries their own yes, a coach's nobody's. */
export const GoalForm = ({ engagement: { id, party }, onDone }: OfEngagement & { readonly onDone: () => void }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [goalId] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState(blank);
  const { make, running, fault } = useChanging(id);
  const isBare = draft.what.trim() === '' || draft.sign.trim() === '';
  const suggest = (): void => {
    if (isBare) return;
    const [what, sign, firstStep] = [draft.what.trim(), draft.sign.trim(), draft.firstStep.trim()];
    make({ kind: 'suggest-goal', goalId, what, sign, firstStep }, () => {
      feedback.done(t('tab.twoTwo.goal.suggested'));
      onDone();
    });
  };
  return (
    <div className={house.stack}>
      <h4 className={house.subheading}>{t('tab.twoTwo.goal.new')}</h4>
      <p className={house.prose}>{t(`tab.twoTwo.goal.new.${party}`)}</p>
      {fields.map((field) => (
        <Field
          key={field}
          label={t(`tab.twoTwo.goal.${field}`)}
          required={field !== 'firstStep'}
          hint={
            <span className={house.tight}>
              <span>{t(`tab.twoTwo.goal.${field}.hint`)}</span>
              <WhoReads text={t('tab.twoTwo.reads.four')} />
            </span>
          }
        >
          <Textarea
            rows={2}
            resize="vertical"
            maxLength={goalLimits.text}
            value={draft[field]}
            onChange={(_event, { value }) => setDraft({ ...draft, [field]: value })}
          />
        </Field>
      ))}
      {fault !== null && <FaultBar fault={fault} />}
      <div className={house.actions}>
        <DoButton whyNot={isBare ? t('tab.twoTwo.goal.why') : null} running={running} onClick={suggest}>
          {t('tab.twoTwo.goal.suggest')}
        </DoButton>
        <Button onClick={onDone}>{t('tab.action.cancel')}</Button>
      </div>
    </div>
  );
};
