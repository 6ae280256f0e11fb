import { instant, type PersonId, type PlainDate } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { nearestFreeTimes } from '@coaching-pairs/shared/sessions/free-times';
import { fewestSessions, planSessions, timesAbout, usualMinutes } from '@coaching-pairs/shared/sessions/plan';
import { standing } from '@coaching-pairs/shared/sessions/session';
import { dayOf, daysAfter, localDayOf } from '@coaching-pairs/shared/time';
import type { SessionTimes } from '@coaching-pairs/shared/wire/sessions';
import type { ToldZones } from '../../ports/zones.js';
import type { Deps } from '../deps.js';
import { namedIn, organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { zoneAmong } from '../whereabouts.js';
import type { Signed } from './carry-out.js';
import { type Ground, groundOf } from './ground.js';
import { type AboutPair, type MyPair, myPair, sessionIn } from './my-pair.js';

type Days = { readonly from: PlainDate; readonly to: PlainDate };

/** The days in which sessions may lie: from tomorrow, or the round's first day, to its last. */
const daysOf = (deps: Deps, { round }: MyPair): Days => {
  const tomorrow = daysAfter(dayOf(deps.clock.now()), 1);
  return { from: tomorrow > round.startsOn ? tomorrow : round.startsOn, to: round.endsOn };
};

const groundFor = async (deps: Deps, { calendar }: Signed, pair: MyPair): Promise<Ground & Days> => {
  const days = daysOf(deps, pair);
  const organisation = await organisationOf(deps);
  const zoneOf = (id: PersonId, told: ToldZones | undefined) => zoneAmong(organisation, pair.round, id, told);
  return { ...days, ...(await groundOf(deps, calendar, { memberIds: pair.memberIds, ...days, zoneOf })) };
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
  const ground = await groundFor(deps, signed, pair.value);
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
  const ground = await groundFor(deps, signed, pair.value);
  const { start, minutes } = session.value.value;
  const { from, to, members } = ground;
  const found = nearestFreeTimes({ members, minutes, from, to, after: instant(deps.clock.now()) });
  const others = found.times.filter(({ at }) => at !== start);
  const day = localDayOf(start, members[0]?.zone ?? 'UTC');
  return ok(
    await answerOf(deps, pair.value, ground, { sessions: [], missing: 0, stretch: found.stretch, others: [...timesAbout(others, day)] }),
  );
};
