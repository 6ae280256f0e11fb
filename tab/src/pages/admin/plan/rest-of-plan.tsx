import { plainDate } from '@coaching-pairs/shared/ids';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from '@fluentui/react-components';
import { useState } from 'react';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { PlanDay } from './plan-dates.js';
import type { PlanDraft, PlanPart } from './plan-draft.js';
import { PlanBasics } from './plan-form.js';
import { PlanAdministrators } from './plan-people.js';
import { TemplateField } from './template-field.js';

const InWords = ({ plan, usualName }: { readonly plan: PlanDraft; readonly usualName: string }) => {
  const { t, date } = useWords();
  const house = useHouse();
  const shown = (day: string): string => (/^\d{4}-\d{2}-\d{2}$/u.test(day) ? date(plainDate(day)) : '–');
  const name = plan.name.trim() === '' ? usualName : plan.name.trim();
  const values = { name, who: t(`tab.opening.by.${plan.introduction}`), answersBy: shown(plan.answersBy), endsOn: shown(plan.endsOn) };
  return <p className={house.prose}>{t('tab.opening.restText', values)}</p>;
};

type RestProps = PlanPart & {
  readonly usualName: string;
  /** Something in here has to be put right. */
  readonly opens: boolean;
  readonly template: string;
  readonly onTemplate: (round: RoundOverview | null) => void;
  /** A round that follows another takes its settings from that one. */
  readonly withTemplate: boolean;
};

/** What has a usual answer: said in one sentence, and open to whoever wants another. */
export const RestOfPlan = ({ usualName, opens, template, onTemplate, withTemplate, ...part }: RestProps) => {
  const { t } = useWords();
  const house = useHouse();
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={t('tab.opening.rest')}>
      <InWords plan={part.plan} usualName={usualName} />
      <Accordion
        collapsible
        openItems={isOpen || opens ? ['rest'] : []}
        onToggle={(_event, { openItems }) => setOpen(openItems.includes('rest'))}
      >
        <AccordionItem value="rest">
          <AccordionHeader as="h3">{t('tab.opening.change')}</AccordionHeader>
          <AccordionPanel>
            <div className={house.stack}>
              {withTemplate && <TemplateField chosen={template} onChoose={onTemplate} />}
              <PlanBasics {...part} usualName={usualName} />
              <PlanAdministrators {...part} />
              <div className={house.halves}>
                <PlanDay {...part} name="answersBy" />
                <PlanDay {...part} name="endsOn" />
              </div>
            </div>
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </Section>
  );
};
