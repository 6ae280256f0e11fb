import type { Instant, OperationId, PersonId } from '../ids.js';
import type { Proposal } from './proposal.js';

export const boardEditKinds = ['swap', 'pair', 'apart', 'lock', 'unlock'] as const;

/** One change of drafts by hand, kept so that it can be taken back: what it replaced, and what has stood in its place since. */
export type BoardEdit = {
  readonly id: OperationId;
  readonly kind: (typeof boardEditKinds)[number];
  /** Whom it was about: the two who changed places, else everybody in the match. */
  readonly personIds: readonly PersonId[];
  readonly by: PersonId;
  readonly at: Instant;
  readonly before: readonly Proposal[];
  readonly after: readonly Proposal[];
};
