import type { Instant, PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { type Engagement, type EngagementRefusal, isAt, partyOf } from './engagement.js';

/** What the two coaches write: who opens and leads, who watches what, what to hand over, and their debrief of how they worked together. */
export const coachesFields = ['opens', 'watches', 'handOver', 'debrief'] as const;
export type CoachesWords = Readonly<Record<(typeof coachesFields)[number], string>>;
export const noCoachesWords: CoachesWords = { opens: '', watches: '', handOver: '', debrief: '' };

/**
 * The one note that two coaches of an engagement have between them. What a client told one of them alone does not belong here: the page
 * says so, and no program can check it.
 */
export type CoachesNote = CoachesWords & { readonly version: number; readonly savedBy: PersonId; readonly savedAt: Instant };

/** Letters of each text. */
export const longestCoachesText = 2_000;

type Saving = CoachesWords & { readonly by: PersonId; readonly at: Instant; readonly base: number };

/** One of the two coaches writes it anew, over the version that they were shown. Refused when the other one was quicker. */
export const writeCoachesNote = (
  note: CoachesNote | null,
  engagement: Engagement,
  { by, at, base, ...words }: Saving,
): Result<CoachesNote, EngagementRefusal> => {
  if (partyOf(engagement, by) !== 'coach') return err({ code: 'two-two-not-yours' });
  if (isAt(engagement, 'enquiry', 'closed')) return err({ code: 'two-two-wrong-state' });
  if ((note?.version ?? 0) !== base) return err({ code: 'two-two-moved-on' });
  return ok({ ...words, version: base + 1, savedBy: by, savedAt: at });
};
