import { type GraphAnswer, type GraphCall, type GraphRoute, problem } from './call.js';
import { type CalendarRoom, refused } from './events.js';

/** Whose mailboxes an administrator of Exchange has opened to the product itself, by RBAC for Applications; nobody's at first. */
export type ExchangeScope = { readonly has: (personId: string) => boolean; readonly set: (...personIds: readonly string[]) => void };

export const openExchangeScope = (): ExchangeScope => {
  let people: ReadonlySet<string> = new Set();
  return {
    has: (personId) => people.has(personId),
    set: (...personIds) => {
      people = new Set(personIds);
    },
  };
};

type ScopedRoom = CalendarRoom & { readonly scope: ExchangeScope };

/** A grant of Entra is for every mailbox, and stands beside what Exchange allows: the two are a union. */
const mayEnter = ({ scope }: ScopedRoom, { caller, params }: GraphCall): boolean =>
  caller.permissions.includes('Calendars.ReadWrite') || scope.has(params.id ?? '');

const cancel =
  (room: ScopedRoom) =>
  (call: GraphCall): GraphAnswer => {
    if (!mayEnter(room, call)) return problem(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
    const [owner, id] = [call.params.id ?? '', call.params.eventId ?? ''];
    const event = room.calendars.event(owner, id);
    if (event !== undefined && event.organizerId !== owner) return refused('not-organizer');
    const outcome = room.calendars.cancel(owner, id);
    return outcome.ok ? { status: 202 } : refused(outcome.error);
  };

/** Calendars of people who are away, for the product itself. */
export const scopedRoutes = (room: ScopedRoom): readonly GraphRoute[] => [
  { method: 'POST', path: '/users/{id}/events/{eventId}/cancel', scoped: true, answer: cancel(room) },
];
