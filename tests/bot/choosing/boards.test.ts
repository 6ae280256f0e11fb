import { roundPartition } from '@coaching-pairs/bot/ports/outbox';
import { boardsOver, boardWrites } from '@coaching-pairs/bot/storage/boards';
import { operationId, personId, roundId } from '@coaching-pairs/shared/ids';
import { describe, expect, it } from 'vitest';
import { memoryTable } from '../workflows/memory-table.js';

const round = roundId('spring');
const [tom, lena] = [personId('tom'), personId('lena')];
const quick = { lookEvery: 2, patience: 25 };
/** Of a busy machine nothing is asked within a second. */
const soon = { timeout: 20_000 };

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

  it('is read once for all who look at the same moment, and never from before they looked', async () => {
    const table = memoryTable();
    let readings = 0;
    const read: typeof table.read = (...at) => {
      readings += 1;
      return table.read(...at);
    };
    const boards = boardsOver({ ...table, read }, quick);
    const first = boards.marks(round);
    await marked(table, 'everybody', 'a-pair');
    const later = Array.from({ length: 300 }, () => boards.marks(round));
    expect(new Set((await Promise.all(later)).map(({ shown }) => shown))).toEqual(new Set(['a-pair']));
    await first;
    // Two rows a reading: the one that was under way, and the one that all the others share.
    expect(readings).toBeLessThanOrEqual(4);
  });

  it('costs one small row a look while nothing changes, and nobody begins anew who comes back a little later', async () => {
    const table = memoryTable();
    const asked: string[] = [];
    const read: typeof table.read = (partition, key) => {
      asked.push(key);
      return table.read(partition, key);
    };
    const boards = boardsOver({ ...table, read }, { lookEvery: 2, patience: 5_000 });
    const known = boards.markOf('', null);
    const waiting = boards.next(round, tom, known);
    await expect.poll(() => boards.isCurrent(round, lena, known), soon).toBe(true);
    await marked(table, 'everybody', 'a-pair');
    const now = await waiting;
    // Nobody waits any more, and the board is still watched.
    await new Promise((resolve) => setTimeout(resolve, 30));
    asked.length = 0;
    expect(boards.isCurrent(round, lena, now)).toBe(true);
    await expect.poll(() => asked.length, soon).toBeGreaterThan(3);
    expect(new Set(asked)).toEqual(new Set(['board~any']));
    boards.stop();
    await expect.poll(() => boards.isCurrent(round, lena, now), soon).toBe(false);
  });

  it('costs no reading for whoever waits again for a mark that was just looked at', async () => {
    const table = memoryTable();
    const asked: string[] = [];
    const read: typeof table.read = (partition, key) => {
      asked.push(key);
      return table.read(partition, key);
    };
    const boards = boardsOver({ ...table, read }, { lookEvery: 2, patience: 60_000 });
    const known = boards.markOf('', null);
    const waiting = [boards.next(round, tom, known)];
    await expect.poll(() => boards.isCurrent(round, lena, known), soon).toBe(true);
    asked.length = 0;
    waiting.push(boards.next(round, lena, known));
    expect(asked).toEqual([]);
    expect(boards.isCurrent(round, lena, 'another')).toBe(false);
    await marked(table, 'everybody', 'a-pair');
    expect(await Promise.all(waiting)).toEqual([boards.markOf('a-pair', null), boards.markOf('a-pair', null)]);
  });
});
