import { fourOf } from '@coaching-pairs/shared/engagement/engagement';
import { aheadIn, comingTo } from '@coaching-pairs/shared/engagement/meetings';
import { type Instant, instant, type PersonId } from '@coaching-pairs/shared/ids';
import { endOf } from '@coaching-pairs/shared/sessions/session';
import type { Deps } from '../../deps.js';
import { engagementsNow } from '../my-engagement.js';

/** When some people are in a meeting of 2:2 Coaching: from its first moment until, but not in, its end. */
export type Quiet = { readonly people: readonly PersonId[]; readonly start: Instant; readonly end: Instant };

/** Every meeting of 2:2 Coaching that is on or still to come, and who is in it (TT-42). It reads each engagement that is open. */
export const quietAhead = async (deps: Deps, now: Instant): Promise<readonly Quiet[]> => {
  const open = (await engagementsNow(deps)).filter((engagement) => engagement.state !== 'closed' && fourOf(engagement).length === 4);
  const found = await Promise.all(
    open.map(async (engagement) => {
      const meetings = (await deps.engagements.meetings(engagement.id)).map(({ value }) => value);
      return aheadIn(engagement, meetings, now).map((meeting) => ({
        people: comingTo(engagement, meeting),
        start: meeting.start,
        end: instant(new Date(endOf(meeting)).toISOString()),
      }));
    }),
  );
  return found.flat();
};
