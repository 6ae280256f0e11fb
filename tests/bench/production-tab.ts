import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const bundling = new URL('../../infra/tasks/bundle.mjs', import.meta.url).href;

/** The folder of the tab as it goes to production: what tests build of it is larger, since they run in another mode. */
export const productionTab = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'production-tab-'));
  const build = `const { bundleTab } = await import(${JSON.stringify(bundling)}); await bundleTab(${JSON.stringify(folder)});`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', build], { env: { ...process.env, NODE_ENV: 'production' } });
  return join(folder, 'tab');
};
