import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';

/** How far a round's board has come, as opaque words that are equal only where nothing has changed. */
export type BoardMarks = {
  /** Changes with what everybody sees: a pair, somebody who joins or leaves, the freezing. */
  readonly shown: string;
  /** Changes with anything: also with what two ask each other. It is told to nobody. */
  readonly any: string;
};

/** What is new where partners are chosen in the open (tension 3), without reading a round again and again for every phone. */
export type Boards = {
  readonly marks: (round: RoundId) => Promise<BoardMarks>;
  /** What one person's own page is marked with; nobody else's asking changes it, so that its changing tells nothing of theirs. */
  readonly markOf: (shown: string, ownTag: string | null) => string;
  /** Whether this was their mark when this process last looked, a moment ago; false where nobody waits. Nothing is read for it. */
  readonly isCurrent: (round: RoundId, person: PersonId, known: string) => boolean;
  /** Their mark as soon as it is another than `known`, and the same one when nothing has come for a while. */
  readonly next: (round: RoundId, person: PersonId, known: string) => Promise<string>;
  /** Answers everybody who waits; nobody waits from now on, as the process goes. */
  readonly stop: () => void;
};
