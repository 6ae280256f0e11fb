import { operationId } from '@coaching-pairs/shared/ids';
import type { Table } from './ports/store.js';
import { StartRefused } from './start-refused.js';
import { erasedSince } from './storage/backup/erasures.js';
import { forgetRestored, readRestored } from './storage/backup/restored.js';
import type { Deps } from './workflows/deps.js';
import { eraseMine } from './workflows/my-data/erase-mine.js';

/**
 * After a restore, and before anybody is served: what people had erased since the backup is erased again (C-07, C-09). Their keys are
 * gone already; this is for what is sealed with others' keys, or not at all. Refused with `StartRefused` while the vault is away.
 */
export const settleRestore = async (deps: Deps, table: Table, leave: () => Promise<void>): Promise<void> => {
  const restored = await readRestored(table);
  if (restored === null) return;
  for (const personId of await erasedSince(table, restored.from)) {
    const actor = { personId, name: '', opener: false };
    const erased = await eraseMine(deps, { actor, opId: operationId(deps.newId()) });
    if (erased.ok) continue;
    await leave();
    throw new StartRefused(`What people had erased since the backup is to be erased again first, and could not be: ${erased.error.code}.`);
  }
  await forgetRestored(table);
};
