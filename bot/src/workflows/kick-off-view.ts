import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { RoundContent } from '@coaching-pairs/shared/round/standing';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { calledTo } from './kick-off-meeting.js';
import { namedIn } from './organisation.js';

type About = { readonly round: Round; readonly content: RoundContent; readonly organisation: Organisation };

/** The kick-off as an administrator of the round sees it, with its meeting where it stands in calendars. */
export const kickOffView = ({ round, content, organisation }: About, viewer: PersonId): RoundOverview['kickOff'] => {
  if (round.kickOff === null) return null;
  const { on, heldAt, commonApproach, meeting } = round.kickOff;
  if (meeting === null) return { on, heldAt, commonApproach, meeting: null };
  const { start, minutes, location, organiserId, events, pending } = meeting;
  const named = namedIn(organisation);
  const called = calledTo(round, content);
  const without = called.filter((id) => (organisation.people.get(id)?.mail ?? null) === null && id !== organiserId);
  return {
    ...{ on, heldAt, commonApproach },
    meeting: {
      ...{ start, minutes, location, pending },
      joinUrl: events[0]?.joinUrl ?? null,
      organiser: named(organiserId),
      mine: organiserId === viewer,
      invited: called.length - without.length,
      withoutMail: without.map(named),
    },
  };
};
