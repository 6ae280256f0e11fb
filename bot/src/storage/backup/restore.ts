import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Instant } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Restored, RestoreRefused } from '../../ports/backups.js';
import type { Clock } from '../../ports/clock.js';
import { senderPlace } from '../../ports/health.js';
import { finishedKey, isOutboxKey, outboxFields, parseOutboxRow } from '../../ports/outbox.js';
import type { Table, Write } from '../../ports/store.js';
import { form } from '../migrations/form.js';
import { runningProcesses } from '../migrations/processes.js';
import { changeStored, storedPartition } from '../migrations/stored-form.js';
import { dataKeyRow, dataKeysPartition } from '../sealing/data-key-row.js';
import { removeInSteps } from '../table/in-steps.js';
import { placesIn } from './back-up.js';
import { destroyedIn, destroyedKeys } from './erasures.js';
import {
  checksumOf,
  type KeptRow,
  type Keys,
  keysFile,
  type Manifest,
  manifestFile,
  readKeys,
  readManifest,
  rowsFile,
  rowsIn,
} from './files.js';
import { restoredWrite } from './restored.js';

type Asked = { readonly table: Table; readonly clock: Clock; readonly folder: string; readonly over: boolean };

/** At most so many characters in a batch, which may have four megabytes. */
const longestBatch = 1_000_000;
const rowsPerBatch = 100;

type Put = Extract<Write, { kind: 'upsert' }>;

const writing = (table: Table) => {
  let [partition, writes, length]: [string, Put[], number] = ['', [], 0];
  const flush = async (): Promise<void> => {
    if (writes.length > 0) await table.commit({ partition, writes });
    writes = [];
    length = 0;
  };
  return {
    flush,
    put: async (place: string, write: Put): Promise<void> => {
      const more = JSON.stringify(write.fields).length;
      if (place !== partition || writes.length >= rowsPerBatch || length + more > longestBatch) await flush();
      partition = place;
      writes.push(write);
      length += more;
    },
  };
};

/** The row as it comes back; a message that is due may have gone since then, and is not sent again by itself. */
const asRestored = ({ partition, key, fields }: KeptRow, now: Instant): { readonly write: Put; readonly held: boolean } => {
  const message = isOutboxKey(key) ? parseOutboxRow({ partition, key, fields, etag: '' }) : null;
  if (message?.ok !== true || message.value.dueAt > now) return { write: { kind: 'upsert', key, fields }, held: false };
  const gone = { state: 'dead', reason: 'perhaps-delivered', possibleDuplicate: true, claimedBy: null, claimedUntil: null } as const;
  const dead = { ...message.value, ...gone, finishedAt: now };
  return { write: { kind: 'upsert', key: finishedKey(dead), fields: outboxFields(dead) }, held: true };
};

/** Whether anything is there but what a process writes that starts on an empty table. */
const isEmpty = async (table: Table): Promise<boolean> => (await placesIn(table)).every((place) => place === senderPlace.partition);

const checked = async ({
  table,
  clock,
  folder,
  over,
}: Asked): Promise<Result<{ readonly manifest: Manifest; readonly keys: Keys }, RestoreRefused>> => {
  const manifest = await readManifest(join(folder, manifestFile));
  if (manifest === null) return err({ code: 'no-backup' });
  if ((await checksumOf(join(folder, rowsFile))) !== manifest.sha256) return err({ code: 'damaged', file: rowsFile });
  const keys = await readKeys(join(dirname(folder), keysFile));
  if (keys === null || keys.madeAt < manifest.madeAt) return err({ code: 'damaged', file: keysFile });
  if (manifest.form > form.reads) return err({ code: 'too-new', form: manifest.form, reads: form.reads });
  const running = await runningProcesses(table, clock);
  if (running.length > 0) return err({ code: 'running', count: running.length });
  return over || (await isEmpty(table)) ? ok({ manifest, keys }) : err({ code: 'not-empty' });
};

/** The keys of the file but those that were destroyed, as the file or the table knows; and all that either knows of erasures. */
const putKeys = async (table: Table, { rows }: Keys, put: ReturnType<typeof writing>['put']): Promise<number> => {
  const gone = new Set([...(await destroyedKeys(table)), ...rows.flatMap((row) => destroyedIn(row) ?? [])]);
  let count = 0;
  for (const { partition, key, fields } of rows) {
    if (partition === dataKeysPartition && gone.has(dataKeyRow.read({ partition, key, fields, etag: '' }).value.id)) continue;
    await put(partition, { kind: 'upsert', key, fields });
    count += partition === dataKeysPartition ? 1 : 0;
  }
  return count;
};

/**
 * Brings a backup back, over what is there only when told so. Data keys come from the newest file of keys, less those that were
 * destroyed since: what they sealed stays closed, whatever rows come back (C-07). What else people erased is erased again when the
 * product starts. May be repeated after a fault, with `over`; until it has come to its end the product does not start.
 */
export const restore = async (asked: Asked): Promise<Result<Restored, RestoreRefused>> => {
  const found = await checked(asked);
  if (!found.ok) return found;
  const { table, clock, folder } = asked;
  const { manifest, keys } = found.value;
  const { put, flush } = writing(table);
  const mark = async (finished: boolean): Promise<void> => {
    await put(storedPartition, restoredWrite({ from: manifest.madeAt, finished }));
    await flush();
  };
  await mark(false);
  for (const place of await placesIn(table)) await removeInSteps(table, place, '');
  await changeStored(table, manifest.form, () => ({ written: manifest.form, settled: 1, turn: randomUUID() }));
  const counts = { rows: 0, heldBack: 0, keys: await putKeys(table, keys, put) };
  for await (const row of rowsIn(join(folder, rowsFile))) {
    const { write, held } = asRestored(row, clock.now());
    await put(row.partition, write);
    counts.rows += 1;
    counts.heldBack += held ? 1 : 0;
  }
  await flush();
  await mark(true);
  return ok(counts);
};
