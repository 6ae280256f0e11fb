// Starts the sandbox tenant: npm start -- [--people file.csv] [--data folder] [--port 3978] [--fresh] [--no-open]
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { inRoot, main, Refusal } from './project.mjs';

/** A shell between npm and us swallows the signal that ends npm; whoever ends npm means us too. */
const endWithNpm = () => {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
};

await main(async () => {
  endWithNpm();
  await ensureInstalled();
  const { ensureBuilt } = await import('./compile.mjs');
  await ensureBuilt();
  const sandbox = inRoot('infra/local/dist/main.js');
  if (!existsSync(sandbox)) throw new Refusal('infra/local has no main.js to start.');
  // In this same process, so that a signal reaches the product itself and its exit code is ours. The sandbox resolves paths from INIT_CWD.
  process.argv = [process.execPath, sandbox, ...process.argv.slice(2)];
  await import(pathToFileURL(sandbox).href);
});
