import type { PersonId, PlainDate } from '@coaching-pairs/shared/ids';

/** On which day an administrator last opened the tab, in UTC; `opener`: they held the role that may open rounds. */
export type Seen = { readonly personId: PersonId; readonly on: PlainDate; readonly opener: boolean };

/** Kept of administrators alone, by the day, to know whom to tell when something is broken. */
export type SeenStore = {
  /** Writes once a day for each of them. */
  readonly note: (seen: Seen) => Promise<void>;
  /** On that day they administered nothing: what was noted is deleted, looked for once a day. */
  readonly noteNone: (person: PersonId, on: PlainDate) => Promise<void>;
  readonly all: () => Promise<readonly Seen[]>;
  readonly forget: (person: PersonId) => Promise<void>;
};
