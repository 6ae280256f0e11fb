import { type RoundState, roundStates } from '@coaching-pairs/shared/round/round';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { isRunning } from '../../../data/running.js';

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
  'reading',
  'drafting',
  'sending',
  'pairing',
  'telling',
  'delivering',
  'chooseAudience',
  'resolveChains',
  'callKickOff',
  'holdKickOff',
  'invite',
  'awaitAnswers',
  'answersOver',
  'endJoining',
  'draft',
  'openBoard',
  'choosing',
  'resolveBeforeSending',
  'send',
  'awaitMatches',
  'sendNextWave',
  'draftNextWave',
  'announceWithout',
  'announce',
  'rematch',
  'underWay',
  'beginAwayday',
  'awayday',
  'closed',
] as const;
export type NextThing = (typeof nextThings)[number];
type Next = { readonly step: Step; readonly thing: NextThing };

/** What is going on while long work of a kind runs. */
const goingOn: Readonly<Record<string, NextThing>> = {
  'read-directory': 'reading',
  'draft-matches': 'drafting',
  'send-proposals': 'sending',
  'pair-feedback': 'pairing',
};

/** Things that only say what goes on: nothing is to be pressed until it has ended. */
export const isWaiting = (thing: NextThing): boolean =>
  ['reading', 'drafting', 'sending', 'pairing', 'telling', 'delivering'].includes(thing);

/** Things that only say how the round stands: there is nothing to do, and nowhere to go for it. */
export const isSettled = (thing: NextThing): boolean => thing === 'underWay' || thing === 'awayday' || thing === 'closed';

const beforeJoining = (round: RoundOverview): Next => {
  if (round.state === 'kick-off') {
    return round.kickOff?.heldAt == null ? { step: 'kick-off', thing: 'holdKickOff' } : { step: 'invitations', thing: 'invite' };
  }
  if (!isDone(round, 'audience')) return { step: 'audience', thing: 'chooseAudience' };
  return round.unconfirmed > 0 ? { step: 'organisation', thing: 'resolveChains' } : { step: 'kick-off', thing: 'callKickOff' };
};

/** Whether the last thing done was to draft matches, and none was possible. */
const foundNothing = (round: RoundOverview): boolean =>
  round.works[0]?.kind === 'draft-matches' && round.works[0].state === 'done' && round.tally.drafts === 0;

const whileMatching = (round: RoundOverview): Next => {
  const { drafts, open, withoutPartner } = round.tally;
  if (drafts > 0 && round.unconfirmed > 0 && round.waves === 0) return { step: 'organisation', thing: 'resolveBeforeSending' };
  if (drafts > 0 && round.waves === 0) return { step: 'matching', thing: 'send' };
  if (drafts > 0) return { step: 'matching', thing: round.toDeliver > 0 ? 'delivering' : 'sendNextWave' };
  if (open > 0) return { step: 'matching', thing: 'awaitMatches' };
  if (round.waves === 0) return { step: 'matching', thing: 'draft' };
  if (withoutPartner !== null && withoutPartner > 1)
    return foundNothing(round) ? { step: 'announce', thing: 'announceWithout' } : { step: 'matching', thing: 'draftNextWave' };
  return { step: 'announce', thing: 'announce' };
};

const rematched: readonly string[] = ['pair-ended', 'joined-late'];

/** Whether a pair has ended since the announcement, or somebody has joined, so that people are matched again. */
export const isRematching = (round: RoundOverview): boolean =>
  round.state === 'active' &&
  (round.tally.drafts > 0 || round.tally.open > 0 || round.notices.some(({ code }) => rematched.includes(code)));

const whileUnderWay = (round: RoundOverview, today: string | null): Next => {
  const { drafts, open } = round.tally;
  if (drafts > 0) return { step: 'matching', thing: round.toDeliver > 0 ? 'delivering' : 'sendNextWave' };
  if (open > 0) return { step: 'matching', thing: 'awaitMatches' };
  const waits = isRematching(round) && !foundNothing(round);
  if (waits) return { step: 'matching', thing: 'rematch' };
  return { step: 'announce', thing: today !== null && today >= round.endsOn ? 'beginAwayday' : 'underWay' };
};

const whileJoining = (round: RoundOverview, today: string | null): Next => {
  const over = round.tally.joined > 1 && today !== null && today > round.answersBy;
  const answered = round.tally.joined > 0 && round.tally.silent === 0;
  if (round.mode === 'open-choice' && (over || answered)) return { step: 'matching', thing: 'openBoard' };
  if (answered) return { step: 'matching', thing: 'endJoining' };
  return over ? { step: 'matching', thing: 'answersOver' } : { step: 'invitations', thing: 'awaitAnswers' };
};

/** What is to be done by its state alone, whatever runs. */
const dueIn = (round: RoundOverview, today: string | null): Next => {
  switch (round.state) {
    case 'draft':
    case 'kick-off':
      return beforeJoining(round);
    case 'inviting':
      return whileJoining(round, today);
    case 'matching':
    case 'proposed':
      return whileMatching(round);
    case 'choosing':
      return { step: 'matching', thing: 'choosing' };
    case 'active':
      return whileUnderWay(round, today);
    case 'awayday':
      return { step: 'announce', thing: 'awayday' };
    case 'closed':
      return { step: 'announce', thing: 'closed' };
  }
};

/** The one thing to do next and the step where it is done, or what is going on while nothing is to be done. `today` is the bot's day. */
export const nextOf = (round: RoundOverview, today: string | null): Next => {
  const due = dueIn(round, today);
  const running = round.works.find(isRunning);
  if (running === undefined) return due;
  // The first matches are looked for before the round turns from joining to matching.
  const step = running.kind === 'draft-matches' ? 'matching' : due.step;
  return { step, thing: goingOn[running.kind] ?? 'telling' };
};
