// Installs what the lockfile names, when that has not been done yet: node infra/tasks/install.mjs
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot, isMain, json, main, Refusal, root } from './project.mjs';

const oldest = [20, 19];

const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1]))
    throw new Refusal(`Coaching Pairs needs Node ${oldest.join('.')} or later; this is ${process.versions.node}. See https://nodejs.org.`);
};

/** Whether node_modules holds exactly the versions of the lockfile. npm keeps its own record of what it installed beside the packages. */
export const isInstalled = (lockfile = inRoot('package-lock.json'), record = inRoot('node_modules/.package-lock.json')) => {
  if (!existsSync(record)) return false;
  const installed = json(record).packages;
  return Object.entries(json(lockfile).packages).every(([path, wanted]) => {
    if (!path.includes('node_modules/') || wanted.optional) return true;
    const found = installed[path];
    return found !== undefined && found.version === wanted.version && Boolean(found.link) === Boolean(wanted.link);
  });
};

const npm = (args) => {
  const cli = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', process.stderr, process.stderr] };
  if (cli?.endsWith('.js')) return spawn(process.execPath, [cli, ...args], options);
  return spawn(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { ...options, shell: process.platform === 'win32' });
};

const install = () =>
  new Promise((done, fail) => {
    process.stderr.write('Installing the packages of the lockfile; this happens once and takes about a minute.\n');
    const child = npm(['ci', '--include=dev', '--loglevel=error', '--no-progress']);
    child.once('error', (cause) => fail(new Refusal(`npm could not be started: ${cause.message}`)));
    child.once('exit', (code) => (code === 0 ? done() : fail(new Refusal('npm ci did not succeed; the reason stands above.'))));
  });

/** Makes node_modules match the lockfile; does nothing when it does already. */
export const ensureInstalled = async () => {
  checkNode();
  if (!isInstalled()) await install();
};

if (isMain(import.meta.url)) await main(ensureInstalled);
