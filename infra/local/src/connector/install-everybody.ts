import { setTimeout as wait } from 'node:timers/promises';
import type { SandboxContext } from '../parts.js';
import type { Accounts } from './accounts.js';
import type { Chats } from './chats.js';
import type { Turns } from './turns.js';

const atOnce = 4;
const pauseMs = 200;

export type Installing = {
  /** Resolves when everybody has been introduced to the bot. */
  readonly done: Promise<void>;
  readonly stop: () => Promise<void>;
};

const answers = async (url: () => string): Promise<boolean> => {
  try {
    const response = await fetch(`${url()}/ready`, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
};

/**
 * As an administrator's policy would, gives the app to everybody it is meant for, once the bot is ready.
 * It goes on where an earlier run ended, and nobody has to wait for it.
 */
export const installEverybody = (
  { botUrl }: Pick<SandboxContext, 'botUrl'>,
  { accounts, chats, turns }: { readonly accounts: Accounts; readonly chats: Chats; readonly turns: Turns },
): Installing => {
  let stopped = false;
  const pause = (): Promise<void> => wait(pauseMs, undefined, { ref: false });
  const wanted = accounts.all.filter(({ person }) => {
    const chat = chats.of(person.id);
    return chat.installed && !chat.introduced;
  });
  const worker = async (queue: typeof wanted): Promise<void> => {
    for (let next = queue.shift(); next !== undefined && !stopped; next = queue.shift()) {
      // Whoever has removed it meanwhile is left alone.
      if (!chats.of(next.person.id).installed || (await turns.install(next))) continue;
      queue.push(next);
      await pause();
    }
  };
  const run = async (): Promise<void> => {
    if (wanted.length === 0) return;
    while (!stopped && !(await answers(botUrl))) await pause();
    await Promise.all(Array.from({ length: atOnce }, () => worker(wanted)));
  };
  const done = run();
  return {
    done,
    stop: async () => {
      stopped = true;
      await done;
    },
  };
};
