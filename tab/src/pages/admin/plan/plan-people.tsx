import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { PeopleSearch, PersonSearch } from '../people/person-search.js';
import type { PlanPart } from './plan-draft.js';

/** Who leads the round, who accompanies it, and who else may run it. */
export const PlanPeople = ({ plan, faults, change }: PlanPart) => {
  const { t } = useWords();
  const why = (fault: PlanPart['faults']['leader']) => (fault === undefined ? {} : { fault: t(`tab.plan.fault.${fault}`) });
  return (
    <Section title={t('tab.plan.people')}>
      <PersonSearch
        label={t('tab.plan.leader')}
        explanation={t('tab.plan.leaderText')}
        reads={t('tab.reads.nameRound')}
        chosen={plan.leader}
        onChoose={(leader) => change({ leader })}
        required
        {...why(faults.leader)}
      />
      <PersonSearch
        label={t('tab.plan.peoplePartner')}
        explanation={t('tab.plan.peoplePartnerText')}
        reads={t('tab.reads.nameRound')}
        chosen={plan.peoplePartner}
        onChoose={(peoplePartner) => change({ peoplePartner })}
        required
        {...why(faults.peoplePartner)}
      />
      <PeopleSearch
        label={t('tab.plan.administrators')}
        explanation={t('tab.plan.administratorsText')}
        reads={t('tab.reads.administrators')}
        chosen={plan.administrators}
        onChange={(administrators) => change({ administrators })}
      />
    </Section>
  );
};
