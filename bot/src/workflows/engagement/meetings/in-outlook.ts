import type { Engagement } from '@coaching-pairs/shared/engagement/engagement';
import { comingTo, isCalledOff, type Meeting } from '@coaching-pairs/shared/engagement/meetings';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { mayBeRecorded } from '@coaching-pairs/shared/sessions/session';
import { browserLink, tabLink } from '@coaching-pairs/shared/wire/tab-link';
import type { EventDraft } from '../../../ports/calendar.js';
import type { Deps } from '../../deps.js';
import { organisationOf } from '../../organisation.js';
import type { Refusal } from '../../refusal.js';
import { carryOut, type Signed, seenInOutlook, type Trouble, waitsFor } from '../../sessions/carry-out.js';
import { neutralDraft } from '../../sessions/in-outlook.js';
import { unrecorded } from '../../sessions/recording.js';
import type { AboutEngagement } from '../my-engagement.js';
import { type MyMeetings, myMeetings, recordMeetings } from './my-meetings.js';

/** The way into the tab to one meeting; nobody but those who come reads that page. */
export const meetingPlace = (engagementId: string, id: string): string => `2-2/engagements/${engagementId}/sessions/${id}`;

const draftOf = async (deps: Deps, { words }: Signed, { engagement, me }: MyMeetings, meeting: Meeting): Promise<EventDraft> => {
  const [{ people }, register] = await Promise.all([organisationOf(deps), deps.coachRegister.all()]);
  const outside = register.flatMap(({ value: { from } }) => (from.kind === 'external' ? from : []));
  const invited = comingTo(engagement.value, meeting).filter((id) => id !== me);
  // Whoever is from outside is invited at the address that they gave.
  const attendees = invited.flatMap((id) => {
    const person = outside.find(({ guestId }) => guestId === id) ?? people.get(id);
    return person?.mail == null ? [] : [{ name: person.name, mail: person.mail }];
  });
  const place = meetingPlace(engagement.value.id, meeting.id);
  // In the one event that all of them see.
  const isOutside = invited.some((id) => outside.some(({ guestId }) => guestId === id));
  const links = { link: tabLink(deps.teamsAppId, place), outside: isOutside ? browserLink(deps.publicUrl, place) : undefined };
  return neutralDraft(meeting, { words, attendees, ...links });
};

/** What the end of the engagement has called off waits for its organiser like any other that is called off. */
const asWished = (engagement: Engagement, meeting: Meeting): Meeting =>
  isCalledOff(engagement, meeting) && meeting.state === 'on' && meeting.event !== null
    ? { ...meeting, pending: { kind: 'cancel', by: meeting.organiserId } }
    : meeting;

/** Those that still stand in somebody's Outlook after the engagement has ended, and only they can take out of it. */
export const leftIn = ({ engagement, me, meetings }: MyMeetings): number =>
  meetings.filter(({ value }) => value.organiserId === me && asWished(engagement.value, value) !== value).length;

const keepUnrecorded = async (deps: Deps, { calendar }: Signed, about: AboutEngagement): Promise<Result<Trouble, Refusal>> => {
  const mine = await myMeetings(deps, about);
  if (!mine.ok) return mine;
  const { me, meetings } = mine.value;
  const open = meetings.map(({ value }) => value).filter((one) => one.organiserId === me && mayBeRecorded(one, deps.clock.now()));
  const { found, trouble } = await unrecorded(calendar, open);
  const recorded = await recordMeetings(deps, about, found);
  return recorded.ok ? ok(trouble) : recorded;
};

/** Does in Outlook what waits there for this very person, as for the sessions of a pair; whatever did not work goes on waiting. */
export const finishMeetings = async (
  deps: Deps,
  signed: Signed,
  about: AboutEngagement,
  only?: readonly string[],
): Promise<Result<Trouble, Refusal>> => {
  const mine = await myMeetings(deps, about);
  if (!mine.ok) return mine;
  const { engagement, me, meetings } = mine.value;
  const waiting = meetings.map(({ value }) => asWished(engagement.value, value)).filter(waitsFor(me, only));
  const { found, trouble, isBooked } = await carryOut(signed.calendar, waiting, (meeting) => draftOf(deps, signed, mine.value, meeting));
  const recorded = await recordMeetings(deps, about, found);
  if (!recorded.ok) return recorded;
  return trouble === null && (isBooked || only === undefined) ? keepUnrecorded(deps, signed, about) : ok(trouble);
};

/** Follows what was moved or cancelled in Outlook itself, as the calendar of whoever is here shows it, and does what waits for them. */
export const followMeetings = async (deps: Deps, signed: Signed, about: AboutEngagement): Promise<Result<Trouble, Refusal>> => {
  const mine = await myMeetings(deps, about);
  if (!mine.ok) return mine;
  const { me, engagement, meetings } = mine.value;
  if (engagement.value.state === 'closed') return finishMeetings(deps, signed, about);
  const all = meetings.map(({ value }) => value);
  const { found, trouble } = await seenInOutlook(signed.calendar, all, { me, now: deps.clock.now() });
  const recorded = await recordMeetings(deps, about, found);
  if (!recorded.ok) return recorded;
  return trouble === null ? keepUnrecorded(deps, signed, about) : ok(trouble);
};
