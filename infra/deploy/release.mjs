// One version of the process: what it is known by, and how it takes over. The next slot proves itself before anybody meets it.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { Refusal } from '../tasks/project.mjs';
import { zipOf } from '../tasks/zip.mjs';
import { ifThere } from './az.mjs';

/** Where a running process says which build it is: no version, only what a reader of the build can compare. */
export const markPath = '/tab/build.txt';
const markFile = 'tab/build.txt';

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: relative(folder, path).split(sep).join('/'), data: readFileSync(path) }))
    .filter(({ name }) => name !== markFile)
    .sort((one, other) => (one.name < other.name ? -1 : 1));

/** A folder of `npm run build` as one zip, with a mark of its bytes inside: the same folder gives the same of both. */
export const releaseOf = (folder) => {
  const files = filesIn(folder);
  if (!files.some(({ name }) => name === 'main.js')) throw new Refusal(`${folder} holds no main.js; make it with npm run build.`);
  const hash = createHash('sha256');
  for (const { name, data } of files) hash.update(`${name}\n${data.length}\n`).update(data);
  const mark = hash.digest('hex').slice(0, 32);
  return { mark, bytes: zipOf([...files, { name: markFile, data: Buffer.from(`${mark}\n`) }]) };
};

/** The mark of what runs at an origin, or null where nothing of ours answers. */
export const markAt = async (reach, origin) => {
  const answer = await reach(`${origin}${markPath}`);
  const text = answer?.status === 200 ? answer.text.trim() : '';
  return /^[0-9a-f]{32}$/u.test(text) ? text : null;
};

const patience = 120;
const between = 5_000;

/** Waits until a build is ready at an origin, for ten minutes at most. */
const untilReady = async ({ reach, sleep, say }, origin, mark) => {
  say(`  waiting for ${origin}/ready`);
  for (let tries = 0; tries < patience; tries += 1) {
    const ready = await reach(`${origin}/ready`);
    if (ready?.status === 200 && (mark === null || (await markAt(reach, origin)) === mark)) return;
    await sleep(between);
  }
  throw new Refusal(
    `${origin} was not ready within ten minutes; what served before goes on serving. See its log: az webapp log tail --slot next.`,
  );
};

const slot = (settings, app, ...more) => ['--resource-group', settings.resourceGroup, '--name', app, '--slot', 'next', ...more];
const originsOf = ({ appHost, appNextHost }) => ({ live: `https://${appHost}`, next: `https://${appNextHost}` });

const swapIn = async ({ az, settings, known }) =>
  az.ask(['webapp', 'deployment', 'slot', 'swap', ...slot(settings, known.outputs.appName), '--target-slot', 'production']);

const upload = async ({ az, settings, known, release }) => {
  const folder = mkdtempSync(join(tmpdir(), 'coaching-pairs-'));
  const file = join(folder, 'release.zip');
  try {
    writeFileSync(file, release.bytes);
    await az.ask(['webapp', 'deploy', ...slot(settings, known.outputs.appName), '--src-path', file, '--type', 'zip', '--async', 'false']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const takeOver = {
  name: 'The process',
  look: async ({ known, release, reach }) => {
    if (known.outputs === undefined) return [`start build ${release.mark}`];
    const running = await markAt(reach, originsOf(known.outputs).live);
    if (running === release.mark) return [];
    return [running === null ? `start build ${release.mark}` : `replace build ${running} by ${release.mark}, once it is ready beside it`];
  },
  act: async (context) => {
    const { az, settings, known, release, reach } = context;
    const { next } = originsOf(known.outputs);
    await az.ask(['webapp', 'start', ...slot(settings, known.outputs.appName)]);
    // A deployment that was cut off here has brought it already.
    if ((await markAt(reach, next)) !== release.mark) await upload(context);
    await untilReady(context, next, release.mark);
    await swapIn(context);
    await untilReady(context, originsOf(known.outputs).live, release.mark);
  },
};

/** What the other slot holds, once it has had time to start; null where it is nothing of ours. */
const heldBack = async ({ reach, sleep }, origin) => {
  for (let tries = 0; tries < patience / 4; tries += 1) {
    const mark = await markAt(reach, origin);
    if (mark !== null) return mark;
    await sleep(between);
  }
  return null;
};

/** Puts the version before the present one back; it waits in the other slot, and rests again when it will not do. */
export const rollBack = async (context) => {
  const { az, settings, known, reach, say } = context;
  const { live, next } = originsOf(known.outputs);
  const named = slot(settings, known.outputs.appName);
  await az.ask(['webapp', 'start', ...named]);
  try {
    const [running, before] = [await markAt(reach, live), await heldBack(context, next)];
    if (before === null || before === running) throw new Refusal('There is no earlier version to go back to.');
    await untilReady(context, next, before);
    await swapIn(context);
    await untilReady(context, live, before);
    say(`Build ${before} serves again, instead of ${running ?? 'what was there'}.`);
  } finally {
    await az.ask(['webapp', 'stop', ...named]);
  }
};

/** The one before is kept for a rollback, but a version that no longer serves would go on with its share of the work. */
const rest = {
  name: 'The version before',
  look: async ({ az, settings, known }) => {
    if (known.outputs === undefined) return [];
    const found = await ifThere(az.ask(['webapp', 'show', ...slot(settings, known.outputs.appName)]));
    return found?.state === 'Running' ? ['stop it; it is kept for a rollback'] : [];
  },
  act: async ({ az, settings, known }) => void (await az.ask(['webapp', 'stop', ...slot(settings, known.outputs.appName)])),
};

export const releaseSteps = [takeOver, rest];
