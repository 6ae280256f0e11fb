import { roundPartition } from '@coaching-pairs/bot/ports/outbox';
import { boardsOver, boardWrites } from '@coaching-pairs/bot/storage/boards';
import { operationId, personId, roundId } from '@coaching-pairs/shared/ids';
import { describe, expect, it } from 'vitest';
import { memoryTable } from '../workflows/memory-table.js';

const round = roundId('spring');
const [tom, lena] = [personId('tom'), personId('lena')];
const quick = { lookEvery: 2, patience: 25 };

const marked = (table: ReturnType<typeof memoryTable>, board: 'everybody' | 'theirs', at: string) =>
  table.commit({ partition: roundPartition(round), writes: boardWrites({ roundId: round, opId: operationId(at), board, audit: [] }) });

describe('waiting for what is new on a board', () => {
  it('ends after a while with what was known, and at once where that is old', async () => {
    const boards = boardsOver(memoryTable(), quick);
    const known = boards.markOf('', null);
    expect(await boards.next(round, tom, known)).toBe(known);
    expect(await boards.next(round, tom, 'another')).toBe(known);
  });

  it('ends for everybody when a pair forms, and for nobody when others ask each other', async () => {
    const table = memoryTable();
    const boards = boardsOver(table, { ...quick, patience: 60_000 });
    const known = boards.markOf('', null);
    const waiting = [boards.next(round, tom, known), boards.next(round, lena, known)];
    let ended = 0;
    for (const one of waiting) void one.then(() => (ended += 1));
    await marked(table, 'theirs', 'an-ask');
    await expect.poll(async () => (await boards.marks(round)).any).toBe('an-ask');
    expect(ended).toBe(0);
    await marked(table, 'everybody', 'a-pair');
    expect(new Set(await Promise.all(waiting))).toEqual(new Set([boards.markOf('a-pair', null)]));
  });

  it('is answered with the fault where the store cannot be read, and goes on for whoever asks again', async () => {
    const table = memoryTable();
    let away = false;
    const read: typeof table.read = (...at) => (away ? Promise.reject(new Error('away')) : table.read(...at));
    const boards = boardsOver({ ...table, read }, { ...quick, patience: 60_000 });
    const known = boards.markOf('', null);
    const waiting = boards.next(round, tom, known);
    await Promise.resolve();
    away = true;
    await expect(waiting).rejects.toThrow('away');
    away = false;
    const again = boards.next(round, tom, known);
    await marked(table, 'everybody', 'a-pair');
    expect(await again).toBe(boards.markOf('a-pair', null));
  });
});
