import type { PersonId } from '@coaching-pairs/shared/ids';
import { type Arranged, endOf } from '@coaching-pairs/shared/sessions/session';

/** How long somebody has to answer a wish of another's themselves, in milliseconds. */
const ownTime = 24 * 60 * 60_000;

/** What stands in somebody's Outlook and is wanted by nobody any more, and how it is written down once it is out. */
export type Unwanted = { readonly organiserId: PersonId; readonly eventId: string; readonly record: () => Promise<unknown> };

/** Whether it is still to come and is over for all, or was called off by somebody else a day ago and left unanswered (S-17). */
export const isLeft = ({ organiserId, state, event, pending, ...session }: Arranged, isOver: boolean, now: number): boolean => {
  if (state !== 'on' || event === null || endOf(session) <= now) return false;
  const isCalledOff = pending?.kind === 'cancel' && pending.by !== organiserId && pending.at !== undefined;
  return isOver || (isCalledOff && Date.parse(pending.at ?? '') + ownTime <= now);
};
