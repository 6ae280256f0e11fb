import { AzureCliCredential } from '@azure/identity';
import { instant } from '@coaching-pairs/shared/ids';
import { backupCommand, restoreCommand } from './cli/backup.js';
import type { Surroundings } from './cli/match.js';
import type { Backups } from './ports/backups.js';
import type { Clock } from './ports/clock.js';
import { backUp, backUpKeys } from './storage/backup/back-up.js';
import { restore } from './storage/backup/restore.js';
import { openTableAt } from './stores.js';

/** A table as a whole, in the name of whoever is signed in to the Azure CLI. */
const opened = async (tableUrl: string, clock: Clock): Promise<Backups> => {
  const table = await openTableAt(tableUrl, new AzureCliCredential());
  return {
    backUp: (folder, now) => backUp(table, folder, now),
    backUpKeys: (folder, now) => backUpKeys(table, folder, now),
    restore: (folder, over) => restore({ table, clock, folder, over }),
  };
};

const clock: Clock = { now: () => instant(new Date().toISOString()) };
const open = (tableUrl: string): Promise<Backups> => opened(tableUrl, clock);

export const runBackup = (surroundings: Surroundings): Promise<number> => backupCommand({ ...surroundings, open });
export const runRestore = (surroundings: Surroundings): Promise<number> => restoreCommand({ ...surroundings, open });
