import type { Options } from '../options.js';
import { terminal } from '../words/terminal.js';
import { createLifecycle } from './lifecycle.js';
import { openBrowser } from './open-browser.js';
import { Refused } from './refused.js';
import type { BotEnd, Rooms } from './rooms.js';
import { startSandbox } from './sandbox.js';

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

const sentenceOf = (cause: unknown): string => {
  if (cause instanceof Refused) {
    return cause.message;
  }
  return terminal.t('start.failed', { reason: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) });
};

/**
 * Runs the sandbox until a signal or the end of the bot; then the process exits: 0 after a signal, 1 otherwise. Prints
 * `ready <address>` as a line of its own once everything answers. A repeated signal changes nothing, the first is enough.
 */
export const runSandbox = async (options: Options, rooms: Rooms): Promise<void> => {
  const lifecycle = createLifecycle(say);
  let leaving = false;
  const leave = (code: number): void => {
    if (!leaving) {
      leaving = true;
      void lifecycle.stop().finally(() => process.exit(code));
    }
  };
  for (const signal of endings) {
    process.on(signal, () => leave(0));
  }
  const onBotDeath = (how: BotEnd): void => {
    say(terminal.t('bot.ended', how));
    leave(1);
  };
  try {
    const { url } = await startSandbox(options, rooms, { say, onBotDeath }, lifecycle);
    if (leaving) {
      return;
    }
    process.stdout.write(`ready ${url}\n`);
    if (options.openBrowser) {
      openBrowser(url);
    }
  } catch (cause) {
    if (!leaving) {
      say(sentenceOf(cause));
      leave(1);
    }
  }
};
