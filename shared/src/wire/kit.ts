import { z } from 'zod';
import { kitSheets, longestSheet } from '../guidance/kit.js';
import { InstantText, Named, OpId } from './parts.js';

/** The sheets that were rewritten for a round; the others are as they ship. */
export const Kit = z.object({
  sheets: z.array(z.object({ sheet: z.enum(kitSheets), text: z.string(), by: Named, at: InstantText })),
});
export type Kit = z.infer<typeof Kit>;

/** An empty text brings the original back. */
export const WriteKit = z.object({ opId: OpId, sheet: z.enum(kitSheets), text: z.string().max(longestSheet) });
