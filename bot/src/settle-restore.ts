import { type Instant, instant, operationId } from '@coaching-pairs/shared/ids';
import type { Result } from '@coaching-pairs/shared/result';
import { goneAfterDays } from '@coaching-pairs/shared/retention/spans';
import type { Table } from './ports/store.js';
import { StartRefused } from './start-refused.js';
import { type ErasedPerson, erasedSince } from './storage/backup/erasures.js';
import { forgetRestored, readRestored } from './storage/backup/restored.js';
import type { Deps } from './workflows/deps.js';
import { eraseWhole, mustBeFollowed } from './workflows/leavers/erase-leaver.js';
import { eraseMine } from './workflows/my-data/erase-mine.js';
import type { Refusal } from './workflows/refusal.js';

/** So long ago that whoever is noted then is erased by the next look that finds them in charge of nothing. */
const longAgo = (now: Instant): Instant => instant(new Date(Date.parse(now) - (goneAfterDays + 2) * 24 * 3_600_000).toISOString());

/** The directory is not asked: it was, when they were erased the first time. */
const eraseAgain = async (deps: Deps, { personId, whole }: ErasedPerson): Promise<Result<unknown, Refusal>> => {
  const opId = operationId(deps.newId());
  if (whole && !(await mustBeFollowed(deps, personId))) return eraseWhole(deps, { personId, by: 'product', opId });
  if (whole) await deps.leavers.note({ personId, noticedAt: longAgo(deps.clock.now()) });
  return eraseMine(deps, { actor: { personId, name: '', opener: false }, opId });
};

/**
 * After a restore, and before anybody is served: what people had erased since the backup is erased again, and so is everybody who had
 * left (C-07, C-09). Their keys are gone already; this is for what is sealed with others' keys, or not at all. Whoever is in charge of an
 * open round once more keeps their place in it until somebody else is put there. Refused with `StartRefused` while the vault is away.
 */
export const settleRestore = async (deps: Deps, table: Table, leave: () => Promise<void>): Promise<void> => {
  const restored = await readRestored(table);
  if (restored === null) return;
  for (const person of await erasedSince(table, restored.from)) {
    const erased = await eraseAgain(deps, person);
    if (erased.ok) continue;
    await leave();
    throw new StartRefused(`What was erased since the backup is to be erased again first, and could not be: ${erased.error.code}.`);
  }
  await forgetRestored(table);
};
