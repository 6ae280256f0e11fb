import { isPaused, laterOf } from '@coaching-pairs/shared/reminders/pause';
import {
  isNight,
  isWorkingTime,
  nextSlot,
  type Slot,
  slotOn,
  workingDayFrom,
  workingTimeOf,
} from '@coaching-pairs/shared/reminders/working-time';
import { localDayOf, localTimeOf } from '@coaching-pairs/shared/time';
import { type DueMessage, isOfEngagement, type OutboxMessage } from '../ports/outbox.js';
import type { Deps } from './deps.js';
import { quietUntil } from './engagement/quiet.js';
import { isUrgent } from './engagement/telling.js';
import { isForTheRoom, isReminder } from './messages.js';
import { organisationOf } from './organisation.js';
import { zoneAmong } from './whereabouts.js';

/** The zone of the round is read only for somebody of whom no other is known. */
const clockOf = async (deps: Deps, message: DueMessage) => {
  const { to } = message;
  const [organisation, told] = await Promise.all([organisationOf(deps), deps.zones.of(to)]);
  const own = zoneAmong(organisation, { timeZone: '' }, to, told);
  const hours = workingTimeOf(organisation.people.get(to));
  if (own.source !== 'round') return { zone: own.zone, hours };
  const round = isOfEngagement(message) ? null : await deps.rounds.round(message.roundId);
  const timeZone = round?.value.timeZone ?? 'UTC';
  return { zone: zoneAmong(organisation, { timeZone }, to, told).zone, hours };
};

/** Until when somebody wants no reminders, or organisers have set them aside in this round. */
const silentUntil = async ({ pauses, rounds }: Deps, { roundId, to }: OutboxMessage) => {
  const [own, participant] = await Promise.all([pauses.of(to), rounds.participant(roundId, to)]);
  return laterOf(own, participant?.value.pausedUntil ?? null);
};

/**
 * Until when a message has to wait because its reader is not at work where they are now known to be: it was written at night for them,
 * they travel, HR puts the zone right, or sending was held up; null when it may go (R-16, CP-73). A reminder also waits for the end of
 * a pause. Whatever it is waits while they are in a meeting of 2:2 Coaching (TT-42). `newsAtAnyHour` is for the sandbox, in which a round is tried at any time of the day.
 */
export const waitsForWork =
  (deps: Deps, { newsAtAnyHour = false }: { readonly newsAtAnyHour?: boolean } = {}) =>
  async (message: DueMessage): Promise<Slot | null> => {
    const quiet = await quietUntil(deps, message.to);
    if (quiet !== null) return { at: quiet, zone: 'UTC', localIntent: localTimeOf(quiet, 'UTC') };
    if (isForTheRoom(message)) return null;
    const reminds = isReminder(message);
    if (!reminds && newsAtAnyHour) return null;
    const silent = reminds && !isOfEngagement(message) ? silentUntil(deps, message) : null;
    const [{ zone, hours }, pausedUntil] = await Promise.all([clockOf(deps, message), silent]);
    const now = deps.clock.now();
    if (reminds && pausedUntil !== null && isPaused(pausedUntil, localDayOf(now, zone)))
      return slotOn(workingDayFrom(pausedUntil, hours), zone, hours);
    const mayGo = isUrgent(message) ? !isNight(now, zone) : isWorkingTime(now, zone, hours);
    return mayGo ? null : nextSlot(now, zone, hours);
  };
