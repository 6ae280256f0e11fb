import type { Instant, PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { type Engagement, type EngagementRefusal, type Frame, isAt, partyOf } from './engagement.js';

/** What a structure may be; these are bounds against slips of the pen, and nothing is filled in beforehand (TT-10). */
export const frameLimits = {
  sessions: { least: 1, most: 40 },
  minutes: { least: 15, most: 480 },
  everyWeeks: { least: 1, most: 26 },
} as const;

type Recommended = Pick<Frame, 'sessions' | 'minutes' | 'everyWeeks'> & {
  readonly by: PersonId;
  readonly at: Instant;
  /** The version that was shown when this was written; 0 where there was none. */
  readonly base: number;
};

/** A coach recommends number, length and cadence after the discovery call, or anew while both clients have not said yes (TT-10). */
export const recommendFrame = (engagement: Engagement, recommended: Recommended): Result<Engagement, EngagementRefusal> => {
  const { base, ...frame } = recommended;
  if (partyOf(engagement, frame.by) !== 'coach') return err({ code: 'two-two-not-yours' });
  if (!isAt(engagement, 'discovery', 'proposal')) return err({ code: 'two-two-wrong-state' });
  if ((engagement.frame?.version ?? 0) !== base) return err({ code: 'two-two-moved-on' });
  return ok({ ...engagement, state: 'proposal', frame: { ...frame, version: base + 1, acceptedBy: [] } });
};

/** Whether both clients have said yes to the structure as it stands (TT-10). */
export const isAgreedFrame = ({ frame, clientIds }: Pick<Engagement, 'frame' | 'clientIds'>): boolean =>
  frame !== null && clientIds.every((client) => frame.acceptedBy.includes(client));

/** A client's yes to the structure they were shown; with both of them it is agreed. Saying it again changes nothing. */
export const acceptFrame = (engagement: Engagement, by: PersonId, version: number): Result<Engagement, EngagementRefusal> => {
  const { frame } = engagement;
  if (partyOf(engagement, by) !== 'client') return err({ code: 'two-two-clients-decide' });
  if (frame === null || frame.version !== version) return err({ code: 'two-two-moved-on' });
  if (frame.acceptedBy.includes(by)) return ok(engagement);
  if (engagement.state !== 'proposal') return err({ code: 'two-two-wrong-state' });
  const next: Engagement = { ...engagement, frame: { ...frame, acceptedBy: [...frame.acceptedBy, by] } };
  return ok({ ...next, state: isAgreedFrame(next) ? 'agreed' : 'proposal' });
};
