import type { Instant } from '@coaching-pairs/shared/ids';
import { localTimeOf } from '@coaching-pairs/shared/time';

/** What a field for date and time says, on the clock of this device; null where it is not filled in. */
export const instantIn = (local: string): string | null => {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
};

/** Day and time as the fields of a form take them. */
export const fieldsOf = (at: Instant, zone: string): { readonly day: string; readonly time: string } => {
  const [day = '', time = ''] = localTimeOf(at, zone).split('T');
  return { day, time };
};
