import { shiftDate } from '../clock/shift-date.js';
import { type FromBot, parseToBot } from './bot-messages.js';

/**
 * The process in which the product runs, unchanged: `node bot-process.js <offset in ms> <module of the bot>`, started by
 * bot-child.ts with a channel. The time is shifted before the product is loaded, so that it lives in the tenant's time.
 */
type Bot = { readonly start: (environment: NodeJS.ProcessEnv) => Promise<{ readonly port: number; readonly stop: () => Promise<void> }> };

const tell = (message: FromBot): Promise<void> => new Promise((resolve) => process.send?.(message, () => resolve()));

const run = async ([offset, module]: readonly string[]): Promise<void> => {
  shiftDate(Number(offset));
  if (module === undefined || process.send === undefined) {
    throw new TypeError('The bot process is started by the sandbox.');
  }
  const { start }: Bot = await import(module);
  const { port, stop } = await start(process.env);
  process.on('message', (message: unknown) => {
    const order = parseToBot(message);
    if (order?.kind === 'clock') {
      shiftDate(order.offsetMs);
      void tell(order);
    } else if (order?.kind === 'stop') {
      void stop().finally(() => process.exit(0));
    }
  });
  await tell({ kind: 'listening', port });
};

// Ctrl-C in a terminal reaches every process of the group, as a service manager's SIGTERM may; the sandbox stops this one when its turn has come.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(1));
run(process.argv.slice(2)).catch(async (cause: unknown) => {
  await tell({ kind: 'failed', message: cause instanceof Error ? cause.message : String(cause) });
  process.exit(1);
});
