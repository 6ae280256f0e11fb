import type { Coach, CoachId } from '@coaching-pairs/shared/coaches/coach';
import type { Programme } from '@coaching-pairs/shared/coaches/programme';
import type { OperationId } from '@coaching-pairs/shared/ids';
import type { AuditEntry, Versioned, Written } from './rounds.js';
import type { CommitOutcome } from './store.js';

/** One change, with the act that is written with it. */
export type RegisterChange = {
  readonly opId: OperationId;
  readonly audit: AuditEntry;
  readonly programme?: Written<Programme>;
  readonly coach?: Written<Coach>;
  readonly removed?: Versioned<Coach>;
};

/** Whether 2:2 Coaching is offered, and who of the register may be asked for it. */
export type CoachRegister = {
  /** The tag is null before anybody has switched anything. */
  readonly programme: () => Promise<Written<Programme>>;
  /** In the order of their ids. */
  readonly all: () => Promise<readonly Versioned<Coach>[]>;
  readonly one: (id: CoachId) => Promise<Versioned<Coach> | null>;
  readonly commit: (change: RegisterChange) => Promise<CommitOutcome>;
  /** Writes one entry that nobody needs to know of, and tells nothing of it; a conflict where it was changed or taken out meanwhile. */
  readonly hold: (coach: Versioned<Coach>) => Promise<CommitOutcome>;
};
