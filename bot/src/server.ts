import { SettingsRefused, start } from './main.js';

/** The process of production: starts with its environment, stops on SIGTERM or Ctrl-C, and says in plain words why it does not start. */
const run = async (): Promise<void> => {
  const running = await start(process.env);
  let asked = false;
  const stop = (): void => {
    if (asked) return;
    asked = true;
    void running.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};

run().catch((error: unknown) => {
  const known = error instanceof SettingsRefused;
  process.stderr.write(known ? `Coaching Pairs cannot start:\n${error.message}\n` : `Coaching Pairs cannot start: ${String(error)}\n`);
  process.exit(1);
});
