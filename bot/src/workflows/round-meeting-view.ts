import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import type { RoundMeeting } from '@coaching-pairs/shared/round/meeting';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { RoundContent } from '@coaching-pairs/shared/round/standing';
import type { MeetingView } from '@coaching-pairs/shared/wire/rounds';
import { namedIn } from './organisation.js';
import { calledTo } from './round-meeting.js';

export type MeetingScene = { readonly round: Round; readonly content: RoundContent; readonly organisation: Organisation };

/** A meeting of the round as one of its administrators sees it; null where it stands in no calendar. */
export const meetingView = (
  { round, content, organisation }: MeetingScene,
  meeting: RoundMeeting | null,
  viewer: PersonId,
): MeetingView | null => {
  if (meeting === null) return null;
  const { start, minutes, location, organiserId, events, pending } = meeting;
  const named = namedIn(organisation);
  const called = calledTo(round, content);
  const without = called.filter((id) => (organisation.people.get(id)?.mail ?? null) === null && id !== organiserId);
  return {
    ...{ start, minutes, location, pending },
    joinUrl: events[0]?.joinUrl ?? null,
    organiser: named(organiserId),
    mine: organiserId === viewer,
    invited: called.length - without.length,
    withoutMail: without.map(named),
  };
};
