import { type Instant, type PersonId, personId, type RoundId } from '@coaching-pairs/shared/ids';

/** Somebody whom the directory has no more. */
export type Leaver = { readonly personId: PersonId; readonly noticedAt: Instant };

const calledThen = 'left-';
/** What stands where somebody stood who was erased, from so much chance. */
export const formerName = (chance: string): PersonId => personId(`${calledThen}${chance}`);
/** Whether an id is such a name: of whoever that was nothing can be found any more. */
export const isFormer = (id: PersonId): boolean => id.startsWith(calledThen);

/** Rows of the store; of what stood in them nothing is told. */
export type ErasedRows = { readonly deleted: number; readonly renamed: number };

/** Who has left, and what becomes of what is kept of them (C-09). */
export type LeaverStore = {
  readonly all: () => Promise<readonly Leaver[]>;
  readonly note: (leaver: Leaver) => Promise<void>;
  /** Notes for a while that they are erased whole, so that a backup from before does not bring them back. */
  readonly noteErased: (person: PersonId, at: Instant) => Promise<void>;
  /** They are back, or there is nothing of them any more. */
  readonly clear: (person: PersonId) => Promise<void>;
  /**
   * Deletes every row that is theirs alone, and puts a name made of chance in the place of their id in all others: of the organisation
   * and of these rounds. Their own name and address go with it. May be repeated and goes on under the same name.
   */
  readonly erase: (person: { readonly id: PersonId; readonly texts: readonly string[] }, rounds: readonly RoundId[]) => Promise<ErasedRows>;
};
