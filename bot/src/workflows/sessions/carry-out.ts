import type { PersonId, SessionId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import {
  type Arranged,
  endOf,
  followed,
  type Pending,
  type Performed,
  performed,
  type Seen,
} from '@coaching-pairs/shared/sessions/session';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { Calendar, CalendarRefusal, EventDraft } from '../../ports/calendar.js';
import type { Versioned } from '../../ports/rounds.js';

/** The calendar of whoever is signed in, and the words in which they read. */
export type Signed = { readonly calendar: Calendar; readonly words: Words };

/** Null: whatever was asked of Outlook was done. */
export type Trouble = CalendarRefusal | null;

/** What was done or seen in Outlook, by session; put on each as it is by now. */
export type Found<S extends Arranged> = ReadonlyMap<SessionId, (now: S) => S>;

/** How long ago a session may lie that is still looked at: it may have been moved in Outlook before anybody opened the tab. */
const lookedBack = 35 * 86_400_000;

const perform = async <S extends Arranged>(
  calendar: Calendar,
  session: S,
  draftOf: (session: S) => Promise<EventDraft>,
): Promise<Result<Performed | null, CalendarRefusal>> => {
  const { pending, event } = session;
  if (pending?.kind === 'book' && event === null) {
    const booked = await calendar.book(await draftOf(session));
    return booked.ok ? ok({ kind: 'booked', event: booked.value, start: session.start }) : booked;
  }
  if (event === null || pending === null) return ok(null);
  if (pending.kind === 'cancel') {
    const cancelled = await calendar.cancel(event.id);
    return cancelled.ok ? ok({ kind: 'cancelled' }) : cancelled;
  }
  if (pending.kind !== 'move') return ok(null);
  const moved = await calendar.change(event, { start: pending.start, minutes: session.minutes });
  // Somebody took it out of Outlook: there is nothing left to move.
  return moved.ok ? ok(moved.value === null ? { kind: 'cancelled' } : { kind: 'moved', start: pending.start }) : moved;
};

const isOwn = (pending: Pending, me: PersonId): boolean => pending.kind === 'book' || pending.by === me;

/** Whether it waits for this very person: the ones named, or all that they began themselves. */
export const waitsFor =
  (me: PersonId, only?: readonly string[]) =>
  ({ id, organiserId, pending }: Arranged): boolean =>
    organiserId === me && pending !== null && (only?.includes(id) ?? isOwn(pending, me));

/** Does in Outlook what each of these waits for; whatever did not work is left as it was. */
export const carryOut = async <S extends Arranged>(
  calendar: Calendar,
  sessions: readonly S[],
  draftOf: (session: S) => Promise<EventDraft>,
): Promise<{ readonly found: Found<S>; readonly trouble: Trouble; readonly isBooked: boolean }> => {
  const outcomes = await Promise.all(sessions.map(async (session) => ({ session, outcome: await perform(calendar, session, draftOf) })));
  const found = new Map<SessionId, (now: S) => S>();
  for (const { session, outcome } of outcomes) {
    const what = outcome.ok ? outcome.value : null;
    if (what !== null) found.set(session.id, (now) => performed(now, what));
  }
  const trouble = outcomes.map(({ outcome }) => outcome).find((outcome) => !outcome.ok)?.error ?? null;
  return { found, trouble, isBooked: outcomes.some(({ outcome }) => outcome.ok && outcome.value?.kind === 'booked') };
};

const isLookedAt =
  (now: number) =>
  (session: Arranged): boolean =>
    session.state === 'on' && session.event !== null && endOf(session) > now - lookedBack;

const looked = async (calendar: Calendar, { event }: Arranged): Promise<Result<Seen, CalendarRefusal>> =>
  event === null ? err({ code: 'calendar-unavailable', status: null }) : calendar.look(event);

/** What was moved or cancelled in Outlook itself, as the calendar of whoever is here shows it. */
export const seenInOutlook = async <S extends Arranged>(
  calendar: Calendar,
  sessions: readonly S[],
  { me, now }: { readonly me: PersonId; readonly now: string },
): Promise<{ readonly found: Found<S>; readonly trouble: Trouble }> => {
  const watched = sessions.filter(isLookedAt(Date.parse(now)));
  const seen = await Promise.all(watched.map(async (session) => ({ session, answer: await looked(calendar, session) })));
  const found = new Map<SessionId, (now: S) => S>();
  for (const { session, answer } of seen) {
    // A session that was changed here since is looked at again next time.
    if (answer.ok) found.set(session.id, (as) => (JSON.stringify(as) === JSON.stringify(session) ? followed(as, answer.value, me) : as));
  }
  return { found, trouble: seen.map(({ answer }) => answer).find((answer) => !answer.ok)?.error ?? null };
};

/** The sessions that are otherwise by what was found. */
export const changedBy = <S extends Arranged>(found: Found<S>, sessions: readonly Versioned<S>[]): readonly Versioned<S>[] =>
  sessions.flatMap(({ value, etag }) => {
    const now = found.get(value.id)?.(value) ?? value;
    return JSON.stringify(now) === JSON.stringify(value) ? [] : [{ value: now, etag }];
  });
