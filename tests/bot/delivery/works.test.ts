import { realSleep } from '@coaching-pairs/bot/delivery/moments';
import { startWorkRunner, type WorkRunner, type WorkRunnerDeps } from '@coaching-pairs/bot/delivery/work-runner';
import { worksOn } from '@coaching-pairs/bot/delivery/works';
import { roundPartition } from '@coaching-pairs/bot/ports/outbox';
import type { Table } from '@coaching-pairs/bot/ports/store';
import type { Work, WorkHandler, WorkKind, Works } from '@coaching-pairs/bot/ports/works';
import { operationId, personId, type RoundId, roundId } from '@coaching-pairs/shared/ids';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Store, startStore } from '../../store-harness.js';
import { aMoment, briefSleep, eventually, mortal, movableClock, quietLog } from './delivery-harness.js';

let store: Store;
let table: Table;
let works: Works;
let round: RoundId;
let clock: ReturnType<typeof movableClock>;
const runners: WorkRunner[] = [];
beforeAll(async () => {
  store = await startStore();
  table = await store.table();
});
afterAll(() => store.stop());
beforeEach(() => {
  clock = movableClock();
  works = worksOn(table, clock);
  round = roundId(crypto.randomUUID());
});
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
});

const asked = (op: string, kind: WorkKind = 'draft-matches') =>
  works.start({ roundId: round, kind, input: { people: 3 }, opId: operationId(op), by: personId('priya') });
const begin = async (op = 'op', kind?: WorkKind): Promise<Work> => {
  const begun = await asked(op, kind);
  return begun.ok ? begun.value : expect.unreachable(begun.error.code);
};
const read = async (): Promise<Work> => (await works.read(round, 'op')) ?? expect.unreachable();
const state = async (): Promise<string> => (await read()).state;

const run = (handler: WorkHandler, more: Partial<WorkRunnerDeps> & { life?: { dead: boolean } } = {}): WorkRunner => {
  const { life = { dead: false }, ...rest } = more;
  const partition = roundPartition(round);
  const runner = startWorkRunner({
    table: mortal(table, life),
    clock,
    log: quietLog,
    instance: 'one',
    partitions: async function* () {
      yield partition;
    },
    handlers: { 'draft-matches': handler },
    sleep: briefSleep,
    settings: { lookEvery: 10, heartbeatEvery: 10 },
    ...rest,
  });
  runners.push({ ...runner, stop: async () => (life.dead ? undefined : runner.stop()) });
  return runner;
};

/** Three steps, each remembered; `steps` shows which were taken. */
const inThreeSteps =
  (steps: number[], pause: (step: number) => Promise<void> = async () => undefined): WorkHandler =>
  async (_input, { resume, progress, saveResume, cancelled }) => {
    for (let step = Number(resume ?? 0); step < 3 && !cancelled(); step += 1) {
      steps.push(step);
      await progress({ done: step, total: 3, phase: 'writing' });
      await pause(step);
      await saveResume(step + 1);
    }
    return { kind: 'done', report: { steps: steps.length } };
  };
/** The process dies in that step. */
const dieIn =
  (fatal: number, life: { dead: boolean }) =>
  async (step: number): Promise<void> => {
    if (step !== fatal) return;
    life.dead = true;
    await new Promise(() => undefined);
  };

describe('a long piece of work', () => {
  it('is done once, by one of two instances, and leaves its report', async () => {
    const steps: number[] = [];
    await begin();
    run(inThreeSteps(steps));
    run(inThreeSteps(steps), { instance: 'two' });
    await eventually(async () => expect(await state()).toBe('done'));
    expect(steps).toEqual([0, 1, 2]);
    expect(await read()).toMatchObject({
      id: 'op',
      by: 'priya',
      report: { steps: 3 },
      progress: { done: 2, total: 3, phase: 'writing' },
      refusal: null,
    });
  });

  it('started again by the same operation is the same work', async () => {
    const first = await begin();
    run(inThreeSteps([]));
    await eventually(async () => expect(await state()).toBe('done'));
    expect(await begin()).toMatchObject({ id: first.id, startedAt: first.startedAt, state: 'done' });
    expect(await works.list(round)).toHaveLength(1);
  });

  it('shows how far it has come while it runs', async () => {
    await begin();
    run(inThreeSteps([], (step) => (step === 1 ? realSleep(300) : realSleep(0))));
    await eventually(async () =>
      expect(await read()).toMatchObject({ state: 'running', progress: { done: 1, total: 3, phase: 'writing' } }),
    );
    await eventually(async () => expect(await state()).toBe('done'));
  });

  it('shows its first progress at once, long before the next beat', async () => {
    let goOn = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await begin();
    run(
      async (_input, { progress }) => {
        await progress({ done: 2, total: 3, phase: 'writing' });
        await gate;
        return { kind: 'done', report: null };
      },
      { settings: { lookEvery: 10, heartbeatEvery: 3_600_000 } },
    );
    await eventually(async () => expect(await read()).toMatchObject({ state: 'running', progress: { done: 2, total: 3 } }));
    goOn();
    await eventually(async () => expect(await state()).toBe('done'));
  });

  it('[R-13] goes on from its last step when its process died, at once after a restart', async () => {
    const [before, after]: [number[], number[]] = [[], []];
    const life = { dead: false };
    await begin();
    run(inThreeSteps(before, dieIn(1, life)), { life });
    await eventually(() => expect(before).toEqual([0, 1]));
    run(inThreeSteps(after));
    await eventually(async () => expect(await state()).toBe('done'));
    expect(after).toEqual([1, 2]);
  });

  it('goes on in another instance only when the dead one has not been heard of for a while', async () => {
    const [before, after]: [number[], number[]] = [[], []];
    const life = { dead: false };
    await begin();
    run(inThreeSteps(before, dieIn(0, life)), { life });
    await eventually(() => expect(before).toEqual([0]));
    run(inThreeSteps(after), { instance: 'two' });
    await aMoment();
    expect(after).toEqual([]);
    clock.advance(61_000);
    await eventually(async () => expect(await state()).toBe('done'));
    expect(after).toEqual([0, 1, 2]);
  });

  it('[R-18] is put back when the process stops, and goes on from there', async () => {
    const [before, after]: [number[], number[]] = [[], []];
    await begin();
    const runner = run(inThreeSteps(before, () => aMoment(300)));
    await eventually(() => expect(before).not.toEqual([]));
    await runner.stop();
    expect(await state()).toBe('waiting');
    run(inThreeSteps(after), { instance: 'two' });
    await eventually(async () => expect(await state()).toBe('done'));
    expect([...before, ...after]).toEqual([0, 1, 2]);
  });

  it('ends early when it is cancelled, and says what was done', async () => {
    const steps: number[] = [];
    let goOn = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await begin();
    run(inThreeSteps(steps, () => gate));
    await eventually(() => expect(steps).toEqual([0]));
    expect(await works.cancel(round, 'op')).toMatchObject({ id: 'op', state: 'running' });
    goOn();
    await eventually(async () => expect(await state()).toBe('cancelled'));
    expect(steps).toEqual([0]);
    expect((await read()).report).toEqual({ steps: 1 });
  });

  it('cancelled before it began never begins; cancelled after its end stays done', async () => {
    const steps: number[] = [];
    await begin();
    expect(await works.cancel(round, 'op')).toMatchObject({ state: 'cancelled' });
    await begin('other');
    run(inThreeSteps(steps));
    await eventually(async () => expect((await works.read(round, 'other'))?.state).toBe('done'));
    expect(steps).toEqual([0, 1, 2]);
    expect(await works.cancel(round, 'other')).toMatchObject({ state: 'done' });
    expect(await works.cancel(round, 'unheard of')).toBeNull();
  });

  it('keeps the refusal it ended with', async () => {
    await begin();
    run(async () => ({ kind: 'failed', refusal: { code: 'nothing-to-send' } }));
    await eventually(async () =>
      expect(await read()).toMatchObject({ state: 'failed', refusal: { code: 'nothing-to-send' }, report: null }),
    );
  });

  it('is tried five times after faults, then it has failed with the code of the last one', async () => {
    let tries = 0;
    await begin();
    run(async () => {
      tries += 1;
      throw Object.assign(new Error('unavailable'), { code: 'graph-unavailable' });
    });
    for (let fault = 1; fault < 5; fault += 1) {
      await eventually(async () => expect([tries, await state()]).toEqual([fault, 'waiting']));
      clock.advance(60_000);
    }
    await eventually(async () => expect(await read()).toMatchObject({ state: 'failed', refusal: { code: 'graph-unavailable' } }));
    expect(tries).toBe(5);
  });
});
