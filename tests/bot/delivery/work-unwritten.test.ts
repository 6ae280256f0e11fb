import { startWorkRunner } from '@coaching-pairs/bot/delivery/work-runner';
import { worksOn } from '@coaching-pairs/bot/delivery/works';
import { roundPartition } from '@coaching-pairs/bot/ports/outbox';
import { storeFault, type Table } from '@coaching-pairs/bot/ports/store';
import { operationId, personId, roundId } from '@coaching-pairs/shared/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Store, startStore } from '../../store-harness.js';
import { aMoment, briefSleep, eventually, movableClock, quietLog } from './delivery-harness.js';

let store: Store;
beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());

describe('a long piece of work whose end could not be written down', () => {
  it('[R-13] is not stuck: the same process goes on with it when the store is back', async () => {
    const table = await store.table();
    const clock = movableClock();
    const round = roundId(crypto.randomUUID());
    const works = worksOn(table, clock);
    await works.start({ roundId: round, kind: 'open-invitations', input: null, opId: operationId('op'), by: personId('priya') });
    const runs: unknown[] = [];
    let away = false;
    const swap: Table['swap'] = (row, fields) =>
      away ? Promise.reject(storeFault('store-unavailable', row.key)) : table.swap(row, fields);
    const runner = startWorkRunner({
      table: { ...table, swap },
      clock,
      log: quietLog,
      instance: 'one',
      partitions: async function* () {
        yield roundPartition(round);
      },
      handlers: {
        'open-invitations': async (_input, { resume, saveResume }) => {
          runs.push(resume);
          if (resume === null) await saveResume('half-way');
          away = runs.length === 1;
          return { kind: 'done', report: runs.length };
        },
      },
      sleep: briefSleep,
      settings: { lookEvery: 10, heartbeatEvery: 10 },
    });
    const state = async (): Promise<string | undefined> => (await works.read(round, 'op'))?.state;
    await eventually(() => expect(away).toBe(true));
    await aMoment();
    expect([await state(), runs]).toEqual(['running', [null]]);
    away = false;
    await eventually(async () => expect(await state()).toBe('done'));
    expect(runs).toEqual([null, 'half-way']);
    await runner.stop();
  });
});
