import type { PersonId, SessionId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { endOf, followed, type Pending, type Performed, performed, type Seen, type Session } from '@coaching-pairs/shared/sessions/session';
import { tabLink } from '@coaching-pairs/shared/wire/tab-link';
import { htmlText } from '@coaching-pairs/shared/words/html-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { Calendar, CalendarRefusal, EventDraft } from '../../ports/calendar.js';
import type { Deps } from '../deps.js';
import { organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { type AboutPair, type MyPair, myPair } from './my-pair.js';
import { keepUnrecorded } from './recording.js';
import { record } from './seen-in-outlook.js';

/** The calendar of whoever is signed in, and the words in which they read. */
export type Signed = { readonly calendar: Calendar; readonly words: Words };

/** Null: whatever was asked of Outlook was done. */
export type Trouble = CalendarRefusal | null;

/** How long ago a session may lie that is still looked at: it may have been moved in Outlook before anybody opened the tab. */
const lookedBack = 35 * 86_400_000;

const placeOf = (words: Words, { place }: Session): string | null => (place === 'teams' ? null : words.t(`session.place.${place}`));

/** A neutral subject, and the way to the guide; no reason, no note (S-18). */
const draftOf = async (deps: Deps, words: Words, { round, me, memberIds }: MyPair, session: Session): Promise<EventDraft> => {
  const { people } = await organisationOf(deps);
  const invited = memberIds.filter((id) => id !== me).map((id) => people.get(id));
  const link = tabLink(deps.teamsAppId, `round/${round.id}/sessions`);
  return {
    transactionId: session.id,
    subject: words.t('session.subject'),
    body: `<p><a href="${htmlText(link)}">${htmlText(words.t('session.body.link'))}</a></p>`,
    start: session.start,
    minutes: session.minutes,
    attendees: invited.flatMap((one) => (one?.mail == null ? [] : [{ name: one.name, mail: one.mail }])),
    online: session.place === 'teams',
    location: placeOf(words, session),
    isPrivate: session.isPrivate,
  };
};

const perform = async (
  deps: Deps,
  { calendar, words }: Signed,
  pair: MyPair,
  session: Session,
): Promise<Result<Performed | null, CalendarRefusal>> => {
  const { pending, event } = session;
  if (pending?.kind === 'book' && event === null) {
    const booked = await calendar.book(await draftOf(deps, words, pair, session));
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

/**
 * Does in Outlook what waits for this very person and records it: for the sessions named, or all that they began themselves. What another
 * wished for is done by a tap of its own. Whatever did not work goes on waiting; done again it makes no second event, because each is
 * made under the session's own id. Where nothing stood in the way, their meetings are kept from being recorded.
 */
export const finishInOutlook = async (
  deps: Deps,
  signed: Signed,
  about: AboutPair,
  only?: readonly string[],
): Promise<Result<Trouble, Refusal>> => {
  const pair = await myPair(deps, about);
  if (!pair.ok) return pair;
  const { me, sessions } = pair.value;
  const waiting = sessions
    .map(({ value }) => value)
    .filter(({ id, organiserId, pending }) => organiserId === me && pending !== null && (only?.includes(id) ?? isOwn(pending, me)));
  const outcomes = await Promise.all(
    waiting.map(async (session) => ({ session, outcome: await perform(deps, signed, pair.value, session) })),
  );
  const found = new Map<SessionId, (now: Session) => Session>();
  for (const { session, outcome } of outcomes) {
    const what = outcome.ok ? outcome.value : null;
    if (what !== null) found.set(session.id, (now) => performed(now, what));
  }
  const recorded = await record(deps, about, 'sessions.outlook', found);
  if (!recorded.ok) return recorded;
  const trouble = outcomes.map(({ outcome }) => outcome).find((outcome) => !outcome.ok)?.error ?? null;
  const isBooked = outcomes.some(({ outcome }) => outcome.ok && outcome.value?.kind === 'booked');
  return trouble === null && (isBooked || only === undefined) ? keepUnrecorded(deps, signed.calendar, about) : ok(trouble);
};

const isLookedAt =
  (now: number) =>
  (session: Session): boolean =>
    session.state === 'on' && session.event !== null && endOf(session) > now - lookedBack;

const looked = async ({ calendar }: Signed, { event }: Session): Promise<Result<Seen, CalendarRefusal>> =>
  event === null ? err({ code: 'calendar-unavailable', status: null }) : calendar.look(event);

/** Follows what was moved or cancelled in Outlook itself, as the calendar of whoever is here shows it; what could be recorded is tried again. */
export const followOutlook = async (deps: Deps, signed: Signed, about: AboutPair): Promise<Result<Trouble, Refusal>> => {
  const pair = await myPair(deps, about);
  if (!pair.ok) return pair;
  const { me, sessions } = pair.value;
  const watched = sessions.map(({ value }) => value).filter(isLookedAt(Date.parse(deps.clock.now())));
  const seen = await Promise.all(watched.map(async (session) => ({ session, answer: await looked(signed, session) })));
  const found = new Map<SessionId, (now: Session) => Session>();
  for (const { session, answer } of seen) {
    // A session that was changed here since is looked at again next time.
    if (answer.ok)
      found.set(session.id, (now) => (JSON.stringify(now) === JSON.stringify(session) ? followed(now, answer.value, me) : now));
  }
  const recorded = await record(deps, about, 'sessions.followed', found);
  if (!recorded.ok) return recorded;
  const trouble = seen.map(({ answer }) => answer).find((answer) => !answer.ok)?.error ?? null;
  return trouble === null ? keepUnrecorded(deps, signed.calendar, about) : ok(trouble);
};
