import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import { type Ending, startProcess } from '../../bot/process/running-process.js';
import { type Compiled, compileForChild } from '../../local/from-sources.js';

const entries = { store: 'tests/faults/fleet/store-process.ts', product: 'tests/faults/fleet/product-process.ts' };

const alive = new Set<ChildProcess>();
const watched = (child: ChildProcess): ChildProcess => {
  alive.add(child);
  child.once('close', () => alive.delete(child));
  return child;
};
// A failing test leaves nothing running behind, not even what stands still.
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

const Addresses = z.object({ tableUrl: z.string(), queueUrl: z.string() });

/** The store in a process of its own, and how to be rid of it. */
export const startStoreProcess = async (compiled: Compiled, folder: string) => {
  const child = spawn(process.execPath, [compiled.file(entries.store), folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  watched(child);
  const [said] = await once(child.stdout, 'data');
  return {
    ...Addresses.parse(JSON.parse(String(said))),
    signal: (signal: NodeJS.Signals): void => void child.kill(signal),
    stop: async (): Promise<void> => {
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
    },
  };
};

export type ProductProcess = {
  readonly origin: string;
  readonly processId: number | undefined;
  readonly log: () => string;
  readonly signal: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<Ending>;
};

/** One process of the product, listening; of another build where a file of it is given. */
export const startProductProcess = async (
  compiled: Compiled,
  environment: Readonly<Record<string, string>>,
  file: string = compiled.file(entries.product),
): Promise<ProductProcess> => {
  const { child, origin, ended, log } = startProcess(file, environment);
  watched(child);
  return { origin: await origin, processId: child.pid, log, ended, signal: (signal) => void child.kill(signal) };
};

export const compileProcesses = (): Promise<Compiled> => compileForChild([entries.store, entries.product]);
