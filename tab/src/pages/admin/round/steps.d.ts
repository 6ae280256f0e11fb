import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
export declare const steps: readonly ['audience', 'organisation', 'kick-off', 'invitations', 'matching', 'announce'];
export type Step = (typeof steps)[number];
export declare const isStep: (text: string | null) => text is Step;
/** Whether what a step is there for has been done. */
export declare const isDone: (round: RoundOverview, step: Step) => boolean;
export declare const nextThings: readonly [
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
];
export type NextThing = (typeof nextThings)[number];
/** The one thing to do next, and the step where it is done. */
export declare const nextOf: (round: RoundOverview) => {
  readonly step: Step;
  readonly thing: NextThing;
};
