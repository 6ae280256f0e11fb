import { type Instant, instant } from '../ids.js';
import type { Engagement } from './engagement.js';
import { comingTo, type Meeting } from './meetings.js';
import type { News } from './news.js';

/** How a meeting is to be, whether or not Outlook has followed yet: when, or null where it is called off. */
export const wishedFor = ({ state, start, pending }: Pick<Meeting, 'state' | 'start' | 'pending'>): Instant | null => {
  if (state === 'cancelled' || pending?.kind === 'cancel') return null;
  return pending?.kind === 'move' ? pending.start : start;
};

/**
 * A meeting with what was done or seen in Outlook. What was moved or called off there, and not as somebody wished here, bears no mark of
 * short notice: nobody knows when it was done (TT-40).
 */
export const markedAs = (before: Meeting, after: Meeting): Meeting =>
  after.short === null || wishedFor(before) === wishedFor(after) ? after : { ...after, short: null };

/** So long before a meeting those who come to it are reminded of it, in milliseconds: time to put notifications off (TT-42). */
const remindedBefore = 15 * 60_000;

/** All that follows from one change, its meetings included, is written together: so many rows at the most. */
const mostWritten = 86;

/** Of how many meetings that are changed at once each has its reminder, the first of them; more than twenty are hardly ever moved at once. */
const remindedOf = (changed: number): number => Math.max(0, Math.floor((mostWritten - changed) / 4));

const soonBefore = (start: Instant, now: Instant): Instant =>
  instant(new Date(Math.max(Date.parse(now), Date.parse(start) - remindedBefore)).toISOString());

type Changed = { readonly before: Meeting | null; readonly after: Meeting };

const kindOf = ({ before, after }: Changed): News['kind'] | null => {
  const [was, is] = [before === null ? null : wishedFor(before), wishedFor(after)];
  if (was === is) return null;
  if (before === null || was === null) return 'booked';
  if (after.short !== null) return 'short-notice';
  return is === null ? 'cancelled' : 'moved';
};

/**
 * What follows for those who come to a meeting when it is booked, moved or called off: all of them are told, also whoever did it, and
 * nobody else is (TT-13, TT-40). Of several that are changed at once, and in the same way, each is told once, of the first that is still
 * ahead (CP-73).
 */
export const newsOfMeetings = (changed: readonly Changed[], engagement: Engagement, now: Instant): readonly News[] => {
  const inOrder = [...changed].sort((one, other) => one.after.start.localeCompare(other.after.start));
  const all = inOrder.flatMap((one) => {
    const kind = kindOf(one);
    const { id, start } = one.after;
    const meeting = { id, start: wishedFor(one.after) ?? start };
    return kind === null || meeting.start <= now ? [] : comingTo(engagement, one.after).map((to): News => ({ kind, to, meeting }));
  });
  const told = all.filter((one, place) => all.findIndex(({ kind, to }) => kind === one.kind && to === one.to) === place);
  return [...told, ...remindersOf(inOrder, engagement, now)];
};

/**
 * Those who come are reminded of each meeting that has a new time, shortly before it, so that they put notifications off (TT-42). What is
 * moved or called off afterwards silences it.
 */
const remindersOf = (inOrder: readonly Changed[], engagement: Engagement, now: Instant): readonly News[] =>
  inOrder.slice(0, remindedOf(inOrder.length)).flatMap(({ before, after }) => {
    const start = wishedFor(after);
    if (start === null || start <= now || (before !== null && wishedFor(before) === start)) return [];
    const said = { kind: 'soon', meeting: { id: after.id, start }, due: soonBefore(start, now) } as const;
    return comingTo(engagement, after).map((to): News => ({ ...said, to }));
  });

/** Whether a meeting is still so as somebody is to be told, and still ahead. */
export const isMeetingNews = (meeting: Meeting, { kind, meeting: told }: Pick<News, 'kind' | 'meeting'>, now: Instant): boolean => {
  if (told === undefined || told.start <= now) return false;
  const wished = wishedFor(meeting);
  if (kind === 'cancelled') return wished === null;
  return wished === told.start || (kind === 'short-notice' && wished === null);
};
