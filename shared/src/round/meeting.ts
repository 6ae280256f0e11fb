import type { Instant, OperationId, PersonId } from '../ids.js';
import type { Seen, SessionEvent } from '../sessions/session.js';

/** A meeting of all whom a round is for, in Outlook: when it begins, and in whose calendar it is made (CP-10, CP-80). */
export type RoundMeeting = {
  readonly start: Instant;
  readonly minutes: number;
  /** Where, in the organiser's words; null: in Teams. */
  readonly location: string | null;
  /** False: Outlook still says another place, and is told this one with the next change. */
  readonly placed: boolean;
  /** In whose Outlook it is made, and who alone can change it there. */
  readonly organiserId: PersonId;
  /** Names its events towards Outlook, so that none is ever made twice. */
  readonly key: OperationId;
  /** One for each `mostInvited` people, in their order; fewer while it is not made yet. */
  readonly events: readonly SessionEvent[];
  /** Whether Outlook does not say yet what is written here. */
  readonly pending: boolean;
};

/** People whom one event invites; Exchange takes five hundred. */
export const mostInvited = 400;

/** Those to be invited, event by event. */
export const partsOf = <T>(people: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(people.length / mostInvited) }, (_, part) => people.slice(part * mostInvited, (part + 1) * mostInvited));

export type MeetingPlan = Pick<RoundMeeting, 'start' | 'minutes' | 'location' | 'key'>;
export type MeetingDone = Pick<RoundMeeting, 'key' | 'start' | 'minutes' | 'location' | 'events'>;

/**
 * Wants a meeting at this time and place. What stands in somebody's Outlook already is changed there, by whoever made it. A place is sent
 * only where it is another one: in Outlook itself the organiser may have chosen a room meanwhile.
 * Null: it stands in the Outlook of somebody else.
 */
export const wantMeeting = (meeting: RoundMeeting | null, plan: MeetingPlan, by: PersonId): RoundMeeting | null => {
  const { start, minutes, location } = plan;
  if (meeting === null) return { ...plan, placed: true, organiserId: by, events: [], pending: true };
  if (meeting.organiserId !== by) return null;
  return { ...meeting, start, minutes, location, placed: meeting.placed && location === meeting.location, pending: true };
};

/** With what Outlook holds now; it waits on while that is not the whole of it, or another time or place was wished for meanwhile. */
export const withMade = (meeting: RoundMeeting, done: MeetingDone, whole: boolean): RoundMeeting => {
  const samePlace = meeting.location === done.location;
  const same = samePlace && meeting.start === done.start && meeting.minutes === done.minutes;
  return { ...meeting, events: done.events, placed: meeting.placed || (whole && samePlace), pending: !(whole && same) };
};

/** Whether those who are elsewhere can join in Teams: there alone, or beside the place that its words name. */
export const isInTeams = (location: string | null): boolean => location === null || /\bteams\b/iu.test(location);

/** Where Outlook says that it is; where it says nothing, in Teams if there is a way in, else as before. */
const placeSeen = ({ location, events }: RoundMeeting, said: string | null | undefined): string | null => {
  if (said === undefined) return location;
  return said ?? (isInTeams(location) || events[0]?.joinUrl != null ? null : location);
};

/** What was found in Outlook is followed, unless a change that was wished for here is still on its way. Null: it is gone from there. */
export const withSeen = (meeting: RoundMeeting, seen: Seen): RoundMeeting | null => {
  if (meeting.pending) return meeting;
  if (seen.kind === 'gone' || seen.cancelled) return null;
  const location = placeSeen(meeting, seen.location);
  const samePlace = location === meeting.location;
  if (samePlace && seen.start === meeting.start && seen.minutes === meeting.minutes) return meeting;
  // Those whom another event invites are told of the new time and place by that one.
  const more = meeting.events.length > 1;
  const placed = meeting.placed && (samePlace || !more);
  return { ...meeting, start: seen.start, minutes: seen.minutes, location, placed, pending: more };
};
