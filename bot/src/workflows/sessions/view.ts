import type { Instant, PersonId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { fewestSessions } from '@coaching-pairs/shared/sessions/plan';
import { type Arranged, isHeld, mayBeRecorded, standing } from '@coaching-pairs/shared/sessions/session';
import { dayOf } from '@coaching-pairs/shared/time';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { Sessions, SessionView } from '@coaching-pairs/shared/wire/sessions';
import type { Deps } from '../deps.js';
import { namedIn, organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { zoneAmong } from '../whereabouts.js';
import type { Trouble } from './carry-out.js';
import { type AboutPair, myPair } from './my-pair.js';

type Seen = { readonly me: PersonId; readonly now: Instant; readonly organiser: Named };

/** One session, for one of those who come to it. */
export const sessionView = (session: Arranged, { me, now, organiser }: Seen): SessionView => ({
  id: session.id,
  start: session.start,
  minutes: session.minutes,
  place: session.place,
  isPrivate: session.isPrivate,
  organiser,
  mine: session.organiserId === me,
  held: isHeld(session, now),
  inOutlook: session.event !== null,
  pending: session.pending?.kind ?? null,
  movesTo: session.pending?.kind === 'move' ? session.pending.start : null,
  joinUrl: session.event?.joinUrl ?? null,
  recordable: mayBeRecorded(session, now),
});

/** The sessions of somebody's own pair, and how their Outlook answered to what was just asked of it. */
export const mySessions = async (deps: Deps, about: AboutPair, trouble: Trouble = null): Promise<Result<Sessions, Refusal>> => {
  const pair = await myPair(deps, about);
  if (!pair.ok) return pair;
  const { round, memberIds, sessions } = pair.value;
  const [organisation, told] = await Promise.all([organisationOf(deps), Promise.all(memberIds.map((id) => deps.zones.of(id)))]);
  const named = namedIn(organisation);
  return ok({
    members: memberIds.map(named),
    zones: memberIds.map((id, at) => ({ person: named(id), zone: zoneAmong(organisation, round, id, told[at]).zone })),
    from: round.startsOn,
    to: round.endsOn,
    open: round.state !== 'closed' && dayOf(deps.clock.now()) <= round.endsOn,
    fewest: fewestSessions,
    sessions: standing(sessions.map(({ value }) => value)).map((session) =>
      sessionView(session, { me: pair.value.me, now: deps.clock.now(), organiser: named(session.organiserId) }),
    ),
    calendar: trouble?.code ?? 'fine',
    claims: trouble?.code === 'sign-in-needed' ? trouble.claims : null,
  });
};
