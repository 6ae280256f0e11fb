import type { NoteId, PairId, PersonId } from '@coaching-pairs/shared/ids';
import type { Note } from '@coaching-pairs/shared/notes/note';
import type { Result } from '@coaching-pairs/shared/result';
import type { Versioned, Written } from './rounds.js';
import type { SealingTrouble } from './sealing.js';

export type NotesFound = {
  readonly notes: readonly Versioned<Note>[];
  /** Rows that are there and do not open. */
  readonly unreadable: number;
};

type Opened<T> = Promise<Result<T, SealingTrouble>>;

/** Notes, sealed with a key of their author's own; each author's lie together and apart from everybody else's (C-07). */
export type NoteStore = {
  readonly all: (author: PersonId) => Opened<NotesFound>;
  /** Those that the author shares in this pair. */
  readonly sharedIn: (author: PersonId, pair: PairId) => Opened<readonly Note[]>;
  readonly one: (author: PersonId, id: NoteId) => Opened<Versioned<Note> | null>;
  /** Null: somebody else changed it meanwhile, or it is there already, or no longer. Else it with its new tag. */
  readonly write: (author: PersonId, written: Written<Note>) => Opened<Versioned<Note> | null>;
  /** False when it was changed meanwhile; true too when it is gone already. */
  readonly remove: (author: PersonId, id: NoteId, etag: string) => Promise<boolean>;
  /** Destroys the author's key, then their rows (C-07). */
  readonly erase: (author: PersonId) => Promise<void>;
};
