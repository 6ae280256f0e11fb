import { spawn, spawnSync } from 'node:child_process';
import { on } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { allowedAttributes } from '@coaching-pairs/bot/telemetry/harmless';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedOf } from '../bot/matching/crowd.js';
import { canaries, figuresOf, resource } from '../bot/process/figures.js';
import { startProcess } from '../bot/process/running-process.js';
import { hanna, openSurroundings } from '../bot/process/surroundings.js';

const task = fileURLToPath(new URL('../../infra/tasks/build.mjs', import.meta.url));
const compile = new URL('../../infra/tasks/compile.mjs', import.meta.url).href;
/** The folder that `npm run check` builds. */
const checked = fileURLToPath(new URL('../../dist', import.meta.url));
const minutes = 60_000;

const sandbox = (name: string): string => JSON.stringify(new URL(`../../infra/local/dist/${name}.js`, import.meta.url).href);

/** Starts the sandbox tenant around another build of the bot than its own. */
const around = (product: string, data: string): string => `
  const { parseOptions } = await import(${sandbox('options')});
  const { runSandbox } = await import(${sandbox('process/run')});
  const { loadPeople } = await import(${sandbox('process/load-people')});
  const { registeredParts } = await import(${sandbox('registered-parts')});
  const { shiftDate } = await import(${sandbox('clock/shift-date')});
  const args = ['--no-open', '--fresh', '--port', '0', '--data', ${JSON.stringify(data)}];
  const options = parseOptions(args, { folder: ${JSON.stringify(tmpdir())}, interactive: false });
  await runSandbox(options.value, { parts: registeredParts, loadPeople, botModule: ${JSON.stringify(pathToFileURL(product).href)}, followTime: shiftDate });
`;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** The messages of a catalogue that are a sentence rather than a word, as they stand in a bundle when they do. */
const wordsOf = (path: string): readonly string[] =>
  Object.values<string>(JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))).filter(
    (text) => text.length > 24 && !/["'{\n]/u.test(text),
  );

describe('the folder that goes to production', () => {
  const folder = mkdtempSync(join(tmpdir(), 'production-'));
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

  beforeAll(async () => {
    const built = spawn(process.execPath, [task, '--out', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
    const code = await new Promise((done) => built.once('exit', done));
    if (code !== 0) throw new Error(`npm run build ended with ${code}`);
  }, 5 * minutes);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const start = (environment: Readonly<Record<string, string>>) =>
    spawnSync(process.execPath, [join(folder, 'main.js')], { env: environment, cwd: tmpdir(), encoding: 'utf8', timeout: minutes });

  it('[S-03] starts with node alone, and refuses to when settings are missing, naming each', () => {
    const { status, stderr } = start({});
    expect(status).toBe(1);
    for (const setting of ['PORT', 'PUBLIC_URL', 'TENANT_ID', 'BOT_APP_ID', 'TAB_APP_ID', 'STORAGE_TABLE_URL'])
      expect(stderr).toContain(`${setting} is missing`);
  });

  it('[S-03] [R-18] runs by itself on a real store, checks real tokens, and stops when it is asked to', async () => {
    const around = await openSurroundings();
    const { child, origin, ended } = startProcess(join(folder, 'main.js'), around.environment);
    try {
      const url = await origin;
      const status = async (path: string, headers = {}) => (await fetch(`${url}${path}`, { headers })).status;
      const authorization = `Bearer ${await around.trust.issueTabToken(hanna.id)}`;
      expect([await status('/live'), await status('/ready'), await status('/tab/')]).toEqual([200, 200, 200]);
      expect([await status('/api/me', { authorization }), await status('/api/me')]).toEqual([200, 401]);
      child.kill('SIGTERM');
      expect(await ended).toMatchObject({ code: 0 });
    } finally {
      child.kill('SIGKILL');
      await around.close();
    }
  });

  it('[S-03] names what is missing, and nothing else', async () => {
    const settings = { PORT: '0', TENANT_ID: '3f0d6f7e-6a55-4d0b-9a7e-5b1d2c3e4f50', PUBLIC_URL: 'https://coaching.contoso.example' };
    const { stderr } = start(settings);
    for (const setting of Object.keys(settings)) expect(stderr).not.toContain(`${setting} is missing`);
    expect(stderr).toContain('BOT_APP_ID is missing');
  });

  it('[R-09] holds the thread in which matches are found, and the process looks for it where it is', async () => {
    const thread = new Worker(join(folder, 'matching-worker.js'), { workerData: { kind: 'match', asked: askedOf(31) } });
    const said = on(thread, 'message');
    const ends = async () => {
      for await (const [message] of said) if (message.kind !== 'progress') return message;
    };
    expect(await ends()).toMatchObject({ kind: 'done', answer: { ok: true } });
    const looking = filesIn(folder).filter((path) => path.endsWith('.js') && readFileSync(path, 'utf8').includes('"./matching-worker.js"'));
    expect(looking.map((path) => dirname(path))).toEqual([folder]);
  });

  it('[S-22] lists what is inside of it, and of the archived SDK holds nothing that takes requests, streams or listens', () => {
    const { components }: { components: readonly { name: string }[] } = JSON.parse(read('sbom.json'));
    const names = [...new Set(components.map(({ name }) => name))].sort();
    expect(names.filter((name) => /^bot(?:builder|framework)/u.test(name))).toEqual([
      ...['botbuilder', 'botbuilder-core', 'botbuilder-stdlib', 'botframework-connector', 'botframework-schema'],
    ]);
    expect(names.filter((name) => ['ws', 'fs-extra', 'htmlparser2', 'azurite'].includes(name))).toEqual([]);
    const listed = [...read('THIRD-PARTY.md').matchAll(/^## (\S+) \d+\.\d+\.\d+\S*$/gmu)].map(([, name]) => name);
    expect([...new Set(listed)].sort()).toEqual(names);
    const process = filesIn(folder).filter((path) => dirname(path) === folder && path.endsWith('.js'));
    const code = process.map((path) => readFileSync(path, 'utf8')).join('\n');
    for (const door of ['NamedPipeServer', 'WebSocketServer', 'class CloudAdapter ', 'BotFrameworkAdapter ', 'FileTranscriptStore'])
      expect(code).not.toContain(door);
  });

  let run: ReturnType<typeof figuresOf> | undefined;
  const figures = () => {
    run ??= figuresOf(join(folder, 'main.js'));
    return run;
  };

  it('[S-20] [S-22] tells the customer’s Application Insights of calls, and of nobody', { timeout: 2 * minutes }, async () => {
    const { code, said, envelopes, authorizations, log } = await figures();
    expect({ code, left: canaries.filter((one) => said.includes(one)) }).toEqual({ code: 0, left: [] });
    expect([...new Set(envelopes.map(({ iKey }) => iKey))]).toEqual([resource]);
    expect(authorizations.filter((one) => !/^Bearer ey[\w.-]+$/u.test(one))).toEqual([]);
    const attributes = envelopes.flatMap(({ data }) => Object.keys(data.baseData.properties ?? {}));
    expect(attributes.filter((name) => !allowedAttributes.some((one) => one === name))).toEqual([]);
    const told = envelopes.flatMap(({ data: { baseData } }) =>
      baseData.name === undefined ? [] : [`${baseData.name} ${baseData.responseCode}`],
    );
    expect(told).toEqual(expect.arrayContaining(['GET /api/me 200', 'PUT /api/admin/functions 422', 'POST /api/messages 200']));
    // That somebody writes a note has no name; what is not there has none either, whatever it was called.
    expect(told).toEqual(expect.arrayContaining(['POST unnamed 422', 'GET /api/rounds/{roundId}/wishes 404', 'GET unmatched 404']));
    expect(told.filter((one) => /live|notes/u.test(one))).toEqual([]);
    const counted = envelopes.flatMap(({ data: { baseData } }) =>
      baseData.metrics === undefined ? [] : [JSON.stringify(baseData.properties)],
    );
    expect(counted).toContain('{"service":"storage","operation":"read","ending":"done"}');
    expect(counted).toContain('{"service":"connector","operation":"post","ending":"refused"}');
    expect(log).not.toContain('telemetry.notTaken');
  });

  it('[S-05] [S-22] calls nobody for its figures but the place that the settings name, and reports on itself to nobody', async () => {
    const { settings, connected, asked } = await figures();
    expect([...connected].filter((host) => ![...settings.values()].includes(host))).toEqual([]);
    expect([...asked].filter((one) => one.endsWith('/v2.1'))).toEqual([`${settings.get('LOOPBACK')}/v2.1`]);
    const code = filesIn(folder)
      .filter((path) => dirname(path) === folder && path.endsWith('.js'))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    for (const host of ['westus-0.in.applicationinsights', 'westeurope-5.in.applicationinsights', 'NetworkStatsbeatMetrics {'])
      expect(code).not.toContain(host);
  });

  it('[S-22] built twice, from two places, it is equal byte for byte', async ({ skip }) => {
    const { isCheckedCurrent }: { isCheckedCurrent: () => boolean } = await import(compile);
    // In the order of .ci/run, npm run check has built it just before.
    skip(!isCheckedCurrent(), 'npm run check has not built these sources');
    const [one, other] = [filesIn(folder), filesIn(checked)];
    expect(one.map((path) => relative(folder, path)).sort()).toEqual(other.map((path) => relative(checked, path)).sort());
    expect(one.filter((path) => !readFileSync(path).equals(readFileSync(join(checked, relative(folder, path)))))).toEqual([]);
  });

  it('[S-15] [S-22] holds nothing of the shape of a secret, or no release could be made of it', async () => {
    const { secretsUnder } = await import(new URL('../../infra/tasks/secrets.mjs', import.meta.url).href);
    expect(secretsUnder(folder)).toEqual([]);
  });

  it('holds the process, the tab, and the licences of what is in them', () => {
    expect(JSON.parse(read('package.json'))).toMatchObject({ type: 'module', main: 'main.js' });
    expect(read('tab/index.html')).toContain('<div id="');
    for (const name of ['botbuilder 4.23.3', '@azure/identity 4.13.1', 'react 19', '@microsoft/teams-js 2.58'])
      expect(read('THIRD-PARTY.md')).toContain(`## ${name}`);
  });

  it(
    'answers a leader in the sandbox tenant, with real tokens and the real store',
    async () => {
      const data = mkdtempSync(join(tmpdir(), 'production-data-'));
      const tenant = spawn(process.execPath, ['--input-type=module', '-e', around(join(folder, 'product.js'), data)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = new Promise((done) => tenant.once('exit', done));
      try {
        const url = await new Promise<string>((done, fail) => {
          tenant.stdout.on('data', (said) => {
            const ready = /ready (\S+)/.exec(String(said))?.[1];
            if (ready !== undefined) done(ready);
          });
          tenant.once('exit', (code) => fail(new Error(`The sandbox ended with ${code}`)));
        });
        const people: readonly { id: string }[] = await (await fetch(`${url}/sandbox/people`)).json();
        const answer = await fetch(`${url}/sandbox/chats/${people[0]?.id}/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ text: 'help' }),
        });
        expect(await answer.json()).toMatchObject({ status: 200 });
        expect((await fetch(`${url}/tab/`)).headers.get('content-type')).toContain('text/html');
      } finally {
        tenant.kill('SIGTERM');
        await ended;
        rmSync(data, { recursive: true, force: true });
      }
    },
    3 * minutes,
  );

  it('holds nothing of the sandbox tenant', () => {
    const files = filesIn(folder);
    const found = files.filter((path) =>
      /\/sandbox\/|infra\/local|@coaching-pairs\/local|azurite\/|selfsigned/.test(readFileSync(path, 'utf8')),
    );
    expect(found).toEqual([]);
    expect(files.length).toBeGreaterThan(4);
    const texts = files.filter((path) => /\.(js|html|css)$/.test(path)).map((path) => readFileSync(path, 'utf8'));
    const said = wordsOf('infra/local/src/words/en.json').filter((words) => texts.some((text) => text.includes(words)));
    expect(said).toEqual([]);
    expect(texts.some((text) => text.includes(wordsOf('shared/src/words/en.json')[0] ?? '?'))).toBe(true);
    expect(read('THIRD-PARTY.md')).not.toContain('## azurite');
  });
});
