import type { PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import type { Proposal } from './proposal.js';

/** Whom a locked draft keeps together. */
export type LockedRefusal = { readonly code: 'draft-locked'; readonly personIds: readonly PersonId[] };

/** The drafts, where each may be taken apart or have its people changed; refused with whoever the first locked one keeps together. */
export const unlockedDrafts = <T extends Pick<Proposal, 'locked' | 'memberIds'>>(
  drafts: readonly T[],
): Result<readonly T[], LockedRefusal> => {
  const kept = drafts.find(({ locked }) => locked);
  return kept === undefined ? ok(drafts) : err({ code: 'draft-locked', personIds: kept.memberIds });
};
