import type { Book } from '@coaching-pairs/shared/audit/acts';
import type { Beginning, ChainFault, Head, Link } from '@coaching-pairs/shared/audit/chain';
import type { Instant, OperationId, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import type { Result } from '@coaching-pairs/shared/result';
import { roundPartition } from './outbox.js';
import type { AuditEntry } from './rounds.js';
import type { SealingTrouble } from './sealing.js';

/** Where acts are written: the partition of a round, or that of what belongs to all rounds. */
export type AuditPlace = string;

export const organisationPlace: AuditPlace = 'organisation';
/** 2:2 Coaching, apart from every round. */
export const twoTwoPlace: AuditPlace = 'two-two';
export const auditPlaceOf = (id: RoundId): AuditPlace => roundPartition(id);

/** What administrators may read: acts in their places of the chain, and those of the last minute, which have none yet. */
export type OpenBook = {
  readonly beginning: Beginning;
  readonly links: readonly Link[];
  /** Null before anything was sealed. */
  readonly head: Head | null;
  readonly sealedAt: Instant | null;
  readonly waiting: readonly AuditEntry[];
};

export type BookFault = ChainFault | { readonly code: 'seal-broken'; readonly seq: number };

/** What came of following one book from its beginning to its seal. */
export type BookCheck = { readonly book: Book; readonly fault: BookFault | null };

export type PlaceCheck = {
  readonly books: readonly BookCheck[];
  /** When the oldest act was done that is not sealed yet; of a discreet one nothing until sealing has stopped, and then its hour. */
  readonly waitingSince: Instant | null;
};

/** `seal-broken`: what was sealed before is not as it was, so that nothing is added to it. */
export type SealRefusal = SealingTrouble | { readonly code: 'seal-broken' };

/** The acts of the audit as a chain (S-20). Acts are written by whoever changes something; here they are put in order and sealed. */
export type AuditTrail = {
  /** An act that belongs to no change of a round; the same operation notes it once. */
  readonly note: (place: AuditPlace, opId: OperationId, entry: AuditEntry) => Promise<void>;
  readonly open: (place: AuditPlace) => Promise<OpenBook>;
  /** Chains what waits, in steps that are each whole; answers how many acts. Several may run at once, and one wins. */
  readonly seal: (place: AuditPlace) => Promise<Result<number, SealRefusal>>;
  readonly check: (place: AuditPlace) => Promise<Result<PlaceCheck, SealingTrouble>>;
  /** Deletes what is older, from the beginning of each book (C-10); answers how many acts. */
  readonly prune: (place: AuditPlace, before: Instant) => Promise<Result<number, SealRefusal>>;
  /** Who stands in the books by which name. */
  readonly people: () => Promise<ReadonlyMap<string, PersonId>>;
  /** From then on nobody can tell whose acts these were; what waits is to be sealed before (C-09). */
  readonly forget: (person: PersonId) => Promise<void>;
};
