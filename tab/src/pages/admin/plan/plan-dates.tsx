import { Field, Input } from '@fluentui/react-components';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { startingOn } from './dates.js';
import type { PlanPart } from './plan-draft.js';

const fields = ['answersBy', 'startsOn', 'endsOn'] as const;
type DateName = (typeof fields)[number];

/** Some of the dates of a round; moving the start keeps the six months, and in a new round the week between last answer and start. */
export const PlanDay = ({
  plan,
  faults,
  change,
  name,
  isNew = false,
}: PlanPart & { readonly name: DateName; readonly isNew?: boolean }) => {
  const { t } = useWords();
  const fault = faults[name];
  return (
    <Field label={t(`tab.plan.${name}`)} required {...(fault === undefined ? {} : { validationMessage: t(`tab.plan.fault.${fault}`) })}>
      <Input
        type="date"
        value={plan[name]}
        onChange={(_event, { value }) => change(name === 'startsOn' ? startingOn(plan, value, isNew) : { [name]: value })}
      />
    </Field>
  );
};

/** The three dates of a round. */
export const PlanDates = (part: PlanPart) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t('tab.plan.dates')}>
      <p className={house.prose}>{t('tab.plan.datesText')}</p>
      <div className={house.halves}>
        {fields.map((name) => (
          <PlanDay key={name} {...part} name={name} />
        ))}
      </div>
      <WhoReads text={t('tab.reads.round')} />
    </Section>
  );
};
