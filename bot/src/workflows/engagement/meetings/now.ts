import { fourOf } from '@coaching-pairs/shared/engagement/engagement';
import { comingTo, runningIn } from '@coaching-pairs/shared/engagement/meetings';
import { type Instant, instant, type PersonId } from '@coaching-pairs/shared/ids';
import { endOf } from '@coaching-pairs/shared/sessions/session';
import type { Deps } from '../../deps.js';
import { engagementsNow } from '../my-engagement.js';

export type Running = { readonly people: readonly PersonId[]; readonly start: Instant; readonly end: Instant };

/** Every meeting of 2:2 Coaching that is on at this moment, and who is in it (TT-42). */
export const runningMeetings = async (deps: Deps, now: Instant): Promise<readonly Running[]> => {
  const open = (await engagementsNow(deps)).filter((engagement) => engagement.state !== 'closed' && fourOf(engagement).length === 4);
  const found = await Promise.all(
    open.map(async (engagement) => {
      const meetings = (await deps.engagements.meetings(engagement.id)).map(({ value }) => value);
      return runningIn(engagement, meetings, now).map((meeting) => ({
        people: comingTo(engagement, meeting),
        start: meeting.start,
        end: instant(new Date(endOf(meeting)).toISOString()),
      }));
    }),
  );
  return found.flat();
};

/** Those that one person is in (TT-42). */
export const meetingsNow = async (deps: Deps, person: PersonId, now: Instant): Promise<readonly Pick<Running, 'start' | 'end'>[]> =>
  (await runningMeetings(deps, now)).filter(({ people }) => people.includes(person)).map(({ start, end }) => ({ start, end }));
