import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Result } from '@coaching-pairs/shared/result';

export type UnattendedRefusal =
  /** Exchange does not let the product into this person's calendar; asked again it says the same. */
  | { readonly code: 'out-of-scope' }
  /** The product was given every calendar of the organisation: with that it does nothing (S-17). */
  | { readonly code: 'unscoped' }
  | { readonly code: 'calendar-unavailable'; readonly status: number | null };

/** The calendars of those whom IT has chosen, while they are away; there only where IT has set that up (S-17). */
export type UnattendedCalendars = {
  /** Takes an event out of its organiser's calendar and tells whoever was invited; repeated, it changes nothing more. */
  readonly cancel: (organiser: PersonId, eventId: string) => Promise<Result<null, UnattendedRefusal>>;
};
