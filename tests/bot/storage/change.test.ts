import { changeWithRetry } from '@coaching-pairs/bot/ports/change';
import type { Table } from '@coaching-pairs/bot/ports/store';
import { operationId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Store, startStore } from '../../store-harness.js';

let store: Store;
let table: Table;
beforeAll(async () => {
  store = await startStore();
  table = await store.table();
});
afterAll(() => store.stop());

type Seats = { readonly taken: number; readonly etag: string };
const read = async (partition: string): Promise<Seats> => {
  const row = await table.read(partition, 'seats');
  return { taken: Number(row?.fields['taken']), etag: row?.etag ?? '' };
};
const startWith = (partition: string): Promise<unknown> =>
  table.commit({ partition, writes: [{ kind: 'upsert', key: 'seats', fields: { taken: 0 } }] });

const takeSeat = (partition: string, who: string, seats: number): ReturnType<typeof changeWithRetry<Seats, Seats, { code: 'full' }>> =>
  changeWithRetry({
    read: () => read(partition),
    decide: (state): Result<Seats, { code: 'full' }> =>
      state.taken >= seats ? err({ code: 'full' }) : ok({ ...state, taken: state.taken + 1 }),
    commit: async ({ taken, etag }) => {
      const writes = [{ kind: 'replace', key: 'seats', fields: { taken }, etag } as const];
      return (await table.commit({ partition, opId: operationId(who), writes })).outcome;
    },
    attempts: 60,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds / 10)),
  });

describe('read, decide, commit', () => {
  it('[R-12] twenty people after five places: five have one, fifteen are told that it is full', async () => {
    await startWith('full');
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => takeSeat('full', `person-${index}`, 5)));
    expect(answers.filter(({ ok: done }) => done)).toHaveLength(5);
    expect(answers.filter((answer) => !answer.ok && answer.error.code === 'full')).toHaveLength(15);
    expect((await read('full')).taken).toBe(5);
  });

  it('[R-12] the same operation from twenty sides at once counts once', async () => {
    await startWith('same');
    const answers = await Promise.all(Array.from({ length: 20 }, () => takeSeat('same', 'priya', 30)));
    expect(answers.map((answer) => answer.ok && answer.value.outcome).sort()).toEqual([...Array(19).fill('alreadyCommitted'), 'committed']);
    expect((await read('same')).taken).toBe(1);
  });

  it('gives up after a bounded number of tries', async () => {
    let tries = 0;
    const answer = await changeWithRetry({
      read: async () => 0,
      decide: () => ok(1),
      commit: async () => {
        tries += 1;
        return 'conflict';
      },
      attempts: 3,
      sleep: async () => undefined,
    });
    expect([answer, tries]).toEqual([err({ code: 'too-busy' }), 3]);
  });
});
