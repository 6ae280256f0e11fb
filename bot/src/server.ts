import type { Running } from './main.js';
import { settingsOf } from './settings.js';
import { StartRefused } from './start-refused.js';

/** How long the process still answers after it said that it is no longer ready, and when it ends whatever still runs, in milliseconds. */
const drainFor = 3_000;
const endsWithin = 18_000;

const stopOnSignals = (running: Running): void => {
  let asked = false;
  const stop = (): void => {
    if (asked) return;
    asked = true;
    setTimeout(() => process.exit(1), endsWithin).unref();
    running.stop(drainFor).then(
      () => process.exit(0),
      (error: unknown) => {
        running.lost(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
};

/** What nothing caught ends the process, as ever, but its words stay out of the log (S-20). */
const endOnTheUnexpected = (running: Running): void => {
  process.on('uncaughtException', (error) => {
    running.lost(error);
    process.exit(1);
  });
};

/** The process of production: starts with its environment, stops on SIGTERM or Ctrl-C, and says in plain words why it does not start. */
const run = async (): Promise<void> => {
  // Asked first, so that a wrong setting is named before all that follows is even loaded.
  settingsOf(process.env);
  const { start } = await import('./main.js');
  const running = await start(process.env);
  stopOnSignals(running);
  endOnTheUnexpected(running);
};

run().catch((error: unknown) => {
  const known = error instanceof StartRefused;
  process.stderr.write(known ? `Coaching Pairs cannot start:\n${error.message}\n` : `Coaching Pairs cannot start: ${String(error)}\n`);
  process.exit(1);
});
