import type { Instant, OperationId, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import type { Result } from '@coaching-pairs/shared/result';
import type { TooBusy } from './change.js';
import type { Json } from './store.js';

export const workKinds = [
  'read-directory',
  'draft-matches',
  'announce-kick-off',
  'open-invitations',
  'send-proposals',
  'announce-pairs',
  'ask-names',
  'pair-feedback',
  'announce-feedback',
] as const;
/** Long pieces of work; each may be interrupted at any point and goes on where it stopped. */
export type WorkKind = (typeof workKinds)[number];

const tellings: readonly WorkKind[] = ['announce-kick-off', 'open-invitations', 'announce-pairs', 'ask-names', 'announce-feedback'];
/** Moves the whole round on and tells everybody concerned: once begun it is never left half-way. */
export const isTelling = (kind: WorkKind): boolean => tellings.includes(kind);

export const workStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type WorkState = (typeof workStates)[number];

export type WorkProgress = {
  readonly done: number;
  /** Null while the size of the work is not known. */
  readonly total: number | null;
  /** A code for what is being done. */
  readonly phase: string;
};

export type Work = {
  readonly id: string;
  readonly roundId: RoundId;
  readonly kind: WorkKind;
  readonly by: PersonId;
  readonly startedAt: Instant;
  readonly state: WorkState;
  readonly progress: WorkProgress;
  /** What came of it, as data; null until it ended. */
  readonly report: Json | null;
  /** Why it failed, as the use case refused it; null otherwise. */
  readonly refusal: Json | null;
  /** It failed by faults, tried again and again, and not because a use case refused it. */
  readonly givenUp: boolean;
};

/** Another piece of work of the same round is under way. */
export type WorkRunning = { readonly code: 'work-running' };

export type NewWork = {
  readonly roundId: RoundId;
  readonly kind: WorkKind;
  readonly input: Json;
  /** The same operation starts the same work once. */
  readonly opId: OperationId;
  readonly by: PersonId;
};

/** Starts long work and tells how far it has come. */
export type Works = {
  /** One work of a round at a time, also of two begun at the same moment. */
  readonly start: (work: NewWork) => Promise<Result<Work, WorkRunning | TooBusy>>;
  readonly read: (roundId: RoundId, workId: string) => Promise<Work | null>;
  /** Of one round, newest first. */
  readonly list: (roundId: RoundId) => Promise<readonly Work[]>;
  /** Asks it to stop at the next step; what is done stays done. Telling that has begun goes on. */
  readonly cancel: (roundId: RoundId, workId: string) => Promise<Work | null>;
  /** Lets work that was given up go on where it stopped; any other stays as it is. */
  readonly resume: (roundId: RoundId, workId: string) => Promise<Result<Work, WorkRunning | TooBusy>>;
};

/** What a handler is given besides its input. */
export type WorkContext = {
  readonly work: Work;
  readonly progress: (progress: WorkProgress) => Promise<void>;
  /** What was saved before an interruption; null at the first run. */
  readonly resume: Json | null;
  readonly saveResume: (state: Json) => Promise<void>;
  readonly cancelled: () => boolean;
  /** Aborts once it is to end early: it was cancelled, was taken over, or the process stops. For what would take long until the next step. */
  readonly ending: AbortSignal;
};

/** `failed` carries a refusal as data; an exception is a fault and the work is tried again later. */
export type WorkEnd = { readonly kind: 'done'; readonly report: Json } | { readonly kind: 'failed'; readonly refusal: Json };

/** Does one kind of work; every step must be safe to repeat. */
export type WorkHandler = (input: Json, context: WorkContext) => Promise<WorkEnd>;
export type WorkHandlers = Readonly<Record<WorkKind, WorkHandler>>;
