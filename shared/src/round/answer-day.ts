import type { PlainDate } from '../ids.js';
import type { PauseRefusal } from '../reminders/pause.js';
import { err, ok, type Result } from '../result.js';
import { daysAfter } from '../time.js';
import type { Proposal } from './proposal.js';
import { inState, matchStates, type Round, type RoundRefusal } from './round.js';

/** Nobody waits for ever: two months. */
const longestWait = 60;

/** The days that can be the last one for an answer, seen from today: while the round lasts. */
export const answerDays = ({ endsOn }: Pick<Round, 'endsOn'>, today: PlainDate): { readonly from: PlainDate; readonly to: PlainDate } => {
  const to = daysAfter(today, longestWait);
  return { from: today, to: to < endsOn ? to : endsOn };
};

/**
 * Gives everybody before whom a match lies time until that day, where they had less: also those who were named by somebody, whose cards
 * read like any other, so that no day tells who suggested a match (CP-31). Answers the matches that change. Refused for a day that has
 * passed or is too far off, and while no matches are answered.
 */
export const withMoreTime = (
  round: Round,
  proposals: readonly Proposal[],
  { until, today }: { readonly until: PlainDate; readonly today: PlainDate },
): Result<readonly Proposal[], RoundRefusal | PauseRefusal> => {
  const allowed = inState(round, ...matchStates);
  if (!allowed.ok) return allowed;
  const { from, to } = answerDays(round, today);
  if (until < from || until > to) return err({ code: 'pause-out-of-range', from, to });
  const ends = ({ state, answerBy }: Proposal): boolean => state === 'sent' && answerBy !== null && answerBy < until;
  return ok(proposals.filter(ends).map((one) => ({ ...one, answerBy: until })));
};
