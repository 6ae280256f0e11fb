import type { Calendar, CalendarOf, CalendarRefusal, EventDraft } from '@coaching-pairs/bot/ports/calendar';
import { type Instant, instant } from '@coaching-pairs/shared/ids';
import { usualWorkingTime } from '@coaching-pairs/shared/reminders/working-time';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Busy } from '@coaching-pairs/shared/sessions/free-times';
import { decodeJwt } from 'jose';

type Event = { start: Instant; minutes: number; readonly by: string; readonly draft: EventDraft };

/** Everybody's Outlook on paper: what stands in it, whose is not read, and for whom it does not answer. */
export const paperOutlook = () => {
  const events = new Map<string, Event>();
  const busy = new Map<string, readonly Busy[]>();
  const asked: string[][] = [];
  let refusal: CalendarRefusal | null = null;
  const answer = async <T>(value: () => T): Promise<Result<T, CalendarRefusal>> => (refusal === null ? ok(value()) : err(refusal));
  const of = (by: string): Calendar => ({
    schedules: (mails) =>
      answer(() => {
        asked.push([...mails]);
        return mails.map((mail) => ({ mail, busy: busy.get(mail) ?? [], hours: usualWorkingTime, zone: null }));
      }),
    book: (draft) =>
      answer(() => {
        const id = `event-${draft.transactionId}`;
        if (!events.has(id)) events.set(id, { start: draft.start, minutes: draft.minutes, by, draft });
        return { id, sharedId: draft.transactionId, joinUrl: null };
      }),
    change: (event, { start, minutes }) =>
      answer(() => {
        const found = events.get(event.id);
        if (found === undefined) return null;
        Object.assign(found, { start, minutes });
        return event;
      }),
    cancel: (id) => answer(() => (events.delete(id) ? null : null)),
    remove: (id) => answer(() => (events.delete(id) ? null : null)),
    look: ({ id }) =>
      answer(() => {
        const found = events.get(id);
        return found === undefined
          ? { kind: 'gone' as const }
          : { kind: 'there' as const, start: found.start, minutes: found.minutes, cancelled: false };
      }),
    switchOffRecording: () => answer(() => true),
  });
  const calendarOf: CalendarOf = (token) => of(String(decodeJwt(token)['oid']));
  return {
    calendarOf,
    asked,
    busyIs: (mail: string, spans: readonly Busy[]) => void busy.set(mail, spans),
    refusesWith: (given: CalendarRefusal | null): void => {
      refusal = given;
    },
    /** Subject, start, length, guests and text of what somebody organises, in the order of time. */
    in: (by: string) =>
      [...events.values()]
        .filter((event) => event.by === by)
        .map(({ start, minutes, draft }) => ({
          start,
          minutes,
          subject: draft.subject,
          to: draft.attendees.map(({ name }) => name),
          mails: draft.attendees.map(({ mail }) => mail),
          body: draft.body,
        }))
        .sort((one, other) => one.start.localeCompare(other.start)),
    throwAway: (sharedId: string) => void events.delete(`event-${sharedId}`),
    /** In Outlook itself, by whoever organises it. */
    moves: (sharedId: string, start: string): void => {
      const found = events.get(`event-${sharedId}`);
      if (found === undefined) throw new Error(`no ${sharedId}`);
      found.start = instant(start);
    },
  };
};
