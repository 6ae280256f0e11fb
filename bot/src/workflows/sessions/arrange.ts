import type { Act } from '@coaching-pairs/shared/audit/acts';
import { type Instant, type SessionId, sessionId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import {
  cancelSession,
  keepSession,
  mostSessions,
  moveSession,
  type Session,
  type SessionPlace,
  standing,
  wantInOutlook,
} from '@coaching-pairs/shared/sessions/session';
import { dayOf } from '@coaching-pairs/shared/time';
import type { Written } from '../../ports/rounds.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import type { Signed, Trouble } from './carry-out.js';
import { type AskedChange, changeSessions } from './change-sessions.js';
import { finishInOutlook } from './in-outlook.js';
import { type MyPair, sessionIn } from './my-pair.js';

export type Booking = AskedChange & {
  readonly starts: readonly Instant[];
  /** How many sessions there were when this was chosen. */
  readonly having: number;
  readonly minutes: number;
  readonly place: SessionPlace;
  readonly isPrivate: boolean;
  /** False: agreed upon, but in nobody's Outlook. */
  readonly outlook: boolean;
};

const inRound = ({ round }: MyPair, start: Instant, now: Instant): Result<null, Refusal> => {
  if (start <= now) return err({ code: 'session-in-past' });
  return dayOf(start) > round.endsOn ? err({ code: 'session-outside-round' }) : ok(null);
};

const newSessions = (booking: Booking, pair: MyPair, now: Instant): Result<readonly Written<Session>[], Refusal> => {
  const { starts, minutes, place, isPrivate, outlook, opId } = booking;
  // Named by the operation, so that a repeated call means the same sessions and Outlook makes no second event.
  const idOf = (at: number): SessionId => sessionId(`${opId}-${at}`);
  const all = pair.sessions.map(({ value }) => value);
  if (all.some(({ id }) => id === idOf(0))) return ok([]);
  const there = standing(all);
  if (there.length !== booking.having) return err({ code: 'sessions-changed' });
  const fresh = [...new Set(starts)];
  if (there.length + fresh.length > mostSessions) return err({ code: 'too-many-sessions' });
  for (const start of fresh) {
    const may = inRound(pair, start, now);
    if (!may.ok) return may;
  }
  const common = { pairId: pair.pair.value.id, organiserId: pair.me, minutes, place, isPrivate, state: 'on', event: null } as const;
  const pending = outlook ? ({ kind: 'book' } as const) : null;
  return ok(fresh.map((start, at) => ({ value: { ...common, id: idOf(at), start, pending }, etag: null })));
};

/** Books sessions: first they are written down as wanted, then made in the Outlook of whoever books, who thus is their organiser. */
export const bookSessions = async (deps: Deps, signed: Signed, booking: Booking): Promise<Result<Trouble, Refusal>> => {
  const written = await changeSessions(deps, booking, 'sessions.book', (pair) => newSessions(booking, pair, deps.clock.now()));
  return written.ok ? finishInOutlook(deps, signed, booking) : written;
};

type About = AskedChange & { readonly sessionId: string };

const changed = async (
  deps: Deps,
  signed: Signed,
  about: About,
  action: Act,
  move: (session: Session, pair: MyPair) => Result<Session, Refusal>,
): Promise<Result<Trouble, Refusal>> => {
  const written = await changeSessions(deps, about, action, (pair) => {
    const found = sessionIn(pair, about.sessionId);
    if (!found.ok) return found;
    const next = move(found.value.value, pair);
    return next.ok ? ok([{ value: next.value, etag: found.value.etag }]) : next;
  });
  return written.ok ? finishInOutlook(deps, signed, about, [about.sessionId]) : written;
};

/** At another time. The organiser's own wish is carried out in Outlook at once; another's waits for the organiser's tap. */
export const moveTo = (deps: Deps, signed: Signed, about: About & { readonly start: Instant }): Promise<Result<Trouble, Refusal>> =>
  changed(deps, signed, about, 'sessions.move', (session, pair) => {
    const may = inRound(pair, about.start, deps.clock.now());
    return may.ok ? moveSession(session, about.start, pair.me, deps.clock.now()) : may;
  });

/** Not at all. */
export const callOff = (deps: Deps, signed: Signed, about: About): Promise<Result<Trouble, Refusal>> =>
  changed(deps, signed, about, 'sessions.cancel', (session, { me }) => cancelSession(session, me, deps.clock.now()));

/** As it was, whatever was wished for. */
export const leaveAsIs = (deps: Deps, signed: Signed, about: About): Promise<Result<Trouble, Refusal>> =>
  changed(deps, signed, about, 'sessions.keep', (session) => ok(keepSession(session)));

/** What waits for this person is done in their Outlook; a session that is in nobody's is put there. */
export const putInOutlook = (deps: Deps, signed: Signed, about: About): Promise<Result<Trouble, Refusal>> =>
  changed(deps, signed, about, 'sessions.book', (session, { me }) => wantInOutlook(session, me, deps.clock.now()));
