import type { Engagement, EngagementMove } from '@coaching-pairs/shared/wire/engagement';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { Refuse } from './world.js';

const at = '2026-11-20T10:00:00.000Z';
type Of<Kind extends EngagementMove['kind']> = Extract<EngagementMove, { readonly kind: Kind }>;
type Goal = Engagement['goals'][number];

const movedOn = (): never => {
  throw new Refuse('Somebody has changed this meanwhile. Read it again, then decide.', 'two-two-moved-on', 409);
};

const inGoal = (engagement: Engagement, goalId: string, change: (goal: Goal) => Goal): Engagement => {
  if (engagement.goals.every(({ id }) => id !== goalId)) movedOn();
  return { ...engagement, goals: engagement.goals.map((goal) => (goal.id === goalId ? change(goal) : goal)) };
};

const inEntries = (engagement: Engagement, move: Of<'add-entry' | 'save-entry'>, author: Named, opId: string): Engagement => {
  const before = engagement.entries.find(({ id }) => id === move.entryId);
  if (before?.version !== (move.kind === 'add-entry' ? undefined : move.version)) movedOn();
  const entry = { id: move.entryId, version: opId, author, audience: move.audience, text: move.text, changedAt: at };
  return { ...engagement, entries: [entry, ...engagement.entries.filter(({ id }) => id !== entry.id)] };
};

const inSummary = (engagement: Engagement, move: Of<'word-summary' | 'approve-summary' | 'take-back-approval'>, by: Named): Engagement => {
  const { draft, released } = engagement.summary;
  if (move.kind === 'word-summary') {
    if (move.base !== Math.max(draft?.version ?? 0, released?.version ?? 0)) movedOn();
    const { observations, takeAways, base } = move;
    return { ...engagement, summary: { released, draft: { version: base + 1, observations, takeAways, by, mine: false } } };
  }
  if (draft === null || (move.kind === 'approve-summary' && move.version !== draft.version)) return movedOn();
  return { ...engagement, summary: { released, draft: { ...draft, mine: move.kind === 'approve-summary' } } };
};

/** What one of the four works on in their engagement, as the reader sees it afterwards: alone, so nobody else's yes is there. */
export const worked = (engagement: Engagement, move: EngagementMove, me: Named, opId: string): Engagement => {
  switch (move.kind) {
    case 'focus':
      return move.base.join() === engagement.focus.join() ? { ...engagement, focus: move.focus } : movedOn();
    case 'suggest-goal': {
      const { what, sign, firstStep, goalId: id } = move;
      const goal = { id, what, sign, firstStep, suggestedBy: me, agreed: false, mine: engagement.party === 'client', closedAt: null };
      return { ...engagement, goals: [...engagement.goals, goal] };
    }
    case 'agree-goal':
      return inGoal(engagement, move.goalId, (goal) => ({ ...goal, mine: true }));
    case 'close-goal':
      return inGoal(engagement, move.goalId, (goal) => ({ ...goal, closedAt: at }));
    case 'reopen-goal':
      return inGoal(engagement, move.goalId, (goal) => ({ ...goal, closedAt: null }));
    case 'drop-goal':
      return { ...engagement, goals: engagement.goals.filter(({ id }) => id !== move.goalId) };
    case 'add-entry':
    case 'save-entry':
      return inEntries(engagement, move, me, opId);
    case 'delete-entry':
      return { ...engagement, entries: engagement.entries.filter(({ id }) => id !== move.entryId) };
    case 'write-coaches-note': {
      const { kind: _kind, base, ...words } = move;
      if (base !== (engagement.coachesNote?.version ?? 0)) movedOn();
      return { ...engagement, coachesNote: { ...words, version: base + 1, savedBy: me, savedAt: at } };
    }
    case 'word-summary':
    case 'approve-summary':
    case 'take-back-approval':
      return inSummary(engagement, move, me);
    default:
      return engagement;
  }
};
