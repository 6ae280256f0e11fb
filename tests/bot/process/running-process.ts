import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';

export type Ending = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly errors: string;
  readonly output: string;
};

/** Starts the product's own process with nothing but these settings. */
export const startProcess = (file: string, environment: Readonly<Record<string, string>>) => {
  const child = spawn(process.execPath, [file], { env: { ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  let output = '';
  child.stdout.on('data', (part) => {
    output += part;
  });
  const ended = new Promise<Ending>((resolve) => child.once('close', (code, signal) => resolve({ code, signal, errors, output })));
  const origin = new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (part) => {
      errors += part;
      const port = /"event":"started","port":(\d+)/.exec(errors)?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    });
    void ended.then(() => reject(new Error(`The process ended: ${errors}`)));
  });
  // Whoever waits for the end alone does not ask for the address.
  origin.catch(() => undefined);
  return { child, origin, ended, log: () => errors };
};

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

/** Whether somebody listens there now. */
export const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const say = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => say(true));
    socket.once('error', () => say(false));
  });
