import { fourOf } from '@coaching-pairs/shared/engagement/engagement';
import {
  comingTo,
  heldSessions,
  isCalledOff,
  type Meeting,
  mayArrange,
  meetingKinds,
  meetingMinutes,
  sessionNumbers,
} from '@coaching-pairs/shared/engagement/meetings';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { isHeld } from '@coaching-pairs/shared/sessions/session';
import type { EngagementMeeting, EngagementMeetings } from '@coaching-pairs/shared/wire/engagement-meetings';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { Deps } from '../../deps.js';
import { namedIn, organisationOf } from '../../organisation.js';
import type { Refusal } from '../../refusal.js';
import type { Trouble } from '../../sessions/carry-out.js';
import { sessionView } from '../../sessions/view.js';
import { zoneAmong } from '../../whereabouts.js';
import type { AboutEngagement } from '../my-engagement.js';
import { leftIn } from './in-outlook.js';
import { type MyMeetings, myMeetings, saysWhatIsBroughtIn } from './my-meetings.js';

type Naming = (id: PersonId) => Named;

/** What stands, and what was called off at short notice, which the four see marked (TT-40); nothing that the end has called off. */
const shownOf = ({ engagement, meetings }: MyMeetings): readonly Meeting[] =>
  meetings
    .map(({ value }) => value)
    .filter((meeting) => !isCalledOff(engagement.value, meeting) && (meeting.state === 'on' || meeting.short !== null))
    .sort((one, other) => one.start.localeCompare(other.start));

const viewOf = (deps: Deps, { engagement, me, meetings }: MyMeetings, named: Naming) => {
  const numbers = sessionNumbers(
    engagement.value,
    meetings.map(({ value }) => value),
  );
  return (meeting: Meeting): EngagementMeeting => ({
    ...sessionView(meeting, { me, now: deps.clock.now(), organiser: named(meeting.organiserId) }),
    held: meeting.pending?.kind !== 'cancel' && isHeld(meeting, deps.clock.now()),
    kind: meeting.kind,
    number: numbers.get(meeting.id)?.number ?? null,
    purpose: numbers.get(meeting.id)?.purpose ?? null,
    people: [me, ...comingTo(engagement.value, meeting).filter((id) => id !== me)].map(named),
    cancelled: meeting.state === 'cancelled',
    shortNotice: meeting.short && { what: meeting.short.what, from: meeting.short.from },
    keptFree: meeting.kept.some(({ personId }) => personId === me),
  });
};

/** The meetings that somebody comes to, and how their Outlook answered to what was just asked of it. */
export const meetingsView = async (
  deps: Deps,
  about: AboutEngagement,
  trouble: Trouble = null,
): Promise<Result<EngagementMeetings, Refusal>> => {
  const mine = await myMeetings(deps, about);
  if (!mine.ok) return mine;
  const { me, meetings } = mine.value;
  const engagement = mine.value.engagement.value;
  const broughtIn = await saysWhatIsBroughtIn(deps, engagement);
  if (!broughtIn.ok) return broughtIn;
  const memberIds = [me, ...fourOf(engagement).filter((id) => id !== me)];
  const [organisation, told] = await Promise.all([organisationOf(deps), Promise.all(memberIds.map((id) => deps.zones.of(id)))]);
  const named = namedIn(organisation);
  const zoneOf = (id: PersonId, at: number): string => zoneAmong(organisation, { timeZone: 'UTC' }, id, told[at]).zone;
  return ok({
    members: memberIds.map(named),
    zones: memberIds.map((id, at) => ({ person: named(id), zone: zoneOf(id, at) })),
    bookable: meetingKinds.filter((kind) => mayArrange(engagement, kind, { by: me, broughtIn: broughtIn.value }).ok),
    planned: engagement.frame?.sessions ?? null,
    held: heldSessions(
      engagement,
      meetings.map(({ value }) => value),
      deps.clock.now(),
    ),
    minutes: engagement.frame?.minutes ?? meetingMinutes.usual,
    sessions: shownOf(mine.value).map(viewOf(deps, mine.value, named)),
    left: leftIn(mine.value),
    calendar: trouble?.code ?? 'fine',
    claims: trouble?.code === 'sign-in-needed' ? trouble.claims : null,
  });
};
