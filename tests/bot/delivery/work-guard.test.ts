import { startWorkRunner } from '@coaching-pairs/bot/delivery/work-runner';
import { worksOn } from '@coaching-pairs/bot/delivery/works';
import { roundPartition } from '@coaching-pairs/bot/ports/outbox';
import type { Table } from '@coaching-pairs/bot/ports/store';
import type { Work, WorkHandler, WorkKind } from '@coaching-pairs/bot/ports/works';
import { operationId, personId, type RoundId, roundId } from '@coaching-pairs/shared/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Store, startStore } from '../../store-harness.js';
import { movableClock, quietLog } from './delivery-harness.js';

let store: Store;
let table: Table;
let round: RoundId;
let clock: ReturnType<typeof movableClock>;
beforeAll(async () => {
  store = await startStore();
  table = await store.table();
});
afterAll(() => store.stop());
beforeEach(() => {
  clock = movableClock();
  round = roundId(crypto.randomUUID());
});

const begin = (op: string, kind: WorkKind = 'open-invitations', by = 'priya') =>
  worksOn(table, clock).start({ roundId: round, kind, input: null, opId: operationId(op), by: personId(by) });
const works = () => worksOn(table, clock).list(round);
const read = async (op: string): Promise<Work> => (await worksOn(table, clock).read(round, op)) ?? expect.unreachable();

/** Looks once for work and does it. */
const run = async (handler: WorkHandler): Promise<void> => {
  const partition = roundPartition(round);
  const runner = startWorkRunner({
    ...{ table, clock, log: quietLog, instance: 'one' },
    partitions: async function* () {
      yield partition;
    },
    handlers: { 'open-invitations': handler, 'draft-matches': handler },
    settings: { lookEvery: 3_600_000, heartbeatEvery: 3_600_000, retryAfter: 0 },
  });
  await runner.runNow();
  await runner.stop();
};
const done: WorkHandler = async () => ({ kind: 'done', report: null });
const broken: WorkHandler = async (_input, { saveResume, resume }) => {
  if (resume === null) await saveResume({ begun: true });
  throw Object.assign(new Error('away'), { code: 'store-unavailable' });
};
const giveUp = async (): Promise<void> => {
  for (let fault = 1; fault <= 6; fault += 1) {
    clock.advance(60_000);
    await run(broken);
  }
};

describe('of works of one round', () => {
  it('[R-12] begun at the same moment by twenty people, in two processes, exactly one begins; each of the others is told', async () => {
    for (let time = 1; time <= 5; time += 1) {
      round = roundId(crypto.randomUUID());
      const begun = await Promise.all(Array.from({ length: 20 }, (_, who) => begin(`op-${who}`, 'draft-matches', `person-${who}`)));
      expect(begun.filter((one) => one.ok)).toHaveLength(1);
      for (const one of begun) if (!one.ok) expect(one.error).toEqual({ code: 'work-running' });
      expect(await works()).toHaveLength(1);
    }
  });

  it('[R-11] begun at the same moment by one operation, each of its calls is answered with the one work', async () => {
    const begun = await Promise.all(Array.from({ length: 10 }, () => begin('same')));
    expect(begun.map((one) => (one.ok ? one.value.id : one.error))).toEqual(Array.from({ length: 10 }, () => 'same'));
    expect(await works()).toHaveLength(1);
  });

  it('one that has ended, however it did, holds up no other', async () => {
    const ends: readonly WorkHandler[] = [done, async () => ({ kind: 'failed', refusal: { code: 'nothing-to-send' } })];
    for (const [index, end] of ends.entries()) {
      expect(await begin(`op-${index}`)).toMatchObject({ ok: true });
      expect(await begin('other')).toEqual({ ok: false, error: { code: 'work-running' } });
      await run(end);
    }
    expect(await begin('last')).toMatchObject({ ok: true });
    await worksOn(table, clock).cancel(round, 'last');
    expect(await begin('after')).toMatchObject({ ok: true });
    expect(await works()).toHaveLength(4);
  });

  it('[R-13] one given up after faults goes on with what it had saved, as the same work, and not beside another', async () => {
    await begin('op');
    await giveUp();
    expect(await read('op')).toMatchObject({ state: 'failed', givenUp: true, refusal: { code: 'store-unavailable' } });
    await begin('other', 'draft-matches');
    expect(await worksOn(table, clock).resume(round, 'op')).toEqual({ ok: false, error: { code: 'work-running' } });
    await run(done);
    const [one, two] = await Promise.all([worksOn(table, clock).resume(round, 'op'), worksOn(table, clock).resume(round, 'op')]);
    for (const resumed of [one, two]) expect(resumed).toMatchObject({ ok: true, value: { id: 'op', state: 'waiting', givenUp: false } });
    expect(await begin('third')).toEqual({ ok: false, error: { code: 'work-running' } });
    let found: unknown;
    await run(async (_input, { resume }) => {
      found = resume;
      return { kind: 'done', report: null };
    });
    expect(found).toEqual({ begun: true });
    expect(await read('op')).toMatchObject({ state: 'done', refusal: null });
    expect(await worksOn(table, clock).resume(round, 'op')).toMatchObject({ ok: true, value: { state: 'done' } });
  });

  it('telling everybody is stopped before it has begun, never half-way: some would not hear that the round has moved on', async () => {
    await begin('op');
    expect(await worksOn(table, clock).cancel(round, 'op')).toMatchObject({ state: 'cancelled' });
    await begin('again');
    clock.advance(60_000);
    await run(broken);
    // Between two tries, when it waits.
    expect(await worksOn(table, clock).cancel(round, 'again')).toMatchObject({ state: 'waiting' });
    clock.advance(60_000);
    await run(done);
    expect(await read('again')).toMatchObject({ state: 'done' });
  });
});
