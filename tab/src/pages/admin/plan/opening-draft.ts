import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { keep, readKept } from '../../../data/kept.js';
import { type AudienceDraft, audienceOf, missingIn, noAudience } from '../round/audience-picker.js';
import { lastingLike } from './dates.js';
import { faultsOf, type PlanDraft, type PlanFaults } from './plan-draft.js';

/** A round while its four questions are being answered. */
export type OpeningDraft = {
  readonly plan: PlanDraft;
  /** Null where the audience of the round before is taken over. */
  readonly audience: AudienceDraft | null;
  /** Whose settings it begins with. */
  readonly template: string;
};

export const openingWith = (plan: PlanDraft, audience: AudienceDraft | null = noAudience): OpeningDraft => ({
  plan,
  audience,
  template: '',
});

/** As the draft is meant: everybody below the round leader, unless somebody else was chosen; and a name, where none was written. */
export const meant = ({ plan, audience, template }: OpeningDraft, usualName: string): OpeningDraft => {
  const { leader, name } = plan;
  const below = audience?.below ?? (leader === null ? null : { id: leader.id, name: leader.name, detail: null });
  return {
    plan: { ...plan, name: name.trim() === '' ? usualName : name },
    audience: audience === null ? null : { ...audience, below },
    template,
  };
};

/** The draft with another audience; whoever stands at its top leads the round, unless somebody else was chosen. */
export const withAudience = (draft: OpeningDraft, part: Partial<AudienceDraft>): OpeningDraft => {
  const leader = draft.plan.leader ?? (part.below == null ? null : { id: part.below.id, name: part.below.name, functionName: null });
  return { ...draft, plan: { ...draft.plan, leader }, audience: { ...(draft.audience ?? noAudience), ...part } };
};

/** With the settings of an earlier round: how it was introduced and how long it lasted, and nobody of it (CP-14). */
export const withTemplate = (draft: OpeningDraft, { id, introduction, mode, ...dates }: RoundOverview): OpeningDraft => ({
  ...draft,
  template: id,
  plan: { ...draft.plan, introduction, mode, ...lastingLike(dates, draft.plan.startsOn) },
});

/** What is missing of a draft as it is meant, or wrong with it on this day. */
export const openingFaults = ({ plan, audience }: OpeningDraft, today = '') => ({
  plan: faultsOf(plan, today),
  audience: audience !== null && audienceOf(audience) === null ? missingIn(audience) : null,
});
export type OpeningFaults = ReturnType<typeof openingFaults>;

export const countOf = ({ plan, audience }: OpeningFaults): number => Object.keys(plan).length + (audience === null ? 0 : 1);

/** Something is missing among what is folded away. */
export const isWithinRest = (faults: PlanFaults): boolean =>
  faults.name !== undefined || faults.answersBy !== undefined || faults.endsOn !== undefined;

const isAlike = (sample: object, found: unknown): boolean =>
  typeof found === 'object' && found !== null && Object.keys(sample).every((key) => key in found);

const isDraft = (found: unknown, sample: OpeningDraft): found is OpeningDraft => {
  if (!isAlike(sample, found)) return false;
  const { plan, audience } = found as OpeningDraft;
  return isAlike(sample.plan, plan) && (audience === null || isAlike(noAudience, audience));
};

const placeOf = (userId: string, follows: string | null): string => `opening.${userId}.${follows ?? 'new'}`;

/** What somebody had entered before they left the page; null where there is nothing, or nothing that this page understands. */
export const keptOpening = (userId: string, follows: string | null, sample: OpeningDraft): OpeningDraft | null => {
  const found = readKept(placeOf(userId, follows))?.value;
  return isDraft(found, sample) ? found : null;
};

/** Keeps it on this device alone, until the tab is closed; null once it is done with. */
export const keepOpening = (userId: string, follows: string | null, draft: OpeningDraft | null): void =>
  keep(placeOf(userId, follows), draft);
