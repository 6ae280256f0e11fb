import { isPaused } from '@coaching-pairs/shared/reminders/pause';
import { isWorkingTime, nextSlot, type Slot, slotOn, workingDayFrom } from '@coaching-pairs/shared/reminders/working-time';
import { localDayOf } from '@coaching-pairs/shared/time';
import type { OutboxMessage } from '../ports/outbox.js';
import type { Deps } from './deps.js';
import { isReminder } from './messages.js';
import { whereaboutsOf } from './whereabouts.js';

/**
 * Until when a message has to wait because its reader is not at work where they are now known to be: it was written at night for them,
 * they travel, HR puts the zone right, or sending was held up; null when it may go (R-16, CP-73). A reminder also waits for the end of
 * a pause. `newsAtAnyHour` is for the sandbox, in which a round is tried at any time of the day.
 */
export const waitsForWork =
  (deps: Deps, { newsAtAnyHour = false }: { readonly newsAtAnyHour?: boolean } = {}) =>
  async (message: OutboxMessage): Promise<Slot | null> => {
    const reminds = isReminder(message);
    if (!reminds && newsAtAnyHour) return null;
    const round = await deps.rounds.round(message.roundId);
    if (round === null) return null;
    const { zone, hours, pausedUntil = null } = await whereaboutsOf(deps, round.value, message.to);
    const now = deps.clock.now();
    if (reminds && pausedUntil !== null && isPaused(pausedUntil, localDayOf(now, zone)))
      return slotOn(workingDayFrom(pausedUntil, hours), zone, hours);
    return isWorkingTime(now, zone, hours) ? null : nextSlot(now, zone, hours);
  };
