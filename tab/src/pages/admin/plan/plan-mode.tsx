import { matchingModes } from '@coaching-pairs/shared/round/round';
import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import type { PlanPart } from './plan-draft.js';

/** Whether matches are proposed, or partners chosen in the open. */
export const PlanMode = ({ plan, change }: Pick<PlanPart, 'plan' | 'change'>) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Field label={t('tab.plan.mode')} hint={t('tab.plan.modeFixed')}>
      <RadioGroup
        value={plan.mode}
        onChange={(_event, { value }) => {
          const chosen = matchingModes.find((one) => one === value);
          if (chosen !== undefined) change({ mode: chosen });
        }}
      >
        {matchingModes.map((one) => (
          <Radio
            key={one}
            value={one}
            label={
              <span className={house.tight}>
                <span>{t(`tab.plan.mode.${one}`)}</span>
                <span className={house.small}>{t(`tab.plan.modeFor.${one}`)}</span>
              </span>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
};
