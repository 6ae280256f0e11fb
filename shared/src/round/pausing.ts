import type { Instant, PersonId, PlainDate } from '../ids.js';
import { isPaused, type PauseRefusal, pauseUntil } from '../reminders/pause.js';
import { ok, type Result } from '../result.js';
import { localDayOf } from '../time.js';
import type { Participant } from './participation.js';
import { inState, openStates, type Round, type RoundRefusal } from './round.js';

/** Nobody outside the organisers knows of a draft. */
const pausable = openStates.filter((state) => state !== 'draft');

/** Whether organisers have set somebody aside: no match is made for them, and nothing is brought up again. */
export const isAside = ({ pausedUntil }: Participant, today: PlainDate): boolean => isPaused(pausedUntil, today);

/** All who are set aside, and until when, by the clock of the round. */
export const asideIn = (round: Round, participants: readonly Participant[], now: Instant): ReadonlyMap<PersonId, PlainDate> => {
  const today = localDayOf(now, round.timeZone);
  const aside = participants.flatMap((one) =>
    one.pausedUntil !== null && isAside(one, today) ? [[one.personId, one.pausedUntil] as const] : [],
  );
  return new Map(aside);
};

/**
 * Sets somebody aside in a round until a day, the first on which they are back, or takes that back. Why is not asked. What they have answered and
 * with whom they are stays as it is. Refused for a day that is not to come within half a year, and once the round is over.
 */
export const pauseIn = (
  round: Round,
  participant: Participant,
  { until, today }: { readonly until: PlainDate | null; readonly today: PlainDate },
): Result<Participant, RoundRefusal | PauseRefusal> => {
  const allowed = inState(round, ...pausable);
  if (!allowed.ok) return allowed;
  const day = until === null ? ok(null) : pauseUntil(until, today);
  return day.ok ? ok({ ...participant, pausedUntil: day.value }) : day;
};
