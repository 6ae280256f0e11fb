import type { Instant, PersonId, PlainDate } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import type { Participant } from '../round/participation.js';
import { inState, type Round, type RoundRefusal, type RoundState } from '../round/round.js';
import { daysAfter, localDayOf } from '../time.js';
import { fewestAnswers } from './pulse.js';

/** The closing part of a round, in which it is asked how it was. */
export const closingStates = ['active', 'awayday'] as const satisfies readonly RoundState[];

/** Nobody remembers in autumn what they were asked in spring. */
const longestPulse = 60;

export type PulseRefusal =
  | { readonly code: 'pulse-opened' }
  | { readonly code: 'pulse-day'; readonly from: PlainDate; readonly to: PlainDate }
  /** With fewer in the round nobody could stay unknown. */
  | { readonly code: 'pulse-needs'; readonly fewest: number }
  | { readonly code: 'pulse-not-open' };

type Opening = { readonly until: PlainDate; readonly joined: number; readonly at: Instant };

/**
 * Opens the pulse of a round in its closing part, until the end of a day; its threshold and its last day are fixed from then on, and
 * it is opened once (C-05). Refused where fewer take part than must answer, and for a day that is not to come within two months.
 */
export const openPulse = (round: Round, { until, joined, at }: Opening): Result<Round, RoundRefusal | PulseRefusal> => {
  const allowed = inState(round, ...closingStates);
  if (!allowed.ok) return allowed;
  if (round.pulse !== null) return round.pulse.until === until ? ok(round) : err({ code: 'pulse-opened' });
  if (joined < fewestAnswers) return err({ code: 'pulse-needs', fewest: fewestAnswers });
  const today = localDayOf(at, round.timeZone);
  const [from, to] = [daysAfter(today, 1), daysAfter(today, longestPulse)];
  if (until < from || until > to) return err({ code: 'pulse-day', from, to });
  return ok({ ...round, pulse: { openedAt: at, until, fewest: fewestAnswers, result: null } });
};

/** Whether answers are taken: until the end of the last day, or of the round. */
export const isPulseOpen = ({ pulse, state, timeZone }: Round, now: Instant): boolean =>
  pulse !== null && pulse.result === null && state !== 'closed' && localDayOf(now, timeZone) <= pulse.until;

/** Whether all that will be answered is, and what may be told is still to be worked out. */
export const isPulseDue = (round: Round, now: Instant): boolean =>
  round.pulse !== null && round.pulse.result === null && !isPulseOpen(round, now);

type PulseOccasion = {
  readonly kind: 'pulse';
  readonly subject: string;
  readonly to: PersonId;
  readonly since: Instant;
  readonly until: PlainDate;
};

/**
 * Whom the pulse is put before, once and once more before its last day: everybody who takes part, whether or not they have answered. So
 * neither who is written to nor who is not tells anything of anybody.
 */
export const pulseOccasions = ({ pulse, state }: Round, participants: readonly Participant[]): readonly PulseOccasion[] => {
  if (pulse === null || pulse.result !== null || state === 'closed') return [];
  const { openedAt: since, until } = pulse;
  const inIt = participants.filter(({ answer }) => answer === 'joined');
  return inIt.map(({ personId: to }) => ({ kind: 'pulse', subject: 'pulse', to, since, until }));
};
