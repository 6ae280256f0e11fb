// Tries the matching on a file of people before anything is deployed: npm run --silent match -- people.csv [options], see --help
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { inRoot, main, root } from './project.mjs';

/** Ctrl-C and its like end the command at once, with the code that a shell expects; only whole files are ever left behind. */
const endWithSignals = () => {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])
    process.once(signal, () => {
      if (process.stderr.isTTY) process.stderr.write('\n');
      process.exit(code);
    });
};

await main(async () => {
  endWithSignals();
  await ensureInstalled();
  const { ensureBuilt } = await import('./compile.mjs');
  await ensureBuilt('catalogues', 'packages');
  const { matchCommand } = await import(pathToFileURL(inRoot('bot/dist/cli/match.js')).href);
  // Whoever reads the result may stop reading, as `head` does.
  process.stdout.on('error', (fault) => {
    if (fault.code !== 'EPIPE') throw fault;
  });
  return matchCommand({
    args: process.argv.slice(2),
    folder: process.env.INIT_CWD ?? root,
    variables: process.env,
    now: new Date(),
    streams: { result: process.stdout, notes: process.stderr },
  });
});
