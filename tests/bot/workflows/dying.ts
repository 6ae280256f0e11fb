import type { Row, Table } from '@coaching-pairs/bot/ports/store';
import { operationId, type PersonId, type RoundId } from '@coaching-pairs/shared/ids';
import { expect } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { movableClock } from '../delivery/delivery-harness.js';
import { invariantsHold } from './invariants.js';
import { kickedOff, stepsOf } from './steps.js';
import { id, ids, type Process, plainDirectory, startProcess, value } from './world.js';

export type Life = { calls: number; readonly diesAfter: number };

const names = ['Sam', 'Tom', 'Lena', 'Aisha'] as const;
const people = [personNamed('Ruth'), ...['Maya', 'Priya', 'Omar', ...names].map((name) => personNamed(name, { under: 'Ruth' }))];

/**
 * The table in a process that dies when its `diesAfter`-th call has happened: that call is not answered any more, and nothing
 * after it happens.
 */
export const mortalTable = (table: Table, life: Life): Table => {
  const alive = (): void => {
    if (life.calls >= life.diesAfter) throw new Error('the process is dead');
    life.calls += 1;
  };
  const dies = (): void => {
    if (life.calls >= life.diesAfter) throw new Error('the process died');
  };
  const once =
    <Words extends readonly unknown[], T>(call: (...words: Words) => Promise<T>) =>
    async (...words: Words): Promise<T> => {
      alive();
      const answer = await call(...words);
      dies();
      return answer;
    };
  return {
    read: once(table.read),
    page: once(table.page),
    everything: once(table.everything),
    commit: once(table.commit),
    swap: once(table.swap),
    remove: once(table.remove),
    ping: once(table.ping),
    list: async function* (partition, range) {
      alive();
      const rows: Row[] = [];
      for await (const row of table.list(partition, range)) rows.push(row);
      dies();
      yield* rows;
    },
  };
};

type Scene = { readonly table: Table; readonly round: RoundId; readonly clock: ReturnType<typeof movableClock> };
type Step = (steps: ReturnType<typeof stepsOf>, process: Process) => Promise<unknown>;

const op = (name: string) => operationId(`the-same-${name}`);

const matesOf = async (steps: ReturnType<typeof stepsOf>, person: PersonId): Promise<readonly PersonId[]> =>
  (await steps.content()).content.proposals.find((one) => one.sentAt !== null && one.memberIds.includes(person))?.memberIds ?? [];

/** Sam's match says yes; of the other one somebody says no, in spite of the other's yes. Whoever repeats a click repeats the same. */
const answers: Step = async (steps) => {
  const { proposals } = (await steps.content()).content;
  const sams = await matesOf(steps, id('Sam'));
  for (const proposal of proposals.filter((one) => one.sentAt !== null)) {
    const [one = id(''), other = id('')] = proposal.memberIds;
    const isSams = sams.includes(one);
    if (proposal.state !== 'ended') value(await steps.accept(one, proposal));
    value(isSams ? await steps.accept(other, proposal) : await steps.decline(other, proposal));
  }
};

const alone = async (steps: ReturnType<typeof stepsOf>): Promise<readonly PersonId[]> => {
  const sams = await matesOf(steps, id('Sam'));
  return ids(...names).filter((person) => !sams.includes(person));
};

/** A round of four leaders, each step as a person asks for it; asked again, it is the same operation. */
const story: readonly Step[] = [
  (steps) => steps.invite(op('invite')),
  async (steps) => {
    for (const name of names) value(await steps.join(name));
  },
  (steps) => steps.draft(op('draft')),
  (steps) => steps.send(op('send')),
  answers,
  async (steps) => steps.announce(await alone(steps), op('announce')),
];

/** Up to the held kick-off, with nobody dying yet. */
export const setScene = async (table: Table): Promise<Scene> => {
  const clock = movableClock();
  const process = startProcess(table, plainDirectory(people), clock);
  return { table, round: await kickedOff(process, ids(...names)), clock };
};

/**
 * Plays the story in a process that dies after so many calls of the store; then a fresh one is started and whoever was not
 * answered asks again. Answers whether the process died at all.
 */
export const playWithDeath = async ({ table, round, clock }: Scene, diesAfter: number): Promise<boolean> => {
  const life: Life = { calls: 0, diesAfter };
  let process = startProcess(mortalTable(table, life), plainDirectory(people), clock);
  let died = false;
  for (const step of story) {
    try {
      await step(stepsOf(process, round), process);
    } catch (cause) {
      if (died || life.calls < diesAfter) throw cause;
      died = true;
      process = startProcess(table, plainDirectory(people), clock);
      await invariantsHold(process.deps.rounds, round);
      await process.runWorks();
      await invariantsHold(process.deps.rounds, round);
      await step(stepsOf(process, round), process);
    }
  }
  return died;
};

/** What every life of the product must come to, however often it was interrupted. */
export const storyCameTrue = async ({ table, round }: Scene): Promise<void> => {
  const process = startProcess(table, plainDirectory(people));
  const { rounds, works } = process.deps;
  await invariantsHold(rounds, round);
  const all = await rounds.everything(round);
  expect([all?.round.value.state, all?.round.value.waves, all?.pairs.length]).toEqual(['active', 1, 1]);
  expect(all?.content.proposals.map((proposal) => proposal.state).sort()).toEqual(['ended', 'formed']);
  expect((await works.list(round)).map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'done'));
  const said = (await rounds.unsent(round)).map(({ kind, to, subject }) => `${kind} ${to} ${subject['proposalId'] ?? ''}`);
  expect(new Set(said).size, 'every message once').toBe(said.length);
  const count = (kind: string): number => said.filter((one) => one.startsWith(`${kind} `)).length;
  expect(
    ['kick-off', 'invitation', 'proposal', 'pair-formed', 'being-reworked', 'pairs-announced'].map((kind) => [kind, count(kind)]),
  ).toEqual([
    ['kick-off', 4],
    ['invitation', 4],
    ['proposal', 4],
    ['pair-formed', 1],
    ['being-reworked', 1],
    ['pairs-announced', 4],
  ]);
};
