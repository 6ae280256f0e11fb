import { operationId, type PersonId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import { endOf, performed, type Session } from '@coaching-pairs/shared/sessions/session';
import type { LeftSessions } from '@coaching-pairs/shared/wire/pair';
import type { Calendar, CalendarRefusal } from '../../ports/calendar.js';
import type { Versioned } from '../../ports/rounds.js';
import { decideAndCommit, done } from '../change-round.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import type { AboutPair } from '../sessions/my-pair.js';

const isLeft =
  (me: PersonId, now: number) =>
  ({ value }: Versioned<Session>): boolean =>
    value.organiserId === me && value.state === 'on' && value.event !== null && endOf(value) > now;

/** What of pairs that have ended still stands in somebody's Outlook, and only they can take out of it. */
export const leftSessionsOf = async (
  deps: Deps,
  roundId: AboutPair['roundId'],
  { personId, former }: Participant,
): Promise<readonly Versioned<Session>[]> => {
  const all = await Promise.all(former.map((id) => deps.rounds.sessions(roundId, id)));
  return all.flat().filter(isLeft(personId, Date.parse(deps.clock.now())));
};

const readLeft = async (deps: Deps, { roundId, actor }: AboutPair): Promise<Result<readonly Versioned<Session>[], Refusal>> => {
  const participant = await deps.rounds.participant(roundId, actor.personId);
  return participant === null ? err({ code: 'not-found' }) : ok(await leftSessionsOf(deps, roundId, participant.value));
};

const takeOut = async (calendar: Calendar, { value }: Versioned<Session>): Promise<CalendarRefusal | null> => {
  if (value.event === null) return null;
  const cancelled = await calendar.cancel(value.event.id);
  return cancelled.ok ? null : cancelled.error;
};

/** Takes what a pair that has ended left behind out of the Outlook of whoever asks; what does not work is asked again. */
export const clearLeftSessions = async (deps: Deps, calendar: Calendar, about: AboutPair): Promise<Result<LeftSessions, Refusal>> => {
  const left = await readLeft(deps, about);
  if (!left.ok) return left;
  const outcomes = await Promise.all(left.value.map(async (one) => ({ id: one.value.id, trouble: await takeOut(calendar, one) })));
  const gone = new Set(outcomes.filter(({ trouble }) => trouble === null).map(({ id }) => id));
  const { roundId, actor } = about;
  const opId = operationId(deps.newId());
  const recorded = await decideAndCommit<number>(deps.rounds.commit, async () => {
    const now = await readLeft(deps, about);
    if (!now.ok) return now;
    const sessions = now.value
      .filter(({ value }) => gone.has(value.id))
      .map(({ value, etag }) => ({ value: performed(value, { kind: 'cancelled' }), etag }));
    const audit = [done(deps, actor.personId, 'sessions.clear', { roundId })];
    const change = sessions.length === 0 ? null : { roundId, opId, sessions, audit };
    return ok({ change, answer: now.value.length - sessions.length });
  });
  if (!recorded.ok) return recorded;
  const trouble = outcomes.find((one) => one.trouble !== null)?.trouble ?? null;
  const claims = trouble?.code === 'sign-in-needed' ? trouble.claims : null;
  return ok({ left: recorded.value, calendar: trouble?.code ?? 'fine', claims });
};
