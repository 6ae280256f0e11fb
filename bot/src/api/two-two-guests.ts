import { err } from '@coaching-pairs/shared/result';
import type { RouteRole } from '@coaching-pairs/shared/wire/route';
import { openToGuests } from '@coaching-pairs/shared/wire/two-two-guests';
import type { Calendar, CalendarRefusal } from '../ports/calendar.js';
import { isCoachHere } from '../workflows/coaches/guest.js';
import type { Actor, Deps } from '../workflows/deps.js';

type Addressed = { readonly method: string; readonly path: string; readonly role: RouteRole };

/** Refused as anybody is whom a route does not concern, so that nobody learns by it what there is (S-11). */
const closedRoles: readonly RouteRole[] = ['anyone', 'opener', 'organiser'];

/** Whether a guest of the tenant may call a route: what is about themselves, and as a coach of the register what is theirs to do (S-04). */
export const guestMayCall = async (deps: Deps, route: Addressed, actor: Actor): Promise<'yes' | 'not-allowed' | 'not-found'> => {
  const open = openToGuests(route);
  if (open === 'themselves') return 'yes';
  if (open === null) return closedRoles.includes(route.role) ? 'not-allowed' : 'not-found';
  return (await isCoachHere(deps, actor)) ? 'yes' : 'not-found';
};

const missing = async () => err<CalendarRefusal>({ code: 'mailbox-missing' });

/** A guest has no mailbox in this tenant: nothing is asked of Graph on behalf of them. */
export const calendarOfGuests: Calendar = {
  schedules: missing,
  book: missing,
  change: missing,
  cancel: missing,
  remove: missing,
  look: missing,
  switchOffRecording: missing,
};
