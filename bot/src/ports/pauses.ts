import type { PersonId, PlainDate } from '@coaching-pairs/shared/ids';

/** Until which day people want no reminders: over all rounds, and known to nobody but themselves. */
export type Pauses = {
  readonly of: (person: PersonId) => Promise<PlainDate | null>;
  readonly all: () => Promise<ReadonlyMap<PersonId, PlainDate>>;
  /** Null takes the pause back. The last word counts. */
  readonly set: (person: PersonId, until: PlainDate | null) => Promise<void>;
  readonly forget: (people: readonly PersonId[]) => Promise<void>;
};
