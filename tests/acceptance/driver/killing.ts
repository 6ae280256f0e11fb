import { expect } from 'vitest';
import type { Sandbox } from '../sandbox.js';
import { ProductGone } from './ask.js';
import type { Round } from './round.js';

/** What the product has acknowledged: it must stand after any end of the process. */
export type Promised = { readonly joined: Set<string>; readonly accepted: Set<string> };

export type Killing = {
  /** Goes on with `work` whatever happens to the product meanwhile; `work` must bear being done twice. */
  readonly through: <T>(work: () => Promise<T>) => Promise<T>;
  readonly promised: Promised;
  readonly kills: () => number;
  /** No more kills; resolves when the product runs. */
  readonly ends: () => Promise<void>;
};

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Every promise that was made, looked up on the board and in the people's list (nobody declines in these rounds). */
export const expectKept = async (round: Round, { joined, accepted }: Promised): Promise<void> => {
  const people = new Map((await round.people()).map((one) => [one.person.id, one]));
  for (const id of joined) expect(people.get(id)?.answer, `${id} had joined`).toBe('joined');
  for (const id of accepted) expect(['waiting', 'paired'], `${id} had accepted`).toContain(people.get(id)?.standing);
  const { sent, pairs } = await round.board();
  const matched = [...sent, ...pairs].flatMap(({ members }) => members.map(({ id }) => id));
  expect(new Set(matched).size, 'nobody is in two matches').toBe(matched.length);
  expect((await round.overview()).works.filter(({ state }) => state === 'failed')).toEqual([]);
};

/** Kills the whole product `kills` times at random moments while stories go on, starts it again, and looks what it still knows. */
export const killingOf = (
  sandbox: Sandbox,
  plan: { readonly kills: number; readonly shortestMs: number; readonly longestMs: number },
  current: () => Round | undefined,
): Killing => {
  const promised: Promised = { joined: new Set(), accepted: new Set() };
  let [done, stopped] = [0, false];
  const killOnce = async (): Promise<void> => {
    await wait(plan.shortestMs + Math.random() * (plan.longestMs - plan.shortestMs));
    if (stopped) return;
    const before = { joined: new Set(promised.joined), accepted: new Set(promised.accepted) };
    const round = current();
    await sandbox.kill();
    done += 1;
    await sandbox.restart();
    // A message that was on its way is tried again a minute later, flagged as a possible duplicate.
    await sandbox.advancesClock('PT2M');
    if (round !== undefined) await expectKept(round, before);
  };
  const killer = (async () => {
    while (done < plan.kills && !stopped) await killOnce();
  })();
  let failed: unknown;
  killer.catch((cause: unknown) => {
    failed = cause;
  });
  const through: Killing['through'] = async (work) => {
    for (;;) {
      if (failed !== undefined) throw failed;
      try {
        return await work();
      } catch (cause) {
        if (!(cause instanceof ProductGone)) throw cause;
        await wait(100);
      }
    }
  };
  return {
    through,
    promised,
    kills: () => done,
    ends: async () => {
      stopped = true;
      await killer;
    },
  };
};
