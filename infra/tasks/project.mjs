// What every task needs: where the project is, and how to run one of its programs.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
export const inRoot = (...parts) => join(root, ...parts);
export const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Whether a task file was started itself and not imported by another. */
export const isMain = (url) => process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(url);

/** The script file of a program that an installed package brings along, e.g. `vite` of `vite`. */
export const program = (packageName, name = packageName, from = root) => {
  const manifest = createRequire(join(from, 'package.json')).resolve(`${packageName}/package.json`);
  const { bin } = json(manifest);
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[name]);
};

/** Runs a Node script of an installed package and answers its exit code. */
export const runNode = (args, options = {}) =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });

/** A fault whose message is the whole story: printed without a stack. */
export class Refusal extends Error {}

/** Runs a task's main function; a refusal ends it with its sentence and exit code 1. */
export const main = async (task) => {
  try {
    const code = await task();
    if (typeof code === 'number') process.exitCode = code;
  } catch (fault) {
    process.stderr.write(`${fault instanceof Refusal ? fault.message : (fault?.stack ?? fault)}\n`);
    process.exitCode = 1;
  }
};
