import { personId, type RoundId } from '@coaching-pairs/shared/ids';
import { OddChoice } from '@coaching-pairs/shared/wire/board';
import * as z from 'zod';
import type { Work } from '../ports/works.js';
import { KeptRelaxation } from './board-help.js';
import type { Deps } from './deps.js';

/** What becomes of one too many where nobody has chosen. */
export const trio: OddChoice = { kind: 'trio' };

/** What the drafting of matches is given. */
export const DraftInput = z.object({ odd: OddChoice.default(trio) });

/** Matches that are gone since the drafts before are named up to so many. */
export const mostGone = 100;

/** What the board shows of a draft: the proof in numbers, and who was left over and why; what was chosen for one too many, and what would help. */
export const DraftReport = z.object({
  matched: z.number(),
  value: z.number(),
  gap: z.number(),
  checkedPairs: z.number(),
  exact: z.boolean(),
  unmatched: z.array(z.object({ personId: z.string(), why: z.enum(['reserve', 'nobody-possible', 'declined', 'numbers', 'odd']) })),
  odd: OddChoice.default(trio),
  help: z.array(KeptRelaxation).default([]),
  unlocking: z.number().default(0),
  /** Beside the drafts before, where there were any; `fresh` are places in the list of what this drafting wrote. */
  changes: z
    .object({ kept: z.number(), fresh: z.array(z.number()), gone: z.array(z.array(z.string().transform(personId))), goneInAll: z.number() })
    .nullable()
    .default(null),
});
export type DraftReport = z.infer<typeof DraftReport>;

/** The last drafting of a round that has written what it found, and its report; null before the first. */
export const lastDraft = async (deps: Deps, id: RoundId): Promise<{ readonly work: Work; readonly report: DraftReport } | null> => {
  // One that was cancelled while it wrote has a report too: it wrote all it had found.
  const work = (await deps.works.list(id)).find(({ kind, report }) => kind === 'draft-matches' && report !== null);
  const parsed = DraftReport.safeParse(work?.report);
  return work !== undefined && parsed.success ? { work, report: parsed.data } : null;
};
