import { introductions } from '@coaching-pairs/shared/round/round';
import type { Notice } from '@coaching-pairs/shared/wire/parts';
import { Button, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { FaultBar } from '../../../components/fault-bar.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useToday } from '../../../data/me.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { PlanDates } from './plan-dates.js';
import { faultsOf, type PlanDraft, type PlanPart } from './plan-draft.js';
import { PlanMode } from './plan-mode.js';
import { PlanPeople } from './plan-people.js';

/** What the round is called and who introduces it; a new one has a usual name, which need not be written. */
export const PlanBasics = ({ plan, faults, change, usualName }: PlanPart & { readonly usualName?: string }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <>
      <Field
        className={house.field}
        label={t('tab.plan.name')}
        required={usualName === undefined}
        hint={<WhoReads text={t('tab.reads.round')} />}
        {...(faults.name === undefined ? {} : { validationMessage: t(`tab.plan.fault.${faults.name}`) })}
      >
        <Input
          value={plan.name}
          maxLength={120}
          placeholder={usualName ?? t('tab.plan.namePlaceholder')}
          onChange={(_event, { value }) => change({ name: value })}
        />
      </Field>
      <Field label={t('tab.plan.introduction')}>
        <RadioGroup
          value={plan.introduction}
          onChange={(_event, { value }) => {
            const chosen = introductions.find((one) => one === value);
            if (chosen !== undefined) change({ introduction: chosen });
          }}
        >
          {introductions.map((one) => (
            <Radio
              key={one}
              value={one}
              label={
                <span className={house.tight}>
                  <span>{t(`tab.plan.introduction.${one}`)}</span>
                  <span className={house.small}>{t(`tab.plan.introductionFor.${one}`)}</span>
                </span>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <PlanMode plan={plan} change={change} />
    </>
  );
};

type PlanFormProps = {
  readonly start: PlanDraft;
  /** What is known of the people behind a round that was opened. */
  readonly notices: readonly Notice[];
  readonly submit: string;
  readonly running: boolean;
  readonly fault: unknown;
  readonly onSubmit: (plan: PlanDraft) => void;
  readonly onCancel: () => void;
};

/** Name, people and dates of a draft; says in words what is missing once somebody tried to send it. */
export const PlanForm = ({ start, notices, submit, running, fault, onSubmit, onCancel }: PlanFormProps) => {
  const { t } = useWords();
  const house = useHouse();
  const [plan, setPlan] = useState(start);
  const [tried, setTried] = useState(false);
  const faults = faultsOf(plan, useToday() ?? '');
  const part: PlanPart = { plan, faults: tried ? faults : {}, change: (some) => setPlan((before) => ({ ...before, ...some })) };
  const hasFaults = Object.keys(faults).length > 0;
  return (
    <form
      className={house.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!hasFaults) onSubmit(plan);
      }}
    >
      <Section title={t('tab.plan.basics')}>
        <PlanBasics {...part} />
      </Section>
      <PlanPeople {...part} notices={notices} />
      <PlanDates {...part} />
      {fault !== null && <FaultBar fault={fault} />}
      <div className={house.actions}>
        <Button type="submit" appearance="primary" size="large" disabled={running}>
          {submit}
        </Button>
        <Button size="large" onClick={onCancel} disabled={running}>
          {t('tab.action.cancel')}
        </Button>
      </div>
      <div role="status">{tried && hasFaults && t('tab.plan.incomplete', { count: Object.keys(faults).length })}</div>
    </form>
  );
};
