import { createHash } from 'node:crypto';
import { promises } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '@coaching-pairs/shared/ids';
import type { BackedUp } from '../../ports/backups.js';
import type { Row, Table } from '../../ports/store.js';
import { readStored, storedPartition } from '../migrations/stored-form.js';
import { dataKeysPartition } from '../sealing/data-key-row.js';
import { erasuresPartition } from './erasures.js';
import { everyRow } from './every-row.js';
import { keysFile, lineOf, type Manifest, manifestFile, rowsFile, writeKeys, writeManifest } from './files.js';

/** What is never in a backup, only in the one file of keys: data keys, and what was erased. */
const keptApart: readonly string[] = [dataKeysPartition, erasuresPartition];

/** The partitions that a backup holds. */
export const placesIn = async (table: Table): Promise<readonly string[]> => {
  const places = new Set<string>();
  for await (const { partition } of everyRow(table)) places.add(partition);
  return [...places].filter((place) => !keptApart.includes(place) && place !== storedPartition).sort();
};

const rowsAt = async (table: Table, partition: string): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for await (const row of table.list(partition, { prefix: '' })) rows.push(row);
  return rows.sort((one, other) => (one.key < other.key ? -1 : 1));
};

const tagsOf = (rows: readonly Row[]): string => rows.map(({ key, etag }) => `${key} ${etag}`).join('\n');

const mostLooks = 6;

/**
 * A partition as it was at one moment. A change is one batch of one partition, and a list is no snapshot: two lists that are alike show
 * that nothing came between them. Where it never keeps still, the last list, and `still` is false.
 */
const partitionAt = async (table: Table, partition: string): Promise<{ readonly rows: readonly Row[]; readonly still: boolean }> => {
  let rows = await rowsAt(table, partition);
  for (let look = 1; look < mostLooks; look += 1) {
    const now = await rowsAt(table, partition);
    if (tagsOf(now) === tagsOf(rows)) return { rows, still: true };
    rows = now;
  }
  return { rows, still: false };
};

/** Keys and erasures as they are now, in place of those that lay there before: what is destroyed must not stay in a file. */
export const backUpKeys = async (table: Table, folder: string, now: Instant): Promise<number> => {
  const rows: Row[] = [];
  for (const place of keptApart) rows.push(...(await rowsAt(table, place)));
  await promises.mkdir(folder, { recursive: true, mode: 0o700 });
  await writeKeys(join(folder, keysFile), { madeAt: now, rows });
  return rows.length;
};

const folderName = (now: Instant): string => now.replace(/\.\d+Z$/u, 'Z').replaceAll(':', '-');

/**
 * Everything but the keys into a folder of its own below `folder`, and the keys as they are at the end into the one file of all backups.
 * The product may go on meanwhile. The manifest comes last: without it a folder is no backup.
 */
export const backUp = async (table: Table, folder: string, now: Instant): Promise<BackedUp> => {
  const own = join(folder, folderName(now));
  await promises.mkdir(own, { recursive: true, mode: 0o700 });
  // Before any row is read, so that none can be of a newer form than it says.
  const { written: form } = await readStored(table, 1);
  const places = await placesIn(table);
  const file = await promises.open(join(own, rowsFile), 'wx', 0o600);
  const hash = createHash('sha256');
  const counts = { rows: 0, moving: 0 };
  try {
    for (const place of places) {
      const { rows, still } = await partitionAt(table, place);
      counts.rows += rows.length;
      counts.moving += still ? 0 : 1;
      for (const row of rows) {
        const line = lineOf(row);
        hash.update(line);
        await file.write(line);
      }
    }
    await file.sync();
  } finally {
    await file.close();
  }
  await backUpKeys(table, folder, now);
  const manifest: Manifest = {
    product: 'coaching-pairs',
    madeAt: now,
    form,
    partitions: places.length,
    ...counts,
    sha256: hash.digest('hex'),
  };
  await writeManifest(join(own, manifestFile), manifest);
  return { folder: own, partitions: places.length, ...counts };
};
