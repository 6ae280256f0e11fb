import { isPastKeeping } from '@coaching-pairs/shared/engagement/ending';
import type { Engagement } from '@coaching-pairs/shared/engagement/engagement';
import { markedAs } from '@coaching-pairs/shared/engagement/meeting-news';
import { type Meeting, meetingsFor } from '@coaching-pairs/shared/engagement/meetings';
import { mayBook } from '@coaching-pairs/shared/engagement/terms';
import { operationId, type PersonId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Versioned, Written } from '../../../ports/rounds.js';
import type { Deps } from '../../deps.js';
import type { Refusal } from '../../refusal.js';
import { changedBy, type Found } from '../../sessions/carry-out.js';
import { decideInEngagement } from '../commit.js';
import { type AboutEngagement, type ChangesEngagement, myEngagement } from '../my-engagement.js';

export type MyMeetings = {
  readonly engagement: Versioned<Engagement>;
  readonly me: PersonId;
  /** All that I come to, in no order; of another's intake nothing is known to me (TT-13). */
  readonly meetings: readonly Versioned<Meeting>[];
};

/** The meetings of an engagement that one of its four comes to; to anybody else there are none (TT-61, S-11). */
export const myMeetings = async (deps: Deps, about: AboutEngagement): Promise<Result<MyMeetings, Refusal>> => {
  const found = await myEngagement(deps, about);
  if (!found.ok) return found;
  const { value: engagement } = found.value;
  const me = about.actor.personId;
  const all = isPastKeeping(engagement, deps.clock.now()) ? [] : await deps.engagements.meetings(engagement.id);
  const mine = new Set(
    meetingsFor(
      engagement,
      all.map(({ value }) => value),
      me,
    ).map(({ id }) => id),
  );
  return ok({ engagement: found.value, me, meetings: all.filter(({ value }) => mine.has(value.id)) });
};

/** One of them; another's intake looks like none. */
export const meetingIn = ({ meetings }: Pick<MyMeetings, 'meetings'>, id: string): Result<Versioned<Meeting>, Refusal> => {
  const found = meetings.find(({ value }) => value.id === id);
  return found === undefined ? err({ code: 'not-found' }) : ok(found);
};

/** Whether the four wrote down what an intake may bring to all of them, in the version that they accepted (TT-13). */
export const saysWhatIsBroughtIn = async (deps: Deps, engagement: Engagement): Promise<Result<boolean, Refusal>> => {
  if (!mayBook(engagement)) return ok(false);
  const written = await deps.engagements.terms(engagement.id);
  return written.ok ? ok((written.value[0]?.broughtIn ?? '').trim() !== '') : written;
};

/** Decides on the meetings as they are, and writes what has changed; of two who book at once, one has to look again. */
export const changeMeetings = (
  deps: Deps,
  asked: ChangesEngagement,
  decide: (mine: MyMeetings) => Promise<Result<readonly Written<Meeting>[], Refusal>> | Result<readonly Written<Meeting>[], Refusal>,
): Promise<Result<null, Refusal>> =>
  decideInEngagement(deps, asked, async () => {
    const mine = await myMeetings(deps, asked);
    if (!mine.ok) return mine;
    const meetings = await decide(mine.value);
    if (!meetings.ok) return meetings;
    const { engagementId } = asked;
    return ok(meetings.value.length === 0 ? null : { engagementId, engagement: mine.value.engagement, meetings: meetings.value });
  });

const marked = (found: Found<Meeting>): Found<Meeting> =>
  new Map([...found].map(([id, as]) => [id, (now: Meeting) => markedAs(now, as(now))]));

/** Writes down what was done or seen in Outlook, and nothing where nothing was. */
export const recordMeetings = (deps: Deps, about: AboutEngagement, found: Found<Meeting>): Promise<Result<null, Refusal>> =>
  found.size === 0
    ? Promise.resolve(ok(null))
    : changeMeetings(deps, { ...about, opId: operationId(deps.newId()) }, ({ meetings }) => ok(changedBy(marked(found), meetings)));
