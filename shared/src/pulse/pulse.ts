import type { Instant, PersonId, PlainDate } from '../ids.js';
import { err, ok, type Result } from '../result.js';

/** What the closing pulse asks, in this order; each is answered with yes or not, and `pulse.<name>` are its words (CP-96). */
export const pulseQuestions = ['supported', 'strengths', 'impact', 'trust'] as const;
export type PulseQuestion = (typeof pulseQuestions)[number];

/** One person's four taps. They are counted one by one and never kept together. */
export type PulseAnswers = Readonly<Record<PulseQuestion, boolean>>;

/** With fewer answers nothing is shown; fixed for a round when its pulse is opened (C-03, C-05). */
export const fewestAnswers = 7;

/**
 * So close to all or to none a number is not told exactly. Two who put together what they said themselves then still cannot tell what
 * anybody else said: whatever they read, the others may have been of one mind or not (C-03).
 */
const margin = 3;

export type PulseShare = { readonly kind: 'at-most' | 'exactly' | 'at-least'; readonly yes: number };

/** What is told of a pulse, once, when it is over: to all of the round alike. */
export type PulseResult =
  | { readonly kind: 'too-few' }
  | { readonly kind: 'shown'; readonly answers: number; readonly shares: Readonly<Record<PulseQuestion, PulseShare>> };

/** The pulse of a round as it stands in the round; nothing in it comes from an answer before it is over. */
export type Pulse = {
  readonly openedAt: Instant;
  /** The last day for an answer, by the clock of the round's own zone. */
  readonly until: PlainDate;
  readonly fewest: number;
  readonly result: PulseResult | null;
};

/**
 * All that is kept while a pulse is open, as one sealed sheet: how often each question was answered with yes, and, apart from that, who
 * has spent their turn. Which answers were whose is nowhere in it, and no two answers of one person stand together.
 */
export type PulseTally = {
  readonly answers: number;
  readonly yes: Readonly<Record<PulseQuestion, number>>;
  /** In the order of their ids, whenever they came. */
  readonly spent: readonly PersonId[];
};

const forEach = <T>(of: (question: PulseQuestion) => T): Readonly<Record<PulseQuestion, T>> => ({
  supported: of('supported'),
  strengths: of('strengths'),
  impact: of('impact'),
  trust: of('trust'),
});

export const noAnswers: PulseTally = { answers: 0, yes: forEach(() => 0), spent: [] };

export const hasAnswered = (tally: PulseTally, person: PersonId): boolean => tally.spent.includes(person);

/** Counts somebody's answers and spends their turn. Refused where it is spent: what was counted cannot be told apart any more. */
export const countAnswers = (tally: PulseTally, person: PersonId, said: PulseAnswers): Result<PulseTally, 'spent'> => {
  if (hasAnswered(tally, person)) return err('spent');
  return ok({
    answers: tally.answers + 1,
    yes: forEach((question) => tally.yes[question] + (said[question] ? 1 : 0)),
    spent: [...tally.spent, person].sort(),
  });
};

const shareOf = (yes: number, answers: number): PulseShare => {
  if (yes <= margin) return { kind: 'at-most', yes: margin };
  return yes >= answers - margin ? { kind: 'at-least', yes: answers - margin } : { kind: 'exactly', yes };
};

/** What may be told of the answers: nothing below the threshold, and no number from which anybody's own answer could be worked out. */
export const resultOf = ({ answers, yes }: PulseTally, fewest: number): PulseResult =>
  answers < Math.max(fewest, fewestAnswers)
    ? { kind: 'too-few' }
    : { kind: 'shown', answers, shares: forEach((question) => shareOf(yes[question], answers)) };
