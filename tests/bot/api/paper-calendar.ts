import type { Calendar, EventDraft } from '@coaching-pairs/bot/ports/calendar';
import { usualWorkingTime } from '@coaching-pairs/shared/reminders/working-time';
import { ok } from '@coaching-pairs/shared/result';
import type { SessionEvent } from '@coaching-pairs/shared/sessions/session';

const eventOf = ({ transactionId }: EventDraft): SessionEvent => ({ id: `event-${transactionId}`, sharedId: transactionId, joinUrl: null });

/** A calendar on paper, in which nobody has anything and whatever is booked is never looked at again. */
export const emptyCalendar: Calendar = {
  schedules: async (mails) => ok(mails.map((mail) => ({ mail, busy: [], hours: usualWorkingTime, zone: null }))),
  book: async (draft) => ok(eventOf(draft)),
  change: async (event) => ok(event),
  cancel: async () => ok(null),
  remove: async () => ok(null),
  look: async () => ok({ kind: 'gone' }),
  switchOffRecording: async () => ok(true),
};
