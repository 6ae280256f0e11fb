import { ok, type Result } from '../result.js';
import { inState, type Round, type RoundRefusal } from './round.js';

/** What a round takes over from the one it follows, so that nobody enters it twice (CP-14). Partners of all earlier rounds are known without. */
export type CarriedOver = Pick<Round, 'follows' | 'audience' | 'topId' | 'timeZone' | 'reach' | 'houseNotes' | 'kit' | 'keptDays'>;

/** The next round may be planned once people are partners, so that it begins where this one ends, and at any time after. */
export const followedIn = ['active', 'awayday', 'closed'] as const;

/**
 * What the next round takes over: for whom it is, which its directory is then read for, recorded reaches, the notes of the house,
 * the rewritten sheets and how long pairs keep what they share. Not who may meet again (CP-15), nor what was agreed at the kick-off: these are said anew in every round.
 */
export const carriedOver = (from: Round): Result<CarriedOver, RoundRefusal> => {
  const allowed = inState(from, ...followedIn);
  if (!allowed.ok) return allowed;
  const { id: follows, audience, topId, timeZone, reach, houseNotes, kit, keptDays } = from;
  return ok({ follows, audience, topId, timeZone, reach, houseNotes, kit, keptDays });
};

/** What a round takes over from one that serves as its template: settings, and nobody. */
export type Settings = Pick<Round, 'houseNotes' | 'kit' | 'keptDays'>;

/** The settings of any round, whatever its state; for whom it was, who ran it and what was decided about people stay behind. */
export const settingsOf = ({ houseNotes, kit, keptDays }: Round): Settings => ({ houseNotes, kit, keptDays });

/** Where a name ends in a number of at most two digits; a year is none. */
const numbered = /^(?<words>.*\D)(?<number>\d{1,2})(?<close>\)?)$/u;

/** What the next round may be called: "Leaders 1" is followed by "Leaders 2", "Leaders" by "Leaders (2)", that by "Leaders (3)". */
export const nextName = (name: string): string => {
  const { words, number, close } = numbered.exec(name)?.groups ?? {};
  return words === undefined ? `${name} (2)` : `${words}${Number(number) + 1}${close ?? ''}`;
};
