import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commandsIn, root } from '../house/documented.js';
import { openWorld, runIn, type World } from './azure-world.js';

const run = promisify(execFile);
let world: World;
let server: Server;
const place = mkdtempSync(join(tmpdir(), 'az-'));
const bin = join(place, 'bin');

/** An `az` that asks the test what to say: a real process with the real arguments, files and exit codes. */
const program = (port: number): string => `#!${process.execPath}
const { request } = require('node:http');
const asking = request({ port: ${port}, host: '127.0.0.1', method: 'POST' }, (answer) => {
  let said = '';
  answer.on('data', (part) => (said += part));
  answer.on('end', () => {
    (answer.statusCode === 200 ? process.stdout : process.stderr).write(said);
    process.exitCode = answer.statusCode === 200 ? 0 : 1;
  });
});
asking.end(JSON.stringify(process.argv.slice(2)));
`;

beforeAll(async () => {
  world = openWorld();
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { code, said } = runIn(world, z.array(z.string()).parse(JSON.parse(Buffer.concat(parts).toString('utf8'))));
    response.writeHead(code === 0 ? 200 : 400).end(said);
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  mkdirSync(bin);
  writeFileSync(join(bin, 'az'), program((server.address() as AddressInfo).port));
  chmodSync(join(bin, 'az'), 0o755);
  mkdirSync(join(place, 'product/tab'), { recursive: true });
  writeFileSync(join(place, 'product/main.js'), '// the process\n');
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  rmSync(place, { recursive: true });
});

const started = async (path: string, ...args: readonly string[]) => {
  const environment = { ...process.env, PATH: path, INIT_CWD: root };
  const { code, stdout, stderr } = await run(process.execPath, args, { cwd: root, env: environment }).then(
    (said) => ({ code: 0, ...said }),
    (fault: { code: number; stdout: string; stderr: string }) => fault,
  );
  return { code, stdout, stderr };
};
const withAz = `${bin}${delimiter}${process.env['PATH'] ?? ''}`;
const plan = ['infra/deploy.mjs', '--env', 'infra/sample.env', '--plan', '--product', join(place, 'product')];

const documented = [...new Set(['README.md', 'docs/guides/it.md'].flatMap(commandsIn))].filter((one) =>
  one.startsWith('node infra/deploy'),
);

describe.skipIf(process.platform === 'win32')('node infra/deploy.mjs', () => {
  it('says with --plan all that it would do, asking the Azure CLI as its user would', async () => {
    const { code, stdout, stderr } = await started(withAz, ...plan);
    expect([code, stderr]).toEqual([0, '']);
    for (const words of ['✓ Signed in to Azure', '+ Registration of the tab', '+ Infrastructure', 'Nothing was changed; leave --plan out'])
      expect(stdout).toContain(words);
    expect(world.commands.every((args) => args.includes('--only-show-errors') && args.includes('json'))).toBe(true);
    expect(world.commands).toContainEqual(
      expect.arrayContaining(['--url-parameters', "$filter=displayName eq 'Coaching Pairs (coaching-pairs)'"]),
    );
  });

  it('says in plain words that the Azure CLI is missing, or is signed in nowhere, before anything is built', async () => {
    const without = await started(join(place, 'nothing'), ...plan.filter((arg) => !plan.slice(-2).includes(arg)));
    expect(without).toMatchObject({
      ...{ code: 1, stdout: '' },
      stderr: expect.stringMatching(/^The Azure CLI \(az\) was not found\. .*\n.*az login, and start this again\.\n$/u),
    });
  });

  it('asks before it begins, and does nothing where there is nobody to ask', async () => {
    const { code, stderr } = await started(withAz, ...plan.filter((arg) => arg !== '--plan'));
    expect([code, stderr]).toEqual([1, expect.stringContaining('There is nobody to ask; say --yes when you mean it.')]);
    expect(world.hasGroup).toBe(false);
  });

  it.each(documented)('answers as the guides have it, in sentences: %s', async (command) => {
    const [, ...args] = command.split(' ');
    const { code, stdout, stderr } = await started(withAz, ...args, '--product', join(place, 'product'));
    expect([0, 1]).toContain(code);
    expect(stdout + stderr).toMatch(/[.)]\n$/u);
    expect(stdout + stderr).not.toMatch(/\n {4}at |unknown|undefined/iu);
  });

  it('refuses settings that will not do, each with a sentence', async () => {
    const { code, stderr } = await started(withAz, 'infra/deploy.mjs', '--env', 'appPackage/sample.env');
    expect([code, stderr]).toEqual([1, expect.stringContaining('- LOCATION is missing.')]);
  });
});

describe.skipIf(process.platform === 'win32')('node infra/doctor.mjs', () => {
  it('says what to mend of what was never deployed, and that it is not well', async () => {
    const { code, stdout } = await started(withAz, 'infra/doctor.mjs', '--env', 'infra/sample.env');
    expect(code).toBe(1);
    expect(stdout).toContain(
      '✗ Signed in to Azure\n    Nothing was deployed to coaching-pairs, or it did not succeed.\n    → Run node infra/deploy.mjs',
    );
    expect(stdout).toMatch(/\d to mend\.\n$/u);
  });
});
