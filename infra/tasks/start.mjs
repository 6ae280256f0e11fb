// Starts the sandbox tenant: npm start -- [--people file.csv] [--data folder] [--port 3978] [--fresh] [--no-open]
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { inRoot, main, Refusal } from './project.mjs';

const pathOptions = ['--people', '--data'];

/** npm runs scripts in the root of the project; a path is meant from where the person stood. */
const fromCallersFolder = (args) => {
  const folder = process.env.INIT_CWD ?? process.cwd();
  return args.map((arg, index) => {
    const [name, value] = arg.split(/=(.*)/s);
    if (pathOptions.includes(name) && value) return `${name}=${resolve(folder, value)}`;
    return pathOptions.includes(args[index - 1]) ? resolve(folder, arg) : arg;
  });
};

await main(async () => {
  await ensureInstalled();
  const { ensureBuilt } = await import('./compile.mjs');
  await ensureBuilt();
  const sandbox = inRoot('infra/local/dist/main.js');
  if (!existsSync(sandbox)) throw new Refusal('infra/local has no main.js to start.');
  // In this same process, so that a signal reaches the product itself and its exit code is ours.
  process.argv = [process.execPath, sandbox, ...fromCallersFolder(process.argv.slice(2))];
  await import(pathToFileURL(sandbox).href);
});
