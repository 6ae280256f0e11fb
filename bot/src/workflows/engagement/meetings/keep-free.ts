import type { Engagement } from '@coaching-pairs/shared/engagement/engagement';
import { isCalledOff, type KeptFree, type Meeting } from '@coaching-pairs/shared/engagement/meetings';
import { beginsAt, bufferMinutes, withBuffers } from '@coaching-pairs/shared/engagement/notice';
import type { Instant, OperationId, PersonId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { endOf } from '@coaching-pairs/shared/sessions/session';
import type { Calendar, CalendarRefusal, EventDraft } from '../../../ports/calendar.js';
import type { Deps } from '../../deps.js';
import type { Refusal } from '../../refusal.js';
import type { Signed, Trouble } from '../../sessions/carry-out.js';
import type { AboutEngagement, ChangesEngagement } from '../my-engagement.js';
import { meetingIn, myMeetings, recordMeetings } from './my-meetings.js';

type Kept = Result<KeptFree | null, CalendarRefusal>;
type Around = Pick<Meeting, 'start' | 'minutes'>;

const timesAround = ({ start, minutes }: Around): { readonly before: Instant; readonly after: Instant } => {
  const { before, after } = withBuffers(start, minutes);
  return { before: beginsAt(before), after: beginsAt(after) };
};

/** Nobody is invited, and it says no more than that the time is kept free (S-18). */
const freeDraft = ({ words }: Signed, start: Instant, transactionId: string): EventDraft => ({
  ...{ transactionId, start, minutes: bufferMinutes, subject: words.t('twoTwo.keptFree.subject'), body: '' },
  ...{ attendees: [], online: false, location: null, isPrivate: true },
});

const make = async (signed: Signed, { start, minutes }: Meeting, personId: PersonId, opId: OperationId): Promise<Kept> => {
  const times = timesAround({ start, minutes });
  const before = await signed.calendar.book(freeDraft(signed, times.before, `${opId}-before`));
  if (!before.ok) return before;
  const after = await signed.calendar.book(freeDraft(signed, times.after, `${opId}-after`));
  return after.ok ? ok({ personId, start, minutes, before: before.value, after: after.value }) : after;
};

const takeOut = async (calendar: Calendar, { before, after }: KeptFree): Promise<Kept> => {
  for (const { id } of [before, after]) {
    const removed = await calendar.remove(id);
    if (!removed.ok) return removed;
  }
  return ok(null);
};

/** Moved along with the meeting; what was thrown away in Outlook is not made again. */
const moveAlong = async (calendar: Calendar, kept: KeptFree, { start, minutes }: Meeting): Promise<Kept> => {
  const times = timesAround({ start, minutes });
  const before = await calendar.change(kept.before, { start: times.before, minutes: bufferMinutes });
  if (!before.ok) return before;
  const after = await calendar.change(kept.after, { start: times.after, minutes: bufferMinutes });
  if (!after.ok) return after;
  if (before.value !== null && after.value !== null) return ok({ ...kept, start, minutes, before: before.value, after: after.value });
  return takeOut(calendar, kept);
};

const keptBy =
  (me: PersonId, kept: KeptFree | null) =>
  (meeting: Meeting): Meeting => ({
    ...meeting,
    kept: [...meeting.kept.filter(({ personId }) => personId !== me), ...(kept === null ? [] : [kept])],
  });

const isAhead = (meeting: Meeting, now: Instant): boolean => meeting.state === 'on' && endOf(meeting) > Date.parse(now);

/** Keeps ten minutes free before and after a meeting in the calendar of whoever asks, or no longer (TT-41). It is theirs alone to see. */
export const keepFreeAround = async (
  deps: Deps,
  signed: Signed,
  asked: ChangesEngagement & { readonly sessionId: string; readonly keep: boolean },
): Promise<Result<Trouble, Refusal>> => {
  const mine = await myMeetings(deps, asked);
  if (!mine.ok) return mine;
  const found = meetingIn(mine.value, asked.sessionId);
  if (!found.ok) return found;
  const { value: meeting } = found.value;
  const { me } = mine.value;
  const now = meeting.kept.find(({ personId }) => personId === me) ?? null;
  if ((now !== null) === asked.keep || (asked.keep && !isAhead(meeting, deps.clock.now()))) return ok(null);
  const done = now === null ? await make(signed, meeting, me, asked.opId) : await takeOut(signed.calendar, now);
  if (!done.ok) return ok(done.error);
  const recorded = await recordMeetings(deps, asked, new Map([[meeting.id, keptBy(me, done.value)]]));
  return recorded.ok ? ok(null) : recorded;
};

const inLine = (calendar: Calendar, engagement: Engagement, meeting: Meeting, kept: KeptFree, now: Instant): Promise<Kept> | null => {
  if (isCalledOff(engagement, meeting) || meeting.state === 'cancelled') return takeOut(calendar, kept);
  const isSame = kept.start === meeting.start && kept.minutes === meeting.minutes;
  return isSame || !isAhead(meeting, now) ? null : moveAlong(calendar, kept, meeting);
};

/** Brings what somebody keeps free in line with meetings that were moved or called off meanwhile. */
export const followWithFree = async (deps: Deps, { calendar }: Signed, about: AboutEngagement): Promise<Result<Trouble, Refusal>> => {
  const mine = await myMeetings(deps, about);
  if (!mine.ok) return mine;
  const { me, meetings, engagement } = mine.value;
  const found = new Map<Meeting['id'], (meeting: Meeting) => Meeting>();
  let trouble: Trouble = null;
  for (const { value: meeting } of meetings) {
    const kept = meeting.kept.find(({ personId }) => personId === me);
    const following = kept && inLine(calendar, engagement.value, meeting, kept, deps.clock.now());
    if (following === undefined || following === null) continue;
    const done = await following;
    if (done.ok) found.set(meeting.id, keptBy(me, done.value));
    else trouble = done.error;
  }
  const recorded = await recordMeetings(deps, about, found);
  return recorded.ok ? ok(trouble) : recorded;
};
