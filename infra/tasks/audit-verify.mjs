// Checks a sealed record of who did what that was saved from the tab: npm run --silent audit:verify -- record.json [--since earlier.json]
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { inRoot, main, root } from './project.mjs';

await main(async () => {
  await ensureInstalled();
  const { ensureBuilt } = await import('./compile.mjs');
  await ensureBuilt('catalogues', 'packages');
  const { verifyAuditCommand } = await import(pathToFileURL(inRoot('bot/dist/cli/verify-audit.js')).href);
  return verifyAuditCommand({
    args: process.argv.slice(2),
    folder: process.env.INIT_CWD ?? root,
    variables: process.env,
    now: new Date(),
    streams: { result: process.stdout, notes: process.stderr },
  });
});
