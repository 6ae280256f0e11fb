import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { terminal } from '../words/terminal.js';
import { type FromBot, parseFromBot, type ToBot } from './bot-messages.js';
import { Refused } from './refused.js';
import type { BotEnd } from './rooms.js';

export type BotOptions = {
  /** What is imported for its `start`: the bot's main module. */
  readonly module: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly offsetMs: number;
  /** Told the bot's own address as soon as it listens. */
  readonly onListening: (url: string) => void;
  /** Called when the process ends without having been asked to, once it was ready. */
  readonly onDeath: (how: BotEnd) => void;
};

export type BotChild = {
  readonly processId: number | undefined;
  /** Resolves once the bot answers `/ready`; rejects with `Refused` when it does not come so far. */
  readonly ready: Promise<void>;
  /** Resolves when the bot's time has moved. */
  readonly setOffset: (offsetMs: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const entry = fileURLToPath(new URL('./bot-process.js', import.meta.url));
const readyWithinMs = 60_000;
const stopWithinMs = 20_000;
const pauseMs = 50;

/** What this process was told to load before anything else the bot loads too, as a test does that notes its calls; no other argument. */
const loadedFirst = process.execArgv.filter((argument) => argument.startsWith('--import='));

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pauseMs));

const howEnded = (code: number | null, signal: NodeJS.Signals | null): BotEnd =>
  signal === null ? { how: 'code', by: String(code ?? '?') } : { how: 'signal', by: signal };

/** Waits for the first message that answers; rejects when the process ends before. */
const heard = <Wanted>(child: ChildProcess, pick: (message: FromBot) => Wanted | undefined): Promise<Wanted> =>
  new Promise((resolve, reject) => {
    const settle = (): void => {
      child.off('message', onMessage);
      child.off('exit', onExit);
    };
    const onExit = (code: number | null, signal: NodeJS.Signals | null): void => {
      settle();
      reject(new Refused(terminal.t('bot.endedEarly', howEnded(code, signal))));
    };
    const onMessage = (raw: unknown): void => {
      const message = parseFromBot(raw);
      const wanted = message === undefined ? undefined : pick(message);
      if (message?.kind === 'failed') {
        settle();
        reject(new Refused(terminal.t('bot.notStarted', { reason: message.message })));
      } else if (wanted !== undefined) {
        settle();
        resolve(wanted);
      }
    };
    child.on('message', onMessage);
    child.on('exit', onExit);
  });

const untilReady = async (url: string, child: ChildProcess): Promise<void> => {
  const until = performance.now() + readyWithinMs;
  while (performance.now() < until && child.exitCode === null && child.signalCode === null) {
    const status = await fetch(`${url}/ready`, { signal: AbortSignal.timeout(2000) }).then(
      ({ status: code }) => code,
      () => 0,
    );
    if (status === 200) {
      return;
    }
    await pause();
  }
  throw new Refused(terminal.t('bot.notReady'));
};

const stopChild = async (child: ChildProcess, ended: Promise<unknown>): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  tell(child, { kind: 'stop' });
  const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  await ended;
  clearTimeout(timer);
};

const forkBot = ({ module, environment, offsetMs }: BotOptions): ChildProcess =>
  fork(entry, [String(offsetMs), module], {
    env: { ...environment },
    execArgv: [...loadedFirst],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });

const tell = (child: ChildProcess, order: ToBot): void => void child.send(order, () => undefined);

/** Starts the bot in a process of its own. It ends when it is stopped, and when this process ends in whatever way. */
export const startBot = (options: BotOptions): BotChild => {
  let asked = false;
  const child = forkBot(options);
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  const getReady = async (): Promise<void> => {
    const port = await heard(child, (message) => (message.kind === 'listening' ? message.port : undefined));
    const url = `http://127.0.0.1:${port}`;
    options.onListening(url);
    await untilReady(url, child);
    child.once('exit', (code, signal) => {
      if (!asked) {
        options.onDeath(howEnded(code, signal));
      }
    });
  };
  return {
    processId: child.pid,
    ready: getReady(),
    setOffset: async (moved) => {
      const followed = heard(child, (message) => (message.kind === 'clock' && message.offsetMs === moved ? true : undefined));
      tell(child, { kind: 'clock', offsetMs: moved });
      await followed;
    },
    stop: async () => {
      asked = true;
      await stopChild(child, ended);
    },
  };
};
