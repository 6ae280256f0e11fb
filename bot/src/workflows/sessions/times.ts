import { instant, type PersonId, type PlainDate } from '@coaching-pairs/shared/ids';
import { workingTimeOf } from '@coaching-pairs/shared/reminders/working-time';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { type Member, nearestFreeTimes } from '@coaching-pairs/shared/sessions/free-times';
import { fewestSessions, planSessions, timesAbout, usualMinutes } from '@coaching-pairs/shared/sessions/plan';
import { standing } from '@coaching-pairs/shared/sessions/session';
import { dayOf, daysAfter, instantOfLocal, localDayOf } from '@coaching-pairs/shared/time';
import type { SessionTimes } from '@coaching-pairs/shared/wire/sessions';
import type { CalendarRefusal, Schedule } from '../../ports/calendar.js';
import type { Deps } from '../deps.js';
import { namedIn, organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { zoneAmong } from '../whereabouts.js';
import type { Signed } from './in-outlook.js';
import { type AboutPair, type MyPair, myPair, sessionIn } from './my-pair.js';

type Ground = {
  readonly members: readonly Member[];
  readonly unread: readonly PersonId[];
  readonly trouble: CalendarRefusal | null;
  readonly from: PlainDate;
  readonly to: PlainDate;
};

const sameMail = (schedule: Schedule, mail: string | null | undefined): boolean => schedule.mail.toLowerCase() === mail?.toLowerCase();

/** The days in which sessions may lie: from tomorrow, or the round's first day, to its last. */
const daysOf = (deps: Deps, { round }: MyPair): { readonly from: PlainDate; readonly to: PlainDate } => {
  const tomorrow = daysAfter(dayOf(deps.clock.now()), 1);
  return { from: tomorrow > round.startsOn ? tomorrow : round.startsOn, to: round.endsOn };
};

/** Everybody's zone, working hours and times that are taken; where a calendar cannot be read, the usual working hours alone. */
const groundOf = async (deps: Deps, { calendar }: Signed, pair: MyPair): Promise<Ground> => {
  const days = daysOf(deps, pair);
  const [organisation, told] = await Promise.all([organisationOf(deps), Promise.all(pair.memberIds.map((id) => deps.zones.of(id)))]);
  const mailOf = (id: PersonId): string | null => organisation.people.get(id)?.mail ?? null;
  const mails = pair.memberIds.map(mailOf).filter((mail) => mail !== null);
  const [first, last] = [
    instantOfLocal(`${daysAfter(days.from, -1)}T00:00`, 'UTC'),
    instantOfLocal(`${daysAfter(days.to, 2)}T00:00`, 'UTC'),
  ];
  const read = mails.length > 0 && first < last ? await calendar.schedules(mails, first, last) : ok([]);
  const scheduleFor = (id: PersonId): Schedule | undefined =>
    read.ok ? read.value.find((schedule) => sameMail(schedule, mailOf(id))) : undefined;
  const members = pair.memberIds.map((id, at): Member => {
    const schedule = scheduleFor(id);
    const known = zoneAmong(organisation, pair.round, id, told[at]);
    const zone = known.source === 'round' ? (schedule?.zone ?? known.zone) : known.zone;
    return { id, zone, hours: schedule?.hours ?? workingTimeOf(organisation.people.get(id)), busy: schedule?.busy ?? [] };
  });
  const unread = pair.memberIds.filter((id) => scheduleFor(id) === undefined);
  return { ...days, members, unread, trouble: read.ok ? null : read.error };
};

const answerOf = async (
  deps: Deps,
  pair: MyPair,
  { unread, trouble }: Ground,
  found: Pick<SessionTimes, 'sessions' | 'missing' | 'stretch' | 'others'>,
): Promise<SessionTimes> => {
  const named = namedIn(await organisationOf(deps));
  return {
    ...found,
    members: pair.memberIds.map(named),
    minutes: usualMinutes(pair.memberIds.length),
    unread: unread.map(named),
    calendar: trouble?.code ?? 'fine',
    claims: trouble?.code === 'sign-in-needed' ? trouble.claims : null,
  };
};

/** Times for the sessions that the pair still lacks (CP-41), and single ones for a session more. */
export const timesForPair = async (deps: Deps, signed: Signed, about: AboutPair): Promise<Result<SessionTimes, Refusal>> => {
  const pair = await myPair(deps, about);
  if (!pair.ok) return pair;
  const ground = await groundOf(deps, signed, pair.value);
  const taken = standing(pair.value.sessions.map(({ value }) => value)).map(({ start }) => start);
  const minutes = usualMinutes(ground.members.length);
  const { from, to, members } = ground;
  const plan = planSessions({ members, minutes, from, to, after: deps.clock.now(), count: fewestSessions, taken });
  return ok(
    await answerOf(deps, pair.value, ground, {
      sessions: plan.sessions.map(({ start, alternatives }) => ({ start, alternatives: [...alternatives] })),
      missing: plan.missing,
      stretch: plan.stretch,
      others: [...plan.others],
    }),
  );
};

/** Where else one session could lie, about the day on which it is. */
export const timesForSession = async (
  deps: Deps,
  signed: Signed,
  about: AboutPair & { readonly sessionId: string },
): Promise<Result<SessionTimes, Refusal>> => {
  const pair = await myPair(deps, about);
  if (!pair.ok) return pair;
  const session = sessionIn(pair.value, about.sessionId);
  if (!session.ok) return session;
  const ground = await groundOf(deps, signed, pair.value);
  const { start, minutes } = session.value.value;
  const { from, to, members } = ground;
  const found = nearestFreeTimes({ members, minutes, from, to, after: instant(deps.clock.now()) });
  const others = found.times.filter(({ at }) => at !== start);
  const day = localDayOf(start, members[0]?.zone ?? 'UTC');
  return ok(
    await answerOf(deps, pair.value, ground, { sessions: [], missing: 0, stretch: found.stretch, others: [...timesAbout(others, day)] }),
  );
};
