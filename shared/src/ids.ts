declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Entra object id of a person; opaque, compared only for equality. */
export type PersonId = Branded<'PersonId'>;
export type RoundId = Branded<'RoundId'>;
export type ProposalId = Branded<'ProposalId'>;
export type PairId = Branded<'PairId'>;
export type SessionId = Branded<'SessionId'>;
export type NoteId = Branded<'NoteId'>;
export type EngagementId = Branded<'EngagementId'>;
export type GoalId = Branded<'GoalId'>;
export type EntryId = Branded<'EntryId'>;
/** One intended change. A repeated operation with the same id has no second effect. */
export type OperationId = Branded<'OperationId'>;
/** A calendar instant as ISO 8601 in UTC with milliseconds, e.g. `2026-11-20T09:00:00.000Z`. */
export type Instant = Branded<'Instant'>;
/** A calendar date without time or zone, e.g. `2026-11-20`. */
export type PlainDate = Branded<'PlainDate'>;

/** Marks a string that an edge has already checked; never call it on unchecked input. */
export const personId = (value: string): PersonId => value as PersonId;
export const roundId = (value: string): RoundId => value as RoundId;
export const proposalId = (value: string): ProposalId => value as ProposalId;
export const pairId = (value: string): PairId => value as PairId;
export const sessionId = (value: string): SessionId => value as SessionId;
export const noteId = (value: string): NoteId => value as NoteId;
export const engagementId = (value: string): EngagementId => value as EngagementId;
export const goalId = (value: string): GoalId => value as GoalId;
export const entryId = (value: string): EntryId => value as EntryId;
export const operationId = (value: string): OperationId => value as OperationId;
export const instant = (value: string): Instant => value as Instant;
export const plainDate = (value: string): PlainDate => value as PlainDate;
