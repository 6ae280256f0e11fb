import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Compiled, compileForChild } from '../from-sources.js';

const here = 'tests/local/process';
const entries = {
  sandbox: `${here}/sandbox-child.ts`,
  bot: `${here}/fake-bot.ts`,
  failing: `${here}/failing-bot.ts`,
  botProcess: 'infra/local/src/process/bot-process.ts',
};

export const compileSandbox = (): Promise<Compiled> => compileForChild(Object.values(entries));

export type Ending = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly errors: string;
};

export type RunningSandbox = {
  readonly child: ChildProcess;
  /** Resolves with the address once it is printed; rejects when the process ends before. */
  readonly ready: Promise<string>;
  readonly ended: Promise<Ending>;
  /** Sends the signal and waits for the end. */
  readonly end: (signal: NodeJS.Signals) => Promise<Ending>;
};

/** Starts a sandbox with a small bot in a process of its own, on free ports unless `args` say otherwise. */
export const runSandbox = (compiled: Compiled, args: readonly string[], bot: 'bot' | 'failing' = 'bot'): RunningSandbox => {
  const port = args.includes('--port') ? [] : ['--port', '0'];
  const child = spawn(
    process.execPath,
    [compiled.file(entries.sandbox), pathToFileURL(compiled.file(entries[bot])).href, ...port, ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], HTTP_PROXY: 'http://proxy.example.com', AZURE_CLIENT_SECRET: 'never' },
    },
  );
  let output = '';
  let errors = '';
  const ended = new Promise<Ending>((resolve) => child.once('close', (code, signal) => resolve({ code, signal, output, errors })));
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part) => {
      output += part;
      const address = /^ready (http:\/\/127\.0\.0\.1:\d+)$/m.exec(output)?.[1];
      if (address !== undefined) {
        resolve(address);
      }
    });
    child.stderr.on('data', (part) => {
      errors += part;
    });
    void ended.then(() => reject(new Error(`the sandbox ended: ${errors}`)));
  });
  // Whoever waits for the end alone does not ask for the address.
  ready.catch(() => undefined);
  return {
    child,
    ready,
    ended,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
};

/**
 * Keys and a certificate take long to make: what one sandbox has made in its data folder, the next one finds in its own. The port
 * is each one's own.
 */
export const passKeys = async (from: string, to: string): Promise<void> => {
  for (const name of ['sandbox.json', 'trust/keys.json', 'trust/certificate.pem', 'trust/certificate-key.pem']) {
    if (existsSync(join(from, name))) await cp(join(from, name), join(to, name));
  }
};

/** A JSON answer of the sandbox or, through it, of the bot. */
export const askSandbox = async (url: string, body?: object, headers: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(url, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
  });
  const text = await response.text();
  const json: unknown = /^[[{]/.test(text) ? JSON.parse(text) : undefined;
  return { status: response.status, headers: response.headers, text, json };
};
