import { err, ok, type Result } from '../result.js';
import { inState, openStates, type Round, type RoundRefusal } from '../round/round.js';
import { fewestKeptDays, longestKeptDays } from './spans.js';

/** The most days that may be chosen now: what people were told when they were asked to join is never made longer (C-10). */
export const mostKeptDays = ({ state, keptDays }: Pick<Round, 'state' | 'keptDays'>): number =>
  state === 'draft' ? longestKeptDays : keptDays;

/**
 * Chooses for how many days a pair keeps what it shares once its round is closed. Refused in a closed round, where the days run
 * already, outside of what is possible, and for more than people were told.
 */
export const keepFor = (round: Round, days: number): Result<Round, RoundRefusal> => {
  const open = inState(round, ...openStates);
  if (!open.ok) return open;
  const most = mostKeptDays(round);
  if (!Number.isInteger(days) || days < fewestKeptDays || days > most) return err({ code: 'kept-days', fewest: fewestKeptDays, most });
  return ok(days === round.keptDays ? round : { ...round, keptDays: days });
};
