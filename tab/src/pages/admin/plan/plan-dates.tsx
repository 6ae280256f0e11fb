import { Field, Input } from '@fluentui/react-components';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { addMonths } from './dates.js';
import type { PlanPart } from './plan-draft.js';

const fields = ['answersBy', 'startsOn', 'endsOn'] as const;

/** The three dates of a round; moving the start keeps the six months. */
export const PlanDates = ({ plan, faults, change }: PlanPart) => {
  const { t } = useWords();
  const house = useHouse();
  const move = (field: (typeof fields)[number], value: string): void => {
    const keepsLength = field === 'startsOn' && value !== '' && plan.endsOn === addMonths(plan.startsOn, 6);
    change(keepsLength ? { startsOn: value, endsOn: addMonths(value, 6) } : { [field]: value });
  };
  return (
    <Section title={t('tab.plan.dates')}>
      <p className={house.prose}>{t('tab.plan.datesText')}</p>
      <div className={house.halves}>
        {fields.map((field) => {
          const fault = faults[field];
          return (
            <Field
              key={field}
              label={t(`tab.plan.${field}`)}
              required
              {...(fault === undefined ? {} : { validationMessage: t(`tab.plan.fault.${fault}`) })}
            >
              <Input type="date" value={plan[field]} onChange={(_event, { value }) => move(field, value)} />
            </Field>
          );
        })}
      </div>
      <WhoReads text={t('tab.reads.round')} />
    </Section>
  );
};
