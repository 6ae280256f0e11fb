// A backup of all that is stored, and back: npm run --silent backup -- --table URL --to FOLDER, npm run --silent restore -- --table URL --from FOLDER
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { inRoot, main, root } from './project.mjs';

await main(async () => {
  await ensureInstalled();
  const { ensureBuilt } = await import('./compile.mjs');
  await ensureBuilt('catalogues', 'packages');
  const { runBackup, runRestore } = await import(pathToFileURL(inRoot('bot/dist/backup-commands.js')).href);
  const [what, ...args] = process.argv.slice(2);
  const run = what === 'restore' ? runRestore : runBackup;
  const streams = { result: process.stdout, notes: process.stderr };
  return run({ args, folder: process.env.INIT_CWD ?? root, variables: process.env, now: new Date(), streams });
});
