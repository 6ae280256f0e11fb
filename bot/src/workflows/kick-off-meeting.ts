import { type OperationId, operationId, type PersonId, type RoundId } from '@coaching-pairs/shared/ids';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import {
  type MeetingPlan,
  meetingFollowed,
  meetingGone,
  meetingMade,
  partsOf,
  planMeeting,
} from '@coaching-pairs/shared/round/kick-off-meeting';
import type { KickOffMeeting, Round } from '@coaching-pairs/shared/round/round';
import type { RoundContent } from '@coaching-pairs/shared/round/standing';
import type { SessionEvent } from '@coaching-pairs/shared/sessions/session';
import type { CalendarRefusal, EventDraft } from '../ports/calendar.js';
import { changeAsAdministrator, readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { kickOffEvent } from './kick-off-event.js';
import { organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';
import type { Signed, Trouble } from './sessions/in-outlook.js';

type Asked = { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor };

/** Whom the kick-off is for: the population, who leads and who administers the round. */
export const calledTo = ({ leaderId, administratorIds }: Round, { participants }: RoundContent): readonly PersonId[] =>
  [...new Set([leaderId, ...administratorIds, ...participants.map(({ personId }) => personId)])].sort();

const changeRound = (deps: Deps, asked: Asked, action: string, decide: (round: Round) => Result<Round, Refusal>) =>
  changeAsAdministrator(deps, asked, ({ round }) => {
    const next = decide(round.value);
    if (!next.ok) return next;
    return ok(next.value === round.value ? null : { action, round: { value: next.value, etag: round.etag } });
  });

const afterwards = (deps: Deps, asked: Asked): Asked => ({ ...asked, opId: operationId(deps.newId()) });

type Part = { readonly draft: EventDraft; readonly known: SessionEvent | undefined };

/** One event as it has to be: made under its own name, or moved. Null: it was taken out of Outlook. */
const brought = async ({ calendar }: Signed, { draft, known }: Part): Promise<Result<SessionEvent | null, CalendarRefusal>> => {
  if (known === undefined) return calendar.book(draft);
  const moved = await calendar.move(known.id, draft.start, draft.minutes);
  return moved.ok ? ok(moved.value ? known : null) : moved;
};

type Made = { readonly events: readonly SessionEvent[]; readonly gone: boolean; readonly trouble: Trouble };

/** One after the other: where the first is in Teams, the others lead to it. */
const makeAll = async (
  signed: Signed,
  parts: readonly (readonly Person[])[],
  meeting: KickOffMeeting,
  round: Round,
  link: string,
): Promise<Made> => {
  const events: SessionEvent[] = [];
  for (const [place, people] of parts.entries()) {
    const draft = kickOffEvent({ words: signed.words, round, meeting, people, place, first: events[0] ?? null, link });
    const done = await brought(signed, { draft, known: meeting.events[place] });
    if (!done.ok) return { events: [...events, ...meeting.events.slice(place)], gone: false, trouble: done.error };
    if (done.value === null) return { events, gone: true, trouble: null };
    events.push(done.value);
  }
  return { events, gone: false, trouble: null };
};

/**
 * Brings what is written here into the Outlook of whoever asks, if it is theirs to do. Done again it makes no second event, because each
 * is made under a name of its own.
 */
const bringToOutlook = async (deps: Deps, signed: Signed, asked: Asked): Promise<Result<Trouble, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const round = all.value.round.value;
  const meeting = round.kickOff?.meeting ?? null;
  // Once it was held nothing is put into calendars any more.
  if (round.kickOff?.heldAt !== null || meeting === null || !meeting.pending || meeting.organiserId !== asked.actor.personId)
    return ok(null);
  const { people } = await organisationOf(deps);
  const called = calledTo(round, all.value.content).filter((id) => id !== meeting.organiserId);
  const invited = called.flatMap((id) => people.get(id) ?? []).filter(({ mail }) => mail !== null);
  const parts = invited.length === 0 ? [[]] : partsOf(invited);
  const { events, gone, trouble } = await makeAll(signed, parts, meeting, round, deps.teamsAppId);
  const whole = trouble === null && events.length === parts.length;
  const recorded = await changeRound(deps, afterwards(deps, asked), 'kick-off.outlook', (now) =>
    ok(gone ? meetingGone(now, meeting.key) : meetingMade(now, { ...meeting, events }, whole)),
  );
  return recorded.ok ? ok(trouble) : recorded;
};

/** Puts the kick-off into the calendars of all whom it is for, or moves it there; the meeting is the organiser's own (CP-10). */
export const arrangeKickOff = async (
  deps: Deps,
  signed: Signed,
  asked: Asked & Omit<MeetingPlan, 'key'>,
): Promise<Result<Trouble, Refusal>> => {
  const planned = await changeRound(deps, asked, 'kick-off.arrange', (round) =>
    planMeeting(round, { ...asked, key: asked.opId }, asked.actor.personId, deps.clock.now()),
  );
  return planned.ok ? bringToOutlook(deps, signed, asked) : planned;
};

const meetingFor = async (deps: Deps, asked: Asked): Promise<Result<KickOffMeeting | null, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  return all.ok ? ok(all.value.round.value.kickOff?.meeting ?? null) : all;
};

/** Follows what the organiser has moved or cancelled in Outlook itself, and does what did not work before. */
export const followKickOff = async (deps: Deps, signed: Signed, asked: Asked): Promise<Result<Trouble, Refusal>> => {
  const found = await meetingFor(deps, asked);
  if (!found.ok) return found;
  const meeting = found.value;
  const [event] = meeting?.events ?? [];
  if (meeting?.organiserId === asked.actor.personId && event !== undefined && !meeting.pending) {
    const seen = await signed.calendar.look(event);
    if (!seen.ok) return ok(seen.error);
    const followed = await changeRound(deps, asked, 'kick-off.followed', (round) => ok(meetingFollowed(round, meeting.key, seen.value)));
    if (!followed.ok) return followed;
  }
  return bringToOutlook(deps, signed, afterwards(deps, asked));
};

/** Takes the kick-off out of everybody's calendar; its day stays. */
export const cancelKickOff = async (deps: Deps, signed: Signed, asked: Asked): Promise<Result<Trouble, Refusal>> => {
  const found = await meetingFor(deps, asked);
  if (!found.ok) return found;
  const meeting = found.value;
  if (meeting === null) return ok(null);
  if (meeting.organiserId !== asked.actor.personId) return err({ code: 'kick-off-of-another', personId: meeting.organiserId });
  for (const { id } of meeting.events) {
    const cancelled = await signed.calendar.cancel(id);
    if (!cancelled.ok) return ok(cancelled.error);
  }
  const recorded = await changeRound(deps, asked, 'kick-off.cancelled', (round) => ok(meetingGone(round, meeting.key)));
  return recorded.ok ? ok(null) : recorded;
};
