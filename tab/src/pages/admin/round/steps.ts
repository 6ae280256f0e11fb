import { type RoundState, roundStates } from '@coaching-pairs/shared/round/round';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';

export const steps = ['audience', 'organisation', 'kick-off', 'invitations', 'matching', 'announce'] as const;
export type Step = (typeof steps)[number];

export const isStep = (text: string | null): text is Step => steps.some((step) => step === text);

const hasReached = (round: RoundOverview, state: RoundState): boolean => roundStates.indexOf(round.state) >= roundStates.indexOf(state);

/** Whether what a step is there for has been done. */
export const isDone = (round: RoundOverview, step: Step): boolean => {
  switch (step) {
    case 'audience':
      return round.audience !== null && round.directory !== null;
    case 'organisation':
      return round.directory !== null && round.unconfirmed === 0;
    case 'kick-off':
      return round.kickOff?.heldAt != null;
    case 'invitations':
      return hasReached(round, 'matching');
    case 'matching':
    case 'announce':
      return hasReached(round, 'active');
  }
};

export const nextThings = [
  'chooseAudience',
  'resolveChains',
  'callKickOff',
  'holdKickOff',
  'invite',
  'awaitAnswers',
  'endJoining',
  'draft',
  'resolveBeforeSending',
  'send',
  'awaitMatches',
  'sendNextWave',
  'draftNextWave',
  'announce',
  'underWay',
  'closed',
] as const;
export type NextThing = (typeof nextThings)[number];

const beforeJoining = (round: RoundOverview): { readonly step: Step; readonly thing: NextThing } => {
  if (round.state === 'kick-off') {
    return round.kickOff?.heldAt == null ? { step: 'kick-off', thing: 'holdKickOff' } : { step: 'invitations', thing: 'invite' };
  }
  if (!isDone(round, 'audience')) return { step: 'audience', thing: 'chooseAudience' };
  return round.unconfirmed > 0 ? { step: 'organisation', thing: 'resolveChains' } : { step: 'kick-off', thing: 'callKickOff' };
};

const whileMatching = (round: RoundOverview): { readonly step: Step; readonly thing: NextThing } => {
  const { drafts, open, withoutPartner } = round.tally;
  if (drafts > 0 && round.unconfirmed > 0 && round.waves === 0) return { step: 'organisation', thing: 'resolveBeforeSending' };
  if (drafts > 0) return { step: 'matching', thing: round.waves === 0 ? 'send' : 'sendNextWave' };
  if (open > 0) return { step: 'matching', thing: 'awaitMatches' };
  if (round.waves === 0) return { step: 'matching', thing: 'draft' };
  return withoutPartner > 1 ? { step: 'matching', thing: 'draftNextWave' } : { step: 'announce', thing: 'announce' };
};

/** The one thing to do next, and the step where it is done. */
export const nextOf = (round: RoundOverview): { readonly step: Step; readonly thing: NextThing } => {
  switch (round.state) {
    case 'draft':
    case 'kick-off':
      return beforeJoining(round);
    case 'inviting':
      return round.tally.silent > 0 || round.tally.joined === 0
        ? { step: 'invitations', thing: 'awaitAnswers' }
        : { step: 'matching', thing: 'endJoining' };
    case 'matching':
    case 'proposed':
    case 'choosing':
      return whileMatching(round);
    case 'active':
    case 'awayday':
      return { step: 'announce', thing: 'underWay' };
    case 'closed':
      return { step: 'announce', thing: 'closed' };
  }
};
