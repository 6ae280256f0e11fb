import type { Introduction } from '@coaching-pairs/shared/round/round';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { RoundOverview, RoundPlanInput } from '@coaching-pairs/shared/wire/rounds';
/** A plan while it is being filled in. */
export type PlanDraft = {
  readonly name: string;
  readonly introduction: Introduction;
  readonly leader: Named | null;
  readonly peoplePartner: Named | null;
  readonly administrators: readonly Named[];
  readonly answersBy: string;
  readonly startsOn: string;
  readonly endsOn: string;
};
export declare const planFaultCodes: readonly ['nameMissing', 'personMissing', 'dateMissing', 'answersAfterStart', 'endBeforeStart'];
export type PlanFault = (typeof planFaultCodes)[number];
export type PlanFaults = {
  readonly [Field in keyof PlanDraft]?: PlanFault;
};
/** What each part of the form is given. */
export type PlanPart = {
  readonly plan: PlanDraft;
  readonly faults: PlanFaults;
  readonly change: (part: Partial<PlanDraft>) => void;
};
export declare const emptyPlan: (today: string) => PlanDraft;
export declare const planOf: (round: RoundOverview) => PlanDraft;
/** What still stands in the way, field by field; empty when the plan can be sent. */
export declare const faultsOf: (plan: PlanDraft) => PlanFaults;
/** The plan as it is sent; null while it has faults. */
export declare const inputOf: (plan: PlanDraft) => RoundPlanInput | null;
