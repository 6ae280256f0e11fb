import type { Act } from '@coaching-pairs/shared/audit/acts';
import { type Instant, type OperationId, operationId, type PersonId, type RoundId } from '@coaching-pairs/shared/ids';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { type MeetingDone, partsOf, type RoundMeeting } from '@coaching-pairs/shared/round/meeting';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { RoundContent } from '@coaching-pairs/shared/round/standing';
import type { Seen, SessionEvent } from '@coaching-pairs/shared/sessions/session';
import type { CalendarRefusal, EventDraft } from '../ports/calendar.js';
import { changeAsAdministrator, readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';
import type { EventAbout } from './round-event.js';
import type { Signed, Trouble } from './sessions/carry-out.js';

export type AskedMeeting = { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor };

/** One kind of meeting of all whom a round is for: where it stands in the round, and how it changes there. */
export type MeetingKind = {
  /** Begins the names of its acts in the audit. */
  readonly name: 'kick-off' | 'awayday';
  readonly of: (round: Round) => RoundMeeting | null;
  /** False once nothing is put into calendars any more. */
  readonly isAhead: (round: Round, now: Instant) => boolean;
  readonly made: (round: Round, done: MeetingDone, whole: boolean) => Round;
  readonly gone: (round: Round, key: OperationId) => Round;
  readonly followed: (round: Round, key: OperationId, seen: Seen) => Round;
  readonly event: (about: EventAbout) => EventDraft;
  /** It stands in the Outlook of this person. */
  readonly ofAnother: (personId: PersonId) => Refusal;
};

/** Whom a meeting of the round is for: the population, who leads and who administers the round. */
export const calledTo = ({ leaderId, administratorIds }: Round, { participants }: RoundContent): readonly PersonId[] =>
  [...new Set([leaderId, ...administratorIds, ...participants.map(({ personId }) => personId)])].sort();

export const changeRound = (deps: Deps, asked: AskedMeeting, action: Act, decide: (round: Round) => Result<Round, Refusal>) =>
  changeAsAdministrator(deps, asked, ({ round }) => {
    const next = decide(round.value);
    if (!next.ok) return next;
    return ok(next.value === round.value ? null : { action, round: { value: next.value, etag: round.etag } });
  });

const afterwards = (deps: Deps, asked: AskedMeeting): AskedMeeting => ({ ...asked, opId: operationId(deps.newId()) });

type Part = {
  readonly draft: EventDraft;
  readonly known: SessionEvent | undefined;
  /** Which of the events it is, where it is to be at another place; else null. */
  readonly place: number | null;
};

/** One event as it has to be: made under its own name, or changed. Null: it was taken out of Outlook. */
const brought = ({ calendar, words }: Signed, { draft, known, place }: Part): Promise<Result<SessionEvent | null, CalendarRefusal>> => {
  if (known === undefined) return calendar.book(draft);
  const { start, minutes, online, body } = draft;
  if (place === null) return calendar.change(known, { start, minutes });
  const location = draft.location ?? words.t('kickOff.event.inTeams');
  // The events beside the first lead to its meeting in Teams by their text, and only where there is one.
  return calendar.change(known, { start, minutes, place: { online, location, ...(place === 0 ? {} : { body }) } });
};

type Made = { readonly events: readonly SessionEvent[]; readonly gone: boolean; readonly trouble: Trouble };
type Whole = Pick<EventAbout, 'round' | 'meeting' | 'link'> & { readonly parts: readonly (readonly Person[])[] };

/** One after the other: where the first is in Teams, the others lead to it. */
const makeAll = async (signed: Signed, kind: MeetingKind, { parts, ...about }: Whole): Promise<Made> => {
  const events: SessionEvent[] = [];
  const { meeting } = about;
  for (const [place, people] of parts.entries()) {
    const draft = kind.event({ ...about, words: signed.words, people, place, first: events[0] ?? null });
    const done = await brought(signed, { draft, known: meeting.events[place], place: meeting.placed ? null : place });
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
export const bringToOutlook = async (
  deps: Deps,
  signed: Signed,
  kind: MeetingKind,
  asked: AskedMeeting,
): Promise<Result<Trouble, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const round = all.value.round.value;
  const meeting = kind.of(round);
  if (!kind.isAhead(round, deps.clock.now()) || meeting?.pending !== true || meeting.organiserId !== asked.actor.personId) return ok(null);
  const { people } = await organisationOf(deps);
  const called = calledTo(round, all.value.content).filter((id) => id !== meeting.organiserId);
  const invited = called.flatMap((id) => people.get(id) ?? []).filter(({ mail }) => mail !== null);
  const parts = invited.length === 0 ? [[]] : partsOf(invited);
  const { events, gone, trouble } = await makeAll(signed, kind, { round, meeting, parts, link: deps.teamsAppId });
  const whole = trouble === null && events.length === parts.length;
  const recorded = await changeRound(deps, afterwards(deps, asked), `${kind.name}.outlook`, (now) =>
    ok(gone ? kind.gone(now, meeting.key) : kind.made(now, { ...meeting, events }, whole)),
  );
  return recorded.ok ? ok(trouble) : recorded;
};

const meetingFor = async (deps: Deps, kind: MeetingKind, asked: AskedMeeting): Promise<Result<RoundMeeting | null, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  return all.ok ? ok(kind.of(all.value.round.value)) : all;
};

/** Follows what the organiser has moved or cancelled in Outlook itself, and does what did not work before. */
export const followMeeting = async (
  deps: Deps,
  signed: Signed,
  kind: MeetingKind,
  asked: AskedMeeting,
): Promise<Result<Trouble, Refusal>> => {
  const found = await meetingFor(deps, kind, asked);
  if (!found.ok) return found;
  const meeting = found.value;
  const [event] = meeting?.events ?? [];
  if (meeting?.organiserId === asked.actor.personId && event !== undefined && !meeting.pending) {
    const seen = await signed.calendar.look(event);
    if (!seen.ok) return ok(seen.error);
    const followed = await changeRound(deps, asked, `${kind.name}.followed`, (round) => ok(kind.followed(round, meeting.key, seen.value)));
    if (!followed.ok) return followed;
  }
  return bringToOutlook(deps, signed, kind, afterwards(deps, asked));
};

/** Takes the meeting out of everybody's calendar; its day stays. */
export const cancelMeeting = async (
  deps: Deps,
  signed: Signed,
  kind: MeetingKind,
  asked: AskedMeeting,
): Promise<Result<Trouble, Refusal>> => {
  const found = await meetingFor(deps, kind, asked);
  if (!found.ok) return found;
  const meeting = found.value;
  if (meeting === null) return ok(null);
  if (meeting.organiserId !== asked.actor.personId) return err(kind.ofAnother(meeting.organiserId));
  for (const { id } of meeting.events) {
    const cancelled = await signed.calendar.cancel(id);
    if (!cancelled.ok) return ok(cancelled.error);
  }
  const recorded = await changeRound(deps, asked, `${kind.name}.cancelled`, (round) => ok(kind.gone(round, meeting.key)));
  return recorded.ok ? ok(null) : recorded;
};
