import type { Notice } from '@coaching-pairs/shared/wire/parts';
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { NoticeList } from '../../../components/notice-list.js';
import { Section } from '../../../components/section.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { PeopleSearch, PersonSearch } from '../people/person-search.js';
import { leaderWarningOf, type PlanPart } from './plan-draft.js';

/** A round leader who administers the round as well would read who sits out (CP-33). */
export const LeaderWarning = ({ plan, isNew }: Pick<PlanPart, 'plan'> & { readonly isNew: boolean }) => {
  const { words, userId } = useSession();
  const warning = leaderWarningOf(plan, isNew ? userId : null);
  if (warning === null) return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="status">
      <MessageBarBody>{words.t(`tab.plan.${warning}`, { name: plan.leader?.name ?? '' })}</MessageBarBody>
    </MessageBar>
  );
};

/** The round leader or the people partner of a plan. */
export const PlanPerson = ({ plan, faults, change, who }: PlanPart & { readonly who: 'leader' | 'peoplePartner' }) => {
  const { t } = useWords();
  const fault = faults[who];
  return (
    <PersonSearch
      label={t(`tab.plan.${who}`)}
      explanation={t(`tab.plan.${who}Text`)}
      reads={t('tab.reads.nameRound')}
      chosen={plan[who]}
      onChoose={(person) => change({ [who]: person })}
      required
      {...(fault === undefined ? {} : { fault: t(`tab.plan.fault.${fault}`) })}
    />
  );
};

/** Who else may run a round from its first day. */
export const PlanAdministrators = ({ plan, change }: Pick<PlanPart, 'plan' | 'change'>) => {
  const { t } = useWords();
  return (
    <PeopleSearch
      label={t('tab.plan.administrators')}
      explanation={t('tab.plan.administratorsText')}
      reads={t('tab.reads.administrators')}
      chosen={plan.administrators}
      onChange={(administrators) => change({ administrators })}
    />
  );
};

/** Who leads the round and who accompanies it. */
export const PlanPeople = ({ notices, ...part }: PlanPart & { readonly notices: readonly Notice[] }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t('tab.plan.people')}>
      <PlanPerson {...part} who="leader" />
      <PlanPerson {...part} who="peoplePartner" />
      <p className={house.prose}>{t('tab.administrators.elsewhere')}</p>
      <LeaderWarning plan={part.plan} isNew={false} />
      <NoticeList notices={notices} />
    </Section>
  );
};
