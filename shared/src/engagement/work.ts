import type { GoalId, Instant, PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { type Engagement, type EngagementRefusal, isAt, partyOf } from './engagement.js';

/** What two leaders may work on; one or more, changed as they like (TT-20). Each names `twoTwo.focus.<area>`. */
export const focusAreas = ['trust', 'communication', 'tension', 'roles', 'culture'] as const;
export type FocusArea = (typeof focusAreas)[number];

/** Clear, specific and something to act on: what, by what both will see it, and what comes first (TT-21). */
export type GoalWords = { readonly what: string; readonly sign: string; readonly firstStep: string };

export type Goal = GoalWords & {
  readonly id: GoalId;
  readonly suggestedBy: PersonId;
  /** Clients who have said yes to exactly these words; it is a goal once both have. */
  readonly agreedBy: readonly PersonId[];
  readonly closedAt: Instant | null;
};

/** What an engagement is about: the four read it, and nobody else. */
export type Work = { readonly focus: readonly FocusArea[]; readonly goals: readonly Goal[] };
export const noWork: Work = { focus: [], goals: [] };

/** Letters of each text of a goal, and goals in all. */
export const goalLimits = { text: 500, goals: 20 } as const;

type Asked = { readonly engagement: Engagement; readonly by: PersonId };

const mayChange = ({ engagement, by }: Asked, whose: 'clients' | 'four'): EngagementRefusal | null => {
  const party = partyOf(engagement, by);
  if (party !== 'client' && party !== 'coach') return { code: 'two-two-not-yours' };
  if (isAt(engagement, 'enquiry', 'closed')) return { code: 'two-two-wrong-state' };
  return whose === 'clients' && party !== 'client' ? { code: 'two-two-clients-decide' } : null;
};

type FocusChange = {
  readonly focus: readonly FocusArea[];
  /** What was shown when they were chosen. */
  readonly base: readonly FocusArea[];
};

const inOrder = (areas: readonly FocusArea[]): readonly FocusArea[] => focusAreas.filter((area) => areas.includes(area));
const isSame = (one: readonly FocusArea[], other: readonly FocusArea[]): boolean => inOrder(one).join() === inOrder(other).join();

/**
 * The clients decide what to work on: one of the five or several (TT-20). Refused where the other client has chosen anew meanwhile, so
 * that nobody's choice goes without their reading it.
 */
export const chooseFocus = (work: Work, asked: Asked, { focus, base }: FocusChange): Result<Work, EngagementRefusal> => {
  const refused = mayChange(asked, 'clients');
  if (refused !== null) return err(refused);
  if (focus.length === 0) return err({ code: 'two-two-nothing-written' });
  if (isSame(work.focus, focus)) return ok(work);
  return isSame(work.focus, base) ? ok({ ...work, focus: inOrder(focus) }) : err({ code: 'two-two-moved-on' });
};

/** Whether both clients have said yes to it (TT-21). */
export const isAgreedGoal = ({ agreedBy }: Goal, { clientIds }: Pick<Engagement, 'clientIds'>): boolean =>
  clientIds.every((client) => agreedBy.includes(client));

const withGoal = (work: Work, goal: Goal): Work => ({ ...work, goals: work.goals.map((one) => (one.id === goal.id ? goal : one)) });

/** Any of the four may suggest a goal; a client's suggestion carries their own yes, a coach's nobody's (TT-21). */
export const suggestGoal = (work: Work, asked: Asked, goal: GoalWords & { readonly id: GoalId }): Result<Work, EngagementRefusal> => {
  const refused = mayChange(asked, 'four');
  if (refused !== null) return err(refused);
  if (goal.what.trim() === '' || goal.sign.trim() === '') return err({ code: 'two-two-nothing-written' });
  if (work.goals.some(({ id }) => id === goal.id)) return ok(work);
  if (work.goals.length >= goalLimits.goals) return err({ code: 'two-two-too-many' });
  const agreedBy = partyOf(asked.engagement, asked.by) === 'client' ? [asked.by] : [];
  return ok({ ...work, goals: [...work.goals, { ...goal, suggestedBy: asked.by, agreedBy, closedAt: null }] });
};

type Changed = { readonly goal: Goal | null };

const changed = (work: Work, id: GoalId, change: (goal: Goal) => Result<Changed, EngagementRefusal>): Result<Work, EngagementRefusal> => {
  const goal = work.goals.find((one) => one.id === id);
  if (goal === undefined) return err({ code: 'two-two-moved-on' });
  const next = change(goal);
  if (!next.ok) return next;
  return ok(next.value.goal === null ? { ...work, goals: work.goals.filter((one) => one.id !== id) } : withGoal(work, next.value.goal));
};

const byClients = (asked: Asked, change: () => Result<Changed, EngagementRefusal>): Result<Changed, EngagementRefusal> => {
  const refused = mayChange(asked, 'clients');
  return refused === null ? change() : err(refused);
};

/** A client's yes to a goal as it is worded (TT-21). */
export const agreeGoal = (work: Work, asked: Asked, id: GoalId): Result<Work, EngagementRefusal> =>
  changed(work, id, (goal) =>
    byClients(asked, () => ok({ goal: goal.agreedBy.includes(asked.by) ? goal : { ...goal, agreedBy: [...goal.agreedBy, asked.by] } })),
  );

/** A client closes a goal that both agreed on, or opens it again (TT-21). */
export const closeGoal = (work: Work, asked: Asked, id: GoalId, closedAt: Instant | null): Result<Work, EngagementRefusal> =>
  changed(work, id, (goal) =>
    byClients(asked, () =>
      isAgreedGoal(goal, asked.engagement) ? ok({ goal: { ...goal, closedAt } }) : err({ code: 'two-two-moved-on' }),
    ),
  );

/** Takes back what is not agreed on: a client any suggestion, a coach their own. */
export const dropGoal = (work: Work, asked: Asked, id: GoalId): Result<Work, EngagementRefusal> =>
  changed(work, id, (goal) => {
    const refused = mayChange(asked, goal.suggestedBy === asked.by ? 'four' : 'clients');
    if (refused !== null) return err(refused);
    return isAgreedGoal(goal, asked.engagement) ? err({ code: 'two-two-moved-on' }) : ok({ goal: null });
  });
