import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engagementPartition, isOutboxKey, newMessage, outboxWrite } from '@coaching-pairs/bot/ports/outbox';
import { backUp } from '@coaching-pairs/bot/storage/backup/back-up';
import { restore } from '@coaching-pairs/bot/storage/backup/restore';
import { engagementId, instant, operationId } from '@coaching-pairs/shared/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../api/company.js';
import { memoryTable } from '../workflows/memory-table.js';
import { rowsOf } from './backup-tries.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const id = engagementId('e-1');
const [made, ...due] = ['09', '10', '11', '12'].map((hour) => instant(`2026-11-23T${hour}:00:00.000Z`));
const message = (dueAt: string) =>
  newMessage({
    ...{ engagementId: id, to: idOf('Ana'), kind: 'two-two-over', class: 'A', subject: {} },
    ...{ dueAt: instant(dueAt), opId: operationId(`over-${dueAt.slice(11, 13)}`) },
  });

describe('a message that waits', () => {
  it('[R-22] is held back if it was due by the restore, and else goes when it is due', async () => {
    const [source, target] = [memoryTable(), memoryTable()];
    await source.commit({ partition: engagementPartition(id), writes: due.map((dueAt) => outboxWrite(message(dueAt))) });
    const { folder: from } = await backUp(source, folder, made ?? instant(''));
    const clock = { now: () => due[1] ?? instant('') };
    expect(await restore({ table: target, clock, folder: from, over: false })).toMatchObject({ ok: true, value: { heldBack: 2 } });
    const waiting = (await rowsOf(source)).filter(({ fields }) => fields['dueAt'] === due[2]);
    const back = await rowsOf(target);
    expect(back.filter(({ key }) => isOutboxKey(key))).toEqual(waiting);
    expect(back.filter(({ key }) => key.startsWith('dead')).map(({ fields }) => fields['reason'])).toEqual([
      ...['perhaps-delivered', 'perhaps-delivered'],
    ]);
  });
});
