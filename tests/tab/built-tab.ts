import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const app = here('../../tab/dist/app');
const sources = [here('../../tab/src'), here('../../tab/index.html'), here('../../tab/vite.config.ts'), here('../../shared/src')];

const changedAt = (path: string): number => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => changedAt(join(path, name))));
};

/** The folder of the built tab, made anew where its sources have changed since. */
export const builtTab = async (): Promise<string> => {
  const built = changedAt(join(app, 'index.html'));
  if (sources.some((source) => changedAt(source) > built))
    await build({ root: here('../../tab'), configFile: here('../../tab/vite.config.ts'), logLevel: 'warn' });
  return app;
};
