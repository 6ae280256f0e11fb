import type { Instant, PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { type Engagement, type EngagementRefusal, isAt, partyOf } from './engagement.js';

/** All that a sponsor is ever told in words: what bears on managing and leading the team, never what somebody said (TT-33, TT-62). */
export type SummaryWords = { readonly observations: string; readonly takeAways: string };

type Draft = SummaryWords & {
  readonly version: number;
  readonly by: PersonId;
  readonly at: Instant;
  /** Clients who have said yes to exactly these words. */
  readonly approvedBy: readonly PersonId[];
};

/** What coaches write for the sponsor, and what of it both clients have let go out. */
export type Summary = {
  readonly draft: Draft | null;
  readonly released: (SummaryWords & { readonly version: number; readonly at: Instant }) | null;
};
export const noSummary: Summary = { draft: null, released: null };

/** Letters of each text. */
export const longestSummary = 3_000;

const duringIt = (engagement: Engagement): EngagementRefusal | null => {
  if (engagement.sponsorId === null) return { code: 'two-two-no-sponsor' };
  return isAt(engagement, 'active', 'closing') ? null : { code: 'two-two-wrong-state' };
};

/** A coach words a summary, or words it anew; then both clients are asked anew, and what went out before stays (TT-62). */
export const wordSummary = (
  summary: Summary,
  engagement: Engagement,
  asked: SummaryWords & { readonly by: PersonId; readonly at: Instant; readonly base: number },
): Result<Summary, EngagementRefusal> => {
  const { observations, takeAways, by, at, base } = asked;
  if (partyOf(engagement, by) !== 'coach') return err({ code: 'two-two-not-yours' });
  const refused = duringIt(engagement);
  if (refused !== null) return err(refused);
  if (versionOf(summary) !== base) return err({ code: 'two-two-moved-on' });
  if (observations.trim() === '' && takeAways.trim() === '') return err({ code: 'two-two-nothing-written' });
  return ok({ ...summary, draft: { version: base + 1, observations, takeAways, by, at, approvedBy: [] } });
};

/** Of what was worded last; 0 before. */
export const versionOf = ({ draft, released }: Summary): number => Math.max(draft?.version ?? 0, released?.version ?? 0);

/** A client's yes to the exact wording they were shown; with both of them it goes out to the sponsor (TT-62). */
export const approveSummary = (
  summary: Summary,
  engagement: Engagement,
  { by, version, at }: { readonly by: PersonId; readonly version: number; readonly at: Instant },
): Result<Summary, EngagementRefusal> => {
  if (partyOf(engagement, by) !== 'client') return err({ code: 'two-two-clients-decide' });
  const refused = duringIt(engagement);
  if (refused !== null) return err(refused);
  const { draft } = summary;
  if (draft === null) return summary.released?.version === version ? ok(summary) : err({ code: 'two-two-moved-on' });
  if (draft.version !== version) return err({ code: 'two-two-moved-on' });
  const approvedBy = [...new Set([...draft.approvedBy, by])];
  if (!engagement.clientIds.every((client) => approvedBy.includes(client))) return ok({ ...summary, draft: { ...draft, approvedBy } });
  const { observations, takeAways } = draft;
  return ok({ draft: null, released: { observations, takeAways, version, at } });
};

/** A client takes their yes back while the other has not said theirs; nobody else sees that it was there. */
export const takeBackApproval = (summary: Summary, engagement: Engagement, by: PersonId): Result<Summary, EngagementRefusal> => {
  if (partyOf(engagement, by) !== 'client') return err({ code: 'two-two-clients-decide' });
  const refused = duringIt(engagement);
  if (refused !== null) return err(refused);
  const { draft } = summary;
  if (draft === null) return err({ code: 'two-two-moved-on' });
  return ok({ ...summary, draft: { ...draft, approvedBy: draft.approvedBy.filter((client) => client !== by) } });
};
