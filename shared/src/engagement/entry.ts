import type { EntryId, Instant, OperationId, PersonId } from '../ids.js';
import { type Engagement, fourOf, heldWith } from './engagement.js';

/**
 * Who reads an entry besides its author: nobody; a client and the coach who holds them; all four (TT-60). Each names
 * `twoTwo.audience.<audience>`. What the two coaches settle between them has a place of its own, `coaches-note.ts`.
 */
export const audiences = ['only-me', 'held', 'all-four'] as const;
export type Audience = (typeof audiences)[number];

export type Entry = {
  readonly id: EntryId;
  readonly authorId: PersonId;
  /** Private unless its author chose otherwise (TT-60). */
  readonly audience: Audience;
  readonly text: string;
  readonly changedAt: Instant;
  /** The change that made it what it is. */
  readonly opId: OperationId;
};

/** Letters of one entry, and entries of one author in one engagement. */
export const entryLimits = { text: 10_000, entries: 200 } as const;

/**
 * Between whom somebody may choose; while there are no coaches a client writes for themselves alone. Empty for anybody who is not one of
 * the four.
 */
export const audiencesFor = (engagement: Engagement, author: PersonId): readonly Audience[] => {
  if (!fourOf(engagement).includes(author)) return [];
  return engagement.holdings.length === 0 ? ['only-me'] : audiences;
};

/** Those who read it, its author first. What was shared in an engagement that is over is its author's alone again. */
export const readersOf = (engagement: Engagement, { authorId, audience }: Pick<Entry, 'authorId' | 'audience'>): readonly PersonId[] => {
  if (engagement.state === 'closed' || !audiencesFor(engagement, authorId).includes(audience)) return [authorId];
  const held = heldWith(engagement, authorId);
  const others = {
    'only-me': [],
    held: held === null ? [] : [held],
    'all-four': fourOf(engagement),
  } satisfies Record<Audience, readonly PersonId[]>;
  return [authorId, ...others[audience].filter((id) => id !== authorId)];
};

/** Whether somebody reads an entry: one coach never what the other one's client wrote to them (TT-60). */
export const mayRead = (engagement: Engagement, entry: Pick<Entry, 'authorId' | 'audience'>, reader: PersonId): boolean =>
  readersOf(engagement, entry).includes(reader);
