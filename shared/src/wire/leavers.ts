import { z } from 'zod';
import { Id, OpId } from './parts.js';

/** By the object id of a deleted account, as Entra shows it among deleted users. */
export const EraseLeaver = z.object({ opId: OpId, personId: Id });

/** What came of it, in rows; nothing of what stood in them is told to anybody (C-09). */
export const LeaverErased = z.object({
  outcome: z.enum(['erased', 'still-here', 'in-charge']),
  deleted: z.int(),
  renamed: z.int(),
});
export type LeaverErased = z.infer<typeof LeaverErased>;
