import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const app = here('../../tab/dist/app');
const sources = [here('../../tab/src'), here('../../tab/index.html'), here('../../tab/vite.config.ts'), here('../../shared/src')];

const changedAt = (path: string): number => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => changedAt(join(path, name))));
};

/** As `npm start` does: built under a test's own NODE_ENV the design system would leave out what is the same on every page. */
const build = async (): Promise<void> => {
  const vite = here('../../node_modules/vite/bin/vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: here('../../tab'), env });
};

/** The folder of the built tab, made anew where its sources have changed since. */
export const builtTab = async (): Promise<string> => {
  const built = changedAt(join(app, 'index.html'));
  if (sources.some((source) => changedAt(source) > built)) await build();
  return app;
};
