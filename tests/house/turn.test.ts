import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'turn-'));
afterAll(() => rmSync(folder, { recursive: true }));
const task = new URL('../../infra/tasks/turn.mjs', import.meta.url).href;

/** A process that writes in two parts what must be read whole, and says what it found. */
const builder = `
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inTurn } from ${JSON.stringify(task)};
const [, turn, built] = process.argv;
await inTurn(turn, async () => {
  if (existsSync(built)) return process.stdout.write(readFileSync(built, 'utf8'));
  writeFileSync(built, 'first ');
  await new Promise((resolve) => setTimeout(resolve, 300));
  appendFileSync(built, 'second');
  process.stdout.write('built');
});`;

const runs = (turn: string, built: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', builder, turn, built], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (part) => {
      said += part;
    });
    child.once('error', reject);
    child.once('close', () => resolve(said));
  });

describe('a build that several commands want at once', () => {
  it('is made by one of them; the others wait and find it whole', async () => {
    const [turn, built] = [join(folder, 'one', 'turn'), join(folder, 'built')];
    const said = await Promise.all([1, 2, 3, 4].map(() => runs(turn, built)));
    expect(said.sort()).toEqual(['built', 'first second', 'first second', 'first second']);
    expect(existsSync(turn)).toBe(false);
  });

  it('goes on when whoever had the turn has died', async () => {
    const [turn, built] = [join(folder, 'dead'), join(folder, 'again')];
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.once('close', resolve));
    writeFileSync(turn, String(child.pid));
    const long = new Date(Date.now() - 60_000);
    utimesSync(turn, long, long);
    expect(await runs(turn, built)).toBe('built');
    expect(readFileSync(built, 'utf8')).toBe('first second');
  });
});
