import type { Result } from '@coaching-pairs/shared/result';
import type { CalendarOf, CalendarRefusal } from './ports/calendar.js';
import type { Log } from './ports/log.js';

const fieldsOf = (refusal: CalendarRefusal) =>
  refusal.code === 'calendar-unavailable' ? { result: refusal.code, status: refusal.status } : { result: refusal.code };

/** The same calendars, with a line for IT about each call that Outlook did not carry out: a code and a status, and nobody's name (S-20). */
export const loggedCalendars =
  (open: CalendarOf, log: Pick<Log, 'warn'>): CalendarOf =>
  (userToken) => {
    const told =
      <Asked extends readonly unknown[], Answer>(
        call: (...asked: Asked) => Promise<Result<Answer, CalendarRefusal>>,
        event = 'calendar.refused',
      ) =>
      async (...asked: Asked): Promise<Result<Answer, CalendarRefusal>> => {
        const answer = await call(...asked);
        if (!answer.ok) log.warn(event, fieldsOf(answer.error));
        return answer;
      };
    const { schedules, book, change, cancel, remove, look, switchOffRecording } = open(userToken);
    return {
      ...{ schedules: told(schedules), book: told(book), change: told(change), cancel: told(cancel) },
      ...{ remove: told(remove), look: told(look) },
      switchOffRecording: told(switchOffRecording, 'calendar.recordingRefused'),
    };
  };
