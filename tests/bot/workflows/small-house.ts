import type { Person } from '@coaching-pairs/shared/organisation/person';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { type Store, startStore } from '../../store-harness.js';
import { ids, type Process, plainDirectory, startProcess } from './world.js';

export const team = ids('Sam', 'Tom', 'Lena', 'Aisha');

type RoundOf = Parameters<Process['deps']['rounds']['unsent']>[0];

/** Eight leaders who report to Ruth, and the product over a table of its own: both made anew before each test of the file that calls this. */
export const smallHouse = () => {
  let store: Store;
  let people: Person[];
  let running: Process;
  beforeAll(async () => {
    store = await startStore();
  });
  afterAll(() => store.stop());
  beforeEach(async () => {
    people = [
      personNamed('Ruth'),
      ...['Maya', 'Sam', 'Tom', 'Lena', 'Aisha', 'Priya', 'Omar', 'Jonas'].map((name) => personNamed(name, { under: 'Ruth' })),
    ];
    running = startProcess(await store.table(), plainDirectory(people));
  });
  return {
    get people(): Person[] {
      return people;
    },
    get process(): Process {
      return running;
    },
    /** Another empty table of the same store. */
    table: () => store.table(),
    /** What a round has still to say, as `kind person`, in the order of the alphabet. */
    messages: async (round: RoundOf): Promise<string[]> =>
      (await running.deps.rounds.unsent(round)).map(({ kind, to }) => `${kind} ${to}`).sort(),
  };
};
