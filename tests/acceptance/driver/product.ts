import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const program = join(root, 'infra/local/dist/main.js');

export const inRepository = (path: string): string => join(root, path);

/** A running product: sandbox, store and bot in a process group of their own. */
export type Product = {
  readonly url: string;
  /** Ends it as a service manager does: SIGTERM to every process of it; and waits. */
  readonly stop: () => Promise<void>;
  /** Ends it as Ctrl-C in a terminal does: SIGINT to every process of it; and waits. */
  readonly interrupt: () => Promise<void>;
  /** Ends every process of it at once with SIGKILL, and waits. */
  readonly kill: () => Promise<void>;
};

export type StartOptions = { readonly data: string; readonly people?: string; readonly callsTo?: string };

const alive = new Set<number>();

const endGroup = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(-pid, signal);
  } catch (cause) {
    // Gone already; anything else is a fault of the test.
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH')) throw cause;
  }
};

// A failing test leaves nothing running behind.
process.once('exit', () => {
  for (const pid of alive) endGroup(pid, 'SIGKILL');
});

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = '';
    let errors = '';
    child.stdout?.on('data', (part) => {
      output += part;
      const address = /^ready (http:\/\/127\.0\.0\.1:\d+)$/m.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.stderr?.on('data', (part) => {
      errors = `${errors}${part}`.slice(-4_000);
    });
    child.once('close', () => reject(new Error(`The product ended: ${errors}`)));
  });

const noteCalls = new URL('./note-calls.mjs', import.meta.url).href;

/**
 * Starts the built product as `npm start` does, on a free port; resolves once it says that it is ready. Where the bot calls, and
 * which places its settings name, is kept in the file `callsTo`, one JSON object a line.
 */
export const startProduct = async (options: StartOptions): Promise<Product> => {
  const people = options.people === undefined ? [] : ['--people', options.people];
  const noting = options.callsTo === undefined ? [] : [`--import=${noteCalls}?to=${encodeURIComponent(options.callsTo)}`];
  const args = [...noting, program, '--port', '0', '--data', options.data, '--no-open', ...people];
  const child = spawn(process.execPath, args, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: process.env });
  const { pid } = child;
  if (pid === undefined) throw new Error('The product could not be started.');
  alive.add(pid);
  const closed = once(child, 'close').then(() => alive.delete(pid));
  const end = (signal: NodeJS.Signals) => async (): Promise<void> => {
    endGroup(pid, signal);
    await closed;
  };
  return { url: await addressOf(child), stop: end('SIGTERM'), interrupt: end('SIGINT'), kill: end('SIGKILL') };
};

/** A new empty data folder, and how to be rid of it. */
export const dataFolder = async (): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'coaching-pairs-story-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
};
