import { nextName } from '@coaching-pairs/shared/round/following';
import type { Introduction, MatchingMode } from '@coaching-pairs/shared/round/round';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { RoundOverview, RoundPlanInput } from '@coaching-pairs/shared/wire/rounds';
import { datesFrom, usualDates } from './dates.js';

/** A plan while it is being filled in. */
export type PlanDraft = {
  readonly name: string;
  readonly introduction: Introduction;
  readonly mode: MatchingMode;
  readonly leader: Named | null;
  readonly peoplePartner: Named | null;
  readonly administrators: readonly Named[];
  readonly answersBy: string;
  readonly startsOn: string;
  readonly endsOn: string;
};

export const planFaultCodes = ['nameMissing', 'personMissing', 'dateMissing', 'datePast', 'answersAfterStart', 'endBeforeStart'] as const;
export type PlanFault = (typeof planFaultCodes)[number];
export type PlanFaults = { readonly [Field in keyof PlanDraft]?: PlanFault };

/** What each part of the form is given. */
export type PlanPart = {
  readonly plan: PlanDraft;
  readonly faults: PlanFaults;
  readonly change: (part: Partial<PlanDraft>) => void;
};

export const emptyPlan = (today: string): PlanDraft => ({
  name: '',
  introduction: 'chief-executive',
  mode: 'proposed',
  leader: null,
  peoplePartner: null,
  administrators: [],
  ...usualDates(today),
});

export const planOf = (round: RoundOverview): PlanDraft => ({
  name: round.name,
  introduction: round.introduction,
  mode: round.mode,
  leader: round.leader,
  peoplePartner: round.peoplePartner,
  administrators: round.administrators.filter((one) => one.id !== round.peoplePartner.id),
  answersBy: round.answersBy,
  startsOn: round.startsOn,
  endsOn: round.endsOn,
});

/** The plan of the round that follows one: the same people, from where that one ends, or from the usual day where that has come. */
export const planAfter = (round: RoundOverview, today: string): PlanDraft => {
  const usual = usualDates(today);
  const startsOn = round.endsOn > usual.startsOn ? round.endsOn : usual.startsOn;
  return { ...planOf(round), name: nextName(round.name), ...datesFrom(startsOn) };
};

const dateFaults = (plan: PlanDraft, today: string): PlanFaults => {
  const fields = ['answersBy', 'startsOn', 'endsOn'] as const;
  const missing = fields.filter((field) => !/^\d{4}-\d{2}-\d{2}$/.test(plan[field]));
  if (missing.length > 0) return Object.fromEntries(missing.map((field) => [field, 'dateMissing' as const]));
  const past = fields.filter((field) => plan[field] < today);
  if (past.length > 0) return Object.fromEntries(past.map((field) => [field, 'datePast' as const]));
  return {
    ...(plan.answersBy > plan.startsOn ? { answersBy: 'answersAfterStart' as const } : {}),
    ...(plan.startsOn >= plan.endsOn ? { endsOn: 'endBeforeStart' as const } : {}),
  };
};

/** What still stands in the way, field by field; empty when the plan can be sent. A day before `today` is refused, where that is known. */
export const faultsOf = (plan: PlanDraft, today = ''): PlanFaults => ({
  ...(plan.name.trim() === '' ? { name: 'nameMissing' as const } : {}),
  ...(plan.leader === null ? { leader: 'personMissing' as const } : {}),
  ...(plan.peoplePartner === null ? { peoplePartner: 'personMissing' as const } : {}),
  ...dateFaults(plan, today),
});

/** Why the round leader would also administer the round, as the end of a message's id; null when not. `openerId` is whoever opens it. */
export const leaderWarningOf = (
  { leader, peoplePartner, administrators }: PlanDraft,
  openerId: string | null,
): 'leaderIsPeoplePartner' | 'leaderOpens' | 'leaderAdministers' | null => {
  if (leader === null) return null;
  if (leader.id === peoplePartner?.id) return 'leaderIsPeoplePartner';
  if (leader.id === openerId) return 'leaderOpens';
  return administrators.some(({ id }) => id === leader.id) ? 'leaderAdministers' : null;
};

/** The plan as it is sent; null while it has faults. */
export const inputOf = (plan: PlanDraft): RoundPlanInput | null => {
  if (Object.keys(faultsOf(plan)).length > 0 || plan.leader === null || plan.peoplePartner === null) return null;
  return {
    name: plan.name.trim(),
    introduction: plan.introduction,
    mode: plan.mode,
    leaderId: plan.leader.id,
    peoplePartnerId: plan.peoplePartner.id,
    administratorIds: plan.administrators.map((one) => one.id),
    answersBy: plan.answersBy,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
  };
};
