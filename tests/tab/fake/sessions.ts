import { instant, pairId, personId, plainDate, sessionId } from '@coaching-pairs/shared/ids';
import { usualWorkingTime } from '@coaching-pairs/shared/reminders/working-time';
import { fewestSessions, planSessions } from '@coaching-pairs/shared/sessions/plan';
import {
  cancelSession,
  keepSession,
  moveSession,
  type Pending,
  performed,
  type Session,
  standing,
  wantInOutlook,
} from '@coaching-pairs/shared/sessions/session';
import type { BookSessions, CalendarState, Sessions, SessionTimes } from '@coaching-pairs/shared/wire/sessions';
import type { z } from 'zod';
import { type FakeRound, now } from './round.js';

type Kept = { sessions: readonly Session[]; outlook: CalendarState; made: number };

const kept = new WeakMap<FakeRound, Kept>();
const keptOf = (round: FakeRound): Kept => {
  const known = kept.get(round) ?? { sessions: [], outlook: 'fine', made: 0 };
  kept.set(round, known);
  return known;
};

/** How the Outlook of the person who looks answers from now on. */
export const outlookIs = (round: FakeRound, outlook: CalendarState): void => void Object.assign(keptOf(round), { outlook });
/** What stands there whoever made it; `organiser` other than the viewer makes it somebody else's. */
export const sessionsAre = (round: FakeRound, sessions: readonly Session[]): void => void Object.assign(keptOf(round), { sessions });

const zones = ['Europe/London', 'America/New_York', 'Asia/Kolkata'];
export const pairFor = (round: FakeRound, viewer: string) => {
  const members = round.proposals.find((one) => one.state === 'formed' && one.members.some(({ id }) => id === viewer))?.members ?? [];
  return [...members.filter(({ id }) => id === viewer), ...members.filter(({ id }) => id !== viewer)];
};

const viewOf = (round: FakeRound, viewer: string): Sessions => {
  const members = pairFor(round, viewer);
  const { sessions, outlook } = keptOf(round);
  return {
    members,
    zones: members.map((person, at) => ({ person, zone: zones[at] ?? 'UTC' })),
    ...{ from: round.plan.startsOn, to: round.plan.endsOn, open: round.state !== 'closed', fewest: fewestSessions },
    sessions: standing(sessions).map(({ id, start, minutes, place, isPrivate, organiserId, event, pending, recordingOff }) => ({
      ...{ id, start, minutes, place, isPrivate, mine: organiserId === viewer, held: start < now, inOutlook: event !== null },
      organiser: members.find((one) => one.id === organiserId) ?? { id: organiserId, name: organiserId, functionName: null },
      pending: pending?.kind ?? null,
      movesTo: pending?.kind === 'move' ? pending.start : null,
      joinUrl: event?.joinUrl ?? null,
      recordable: event !== null && event.joinUrl !== null && recordingOff !== true && start > now,
    })),
    calendar: outlook,
    claims: null,
  };
};

const timesFor = (round: FakeRound, viewer: string): SessionTimes => {
  const members = pairFor(round, viewer);
  const { sessions, outlook } = keptOf(round);
  const plan = planSessions({
    members: members.map(({ id }, at) => ({ id: personId(id), zone: zones[at] ?? 'UTC', hours: usualWorkingTime, busy: [] })),
    ...{ minutes: 60, from: plainDate(round.plan.startsOn), to: plainDate(round.plan.endsOn), after: instant(now), count: fewestSessions },
    taken: standing(sessions).map(({ start }) => start),
  });
  const found = plan.sessions.map(({ start, alternatives }) => ({ start, alternatives: [...alternatives] }));
  const unread = outlook === 'fine' ? [] : members;
  return { ...plan, members, minutes: 60, sessions: found, others: [...plan.others], unread, calendar: outlook, claims: null };
};

const event = { id: 'event', sharedId: 'event', joinUrl: 'https://teams.microsoft.com/l/meetup-join/1' };

const outcomeOf = (pending: Pending, session: Session) => {
  if (pending.kind === 'book') return { kind: 'booked', event, start: session.start } as const;
  return pending.kind === 'move' ? ({ kind: 'moved', start: pending.start } as const) : ({ kind: 'cancelled' } as const);
};

/** Does in Outlook what waits for that person, where it answers. */
const finish = (round: FakeRound, viewer: string, only?: string): Sessions => {
  const here = keptOf(round);
  const one = (session: Session): Session =>
    here.outlook !== 'fine' || session.pending === null || session.organiserId !== viewer || (only ?? session.id) !== session.id
      ? session
      : performed(performed(session, outcomeOf(session.pending, session)), { kind: 'recording-off' });
  here.sessions = here.sessions.map(one);
  return viewOf(round, viewer);
};

const book = (round: FakeRound, viewer: string, body: z.infer<typeof BookSessions>): Sessions => {
  const here = keptOf(round);
  const fresh = body.starts.map((start): Session => {
    here.made += 1;
    const { minutes, place, isPrivate, outlook } = body;
    const common = { id: sessionId(`session-${here.made}`), pairId: pairId('pair'), organiserId: personId(viewer), start: instant(start) };
    return { ...common, minutes, place, isPrivate, state: 'on', event: null, pending: outlook ? { kind: 'book' } : null };
  });
  here.sessions = [...here.sessions, ...fresh];
  return finish(round, viewer);
};

const changed = (
  round: FakeRound,
  viewer: string,
  id: string | undefined,
  change: (session: Session) => { ok: boolean; value?: Session },
) => {
  const here = keptOf(round);
  here.sessions = here.sessions.map((session) => (session.id === id ? (change(session).value ?? session) : session));
  return finish(round, viewer, id);
};

const move = (round: FakeRound, viewer: string, id: string | undefined, start: string): Sessions =>
  changed(round, viewer, id, (session) => moveSession(session, instant(start), personId(viewer), instant(now)));
const cancel = (round: FakeRound, viewer: string, id: string | undefined): Sessions =>
  changed(round, viewer, id, (session) => cancelSession(session, personId(viewer), instant(now)));
const keep = (round: FakeRound, viewer: string, id: string | undefined): Sessions =>
  changed(round, viewer, id, (session) => ({ ok: true, value: keepSession(session) }));
const intoOutlook = (round: FakeRound, viewer: string, id: string | undefined): Sessions =>
  changed(round, viewer, id, (session) => wantInOutlook(session, personId(viewer), instant(now)));

// biome-ignore lint/suspicious/noExplicitAny: the body was parsed by the schema of the very route that leads here.
type Asked = { readonly viewer: string; readonly params: Readonly<Record<string, string>>; readonly query: string; readonly body: any };

/** What the stand-in does for the routes about sessions. */
export const sessionHandlers = <World>(roundOf: (world: World, asked: Asked) => FakeRound) => {
  type Handler = (world: World, asked: Asked) => unknown;
  const view: Handler = (world, asked) => viewOf(roundOf(world, asked), asked.viewer);
  const times: Handler = (world, asked) => timesFor(roundOf(world, asked), asked.viewer);
  return {
    sessions: view,
    followSessions: view,
    sessionTimes: times,
    otherTimes: times,
    bookSessions: (world, asked) => book(roundOf(world, asked), asked.viewer, asked.body),
    finishSessions: (world, asked) => finish(roundOf(world, asked), asked.viewer),
    moveSession: (world, asked) => move(roundOf(world, asked), asked.viewer, asked.params.sessionId, asked.body.start),
    cancelSession: (world, asked) => cancel(roundOf(world, asked), asked.viewer, asked.params.sessionId),
    keepSession: (world, asked) => keep(roundOf(world, asked), asked.viewer, asked.params.sessionId),
    putInOutlook: (world, asked) => intoOutlook(roundOf(world, asked), asked.viewer, asked.params.sessionId),
  } satisfies Readonly<Record<string, Handler>>;
};
