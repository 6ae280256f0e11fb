import type { Notice } from '@coaching-pairs/shared/wire/parts';
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { NoticeList } from '../../../components/notice-list.js';
import { Section } from '../../../components/section.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { PeopleSearch, PersonSearch } from '../people/person-search.js';
import { leaderWarningOf, type PlanPart } from './plan-draft.js';

/** A round leader who administers the round as well would read who sits out (CP-33). */
const LeaderWarning = ({ plan, isNew }: Pick<PlanPart, 'plan'> & { readonly isNew: boolean }) => {
  const { words, userId } = useSession();
  const warning = leaderWarningOf(plan, isNew ? userId : null);
  if (warning === null) return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="status">
      <MessageBarBody>{words.t(`tab.plan.${warning}`, { name: plan.leader?.name ?? '' })}</MessageBarBody>
    </MessageBar>
  );
};

type PlanPeopleProps = PlanPart & { readonly isNew: boolean; readonly notices: readonly Notice[] };

/** Who leads the round, who accompanies it, and, when it is opened, who else may run it. */
export const PlanPeople = ({ plan, faults, change, isNew, notices }: PlanPeopleProps) => {
  const { t } = useWords();
  const house = useHouse();
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
      {isNew ? (
        <PeopleSearch
          label={t('tab.plan.administrators')}
          explanation={t('tab.plan.administratorsText')}
          reads={t('tab.reads.administrators')}
          chosen={plan.administrators}
          onChange={(administrators) => change({ administrators })}
        />
      ) : (
        <p className={house.prose}>{t('tab.administrators.elsewhere')}</p>
      )}
      <LeaderWarning plan={plan} isNew={isNew} />
      <NoticeList notices={notices} />
    </Section>
  );
};
