// Brings what `npm start` and the tests run from source to a built state, and skips what has not changed: node infra/tasks/compile.mjs
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeCatalogues } from './catalogues.mjs';
import { inRoot, isMain, main, program, Refusal, runNode } from './project.mjs';
import { inTurn } from './turn.mjs';

const passedOver = new Set(['node_modules', 'dist', '.output', 'catalogues.ts']);

const hashInto = (hash, path) => {
  if (!existsSync(path)) return;
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((left, right) => (left.name < right.name ? -1 : 1))) {
    if (passedOver.has(entry.name) || entry.name.endsWith('.tsbuildinfo')) continue;
    const inside = join(path, entry.name);
    if (entry.isDirectory()) hashInto(hash, inside);
    else hash.update(inside).update('\0').update(readFileSync(inside)).update('\0');
  }
};

const fingerprint = (folders) => {
  const hash = createHash('sha256');
  for (const folder of folders) hashInto(hash, inRoot(folder));
  for (const file of ['package-lock.json', 'tsconfig.base.json']) hash.update(readFileSync(inRoot(file)));
  return hash.digest('hex');
};

/** Each step, what it reads, what must exist afterwards, and when it applies at all. */
const steps = [
  {
    name: 'catalogues',
    reads: ['shared/src/words', 'infra/local/src/words'],
    makes: ['shared/src/words/catalogues.ts', 'infra/local/src/words/catalogues.ts'],
    applies: () => true,
    run: async () => {
      await writeCatalogues();
      return 0;
    },
  },
  {
    name: 'packages',
    reads: ['shared', 'bot', 'infra/local'],
    makes: ['shared/dist', 'bot/dist', 'infra/local/dist'],
    applies: () => true,
    // What tsc has to say is no result of ours.
    run: () => runNode([program('typescript', 'tsc'), '-b', 'shared', 'bot', 'infra/local'], { stdio: ['ignore', 2, 2] }),
  },
  {
    name: 'tab',
    reads: ['shared', 'tab'],
    makes: ['tab/dist/app'],
    applies: () => existsSync(inRoot('tab/vite.config.ts')),
    run: () => vite(inRoot('tab')),
  },
  {
    name: 'sandbox pages',
    reads: ['shared', 'infra/local'],
    makes: ['infra/local/client/dist'],
    applies: () => existsSync(inRoot('infra/local/vite.config.ts')),
    run: () => vite(inRoot('infra/local')),
  },
];

const vite = (folder) => runNode([program('vite', 'vite', folder), 'build', '--logLevel', 'warn'], { cwd: folder });

const stampOf = (name) => inRoot('.cache/built', `${name.replaceAll(' ', '-')}.txt`);

const isUpToDate = (step, now) =>
  existsSync(stampOf(step.name)) &&
  readFileSync(stampOf(step.name), 'utf8') === now &&
  step.makes.every((path) => existsSync(inRoot(path)));

/** What another command has built meanwhile is not built again. */
const build = async (step) => {
  const now = fingerprint(step.reads);
  if (isUpToDate(step, now)) return;
  process.stderr.write(`Building: ${step.name}\n`);
  if ((await step.run()) !== 0) throw new Refusal(`The build stopped at: ${step.name}. The reason stands above.`);
  mkdirSync(dirname(stampOf(step.name)), { recursive: true });
  writeFileSync(stampOf(step.name), now);
};

const sayWaiting = () => process.stderr.write('Building: another command does it; this one waits\n');

/**
 * Catalogues, compiled packages, the tab and the sandbox's pages, or only the steps that are named. Refuses when one of them does
 * not compile. Of several commands at once one builds.
 */
export const ensureBuilt = async (...only) => {
  for (const step of steps.filter(({ name, applies }) => applies() && (only.length === 0 || only.includes(name)))) {
    if (isUpToDate(step, fingerprint(step.reads))) continue;
    await inTurn(inRoot('.cache/built', 'building'), () => build(step), sayWaiting);
  }
};

const checked = stampOf('checked');
const ofProduct = ['shared', 'bot', 'tab', 'infra/tasks'];

/** Keeps that the folder which `npm run check` builds has come from the sources as they are. */
export const noteChecked = () => {
  mkdirSync(dirname(checked), { recursive: true });
  writeFileSync(checked, fingerprint(ofProduct));
};

/** Whether that folder would come out the same now. */
export const isCheckedCurrent = () => existsSync(checked) && readFileSync(checked, 'utf8') === fingerprint(ofProduct);

if (isMain(import.meta.url)) await main(ensureBuilt);
