// From nothing to running, and from one version to the next: node infra/deploy.mjs --env file.env [--plan]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs, parseEnv } from 'node:util';
import { azureCli } from './deploy/az.mjs';
import { reach } from './deploy/reach.mjs';
import { releaseOf } from './deploy/release.mjs';
import { deploy, goBack } from './deploy/run.mjs';
import { deploymentOf } from './deploy/settings.mjs';
import { packageFrom } from './tasks/package.mjs';
import { inRoot, isMain, json, main, Refusal } from './tasks/project.mjs';

const usage = `Deploys Coaching Pairs into your own Azure and Entra, or brings it to this version.

  node infra/deploy.mjs --env FILE [--plan | --rollback] [--yes] [--product FOLDER]

  --env FILE        the settings; infra/sample.env shows them all
  --plan            says what would change, and changes nothing
  --rollback        puts the version before the present one back
  --yes             does not ask before it begins
  --product FOLDER  a folder made by npm run build; without it, one is built

It needs the Azure CLI (az), signed in. It can be stopped at any time and started again.
`;

const flags = ['plan', 'rollback', 'yes', 'help'].map((name) => [name, { type: 'boolean', default: false }]);
const options = { env: { type: 'string' }, product: { type: 'string' }, ...Object.fromEntries(flags) };

const optionsIn = (args) => {
  try {
    return parseArgs({ args, options }).values;
  } catch (fault) {
    throw new Refusal(`${fault.message}\n\n${usage}`, { cause: fault });
  }
};

/** The settings of a file, or a refusal that names every fault. */
export const settingsIn = (path) => {
  if (path === undefined) throw new Refusal(`--env is missing.\n\n${usage}`);
  const file = resolve(process.env.INIT_CWD ?? '.', path);
  if (!existsSync(file)) throw new Refusal(`There is no file ${path}.`);
  const values = parseEnv(readFileSync(file, 'utf8'));
  const { settings, problems } = deploymentOf(values);
  if (settings === undefined) throw new Refusal(`These settings will not do:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  return { settings, values };
};

const askAloud = async (question) => {
  if (!process.stdin.isTTY) throw new Refusal(`${question} There is nobody to ask; say --yes when you mean it.`);
  const line = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/iu.test((await line.question(`${question} (yes/no) `)).trim());
  } finally {
    line.close();
  }
};

const builtAt = async (folder) => {
  if (folder !== undefined) return resolve(process.env.INIT_CWD ?? '.', folder);
  const { buildProduct } = await import('./tasks/build.mjs');
  await buildProduct(inRoot('dist'));
  return inRoot('dist');
};

const writePackage = (values, known) => {
  const { version } = json(inRoot('package.json'));
  const ids = { BOT_APP_ID: known.outputs.identityClientId, TAB_APP_ID: known.tabAppId };
  const { bytes, problems } = packageFrom({ settings: { ...values, ...ids }, version });
  if (bytes === undefined) throw new Refusal(`The app package was not made:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  const target = inRoot('dist/package', `coaching-pairs-${version}.zip`);
  mkdirSync(inRoot('dist/package'), { recursive: true });
  writeFileSync(target, bytes);
  return target;
};

if (isMain(import.meta.url))
  await main(async () => {
    const given = optionsIn(process.argv.slice(2));
    const say = (line) => void process.stdout.write(`${line}\n`);
    if (given.help) return say(usage);
    const { settings, values } = settingsIn(given.env);
    const ports = { az: azureCli(), settings, reach, sleep, say, confirm: given.yes ? async () => true : askAloud };
    if (given.rollback) return goBack(ports);
    // Before anything is built for minutes.
    await ports.az.ask(['account', 'show']);
    const release = releaseOf(await builtAt(given.product));
    const { planned, notes, known } = await deploy({ ...ports, release }, { planOnly: given.plan });
    if (given.plan)
      return say(planned === 0 ? 'Nothing would change.' : `${planned} changes. Nothing was changed; leave --plan out to make them.`);
    say(planned === 0 ? 'Everything is as it should be.' : 'Done.');
    say(`The app package for the Teams admin center: ${writePackage(values, known)}`);
    for (const note of notes) say(`! ${note}`);
    say('Whether all of it works: npm run doctor -- --env with the same file.');
    return notes.length > 0 ? 2 : 0;
  });
