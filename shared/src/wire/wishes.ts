import { z } from 'zod';
import { mostClosely } from '../round/wishes.js';
import { Id, Named, OpId } from './parts.js';

/** Whom I have named for a round, in private: nobody else reads it, whatever their role (CP-21, CP-24c). */
export const MyWishes = z.object({
  /** Whether names may be added now; removing them is always possible. */
  open: z.boolean(),
  closely: z.array(Named),
  trusted: z.array(Named),
});
export type MyWishes = z.infer<typeof MyWishes>;

/** Both lists as they are to be from now on. */
export const SaveWishes = z.object({
  opId: OpId,
  closely: z.array(Id).max(2 * mostClosely),
  trusted: z.array(Id).max(2 * mostClosely),
});

/** People of the round by the beginning of a name, whatever they answered. */
export const PeopleToName = z.object({
  people: z.array(Named),
  /** Found beyond those. */
  more: z.int(),
});
export type PeopleToName = z.infer<typeof PeopleToName>;
