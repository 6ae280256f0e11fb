import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsIn, root, textOf } from './documented.js';

const run = promisify(execFile);
const page = 'docs/guides/people-partners.md';
const commands = commandsIn(page).filter((command) => command.startsWith('npm run --silent match'));

describe(`the dry run as ${page} shows it`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'documented-'));
  beforeAll(() => {
    mkdirSync(join(folder, 'tests'));
    symlinkSync(join(root, 'tests/data'), join(folder, 'tests/data'), 'junction');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** As a reader would, one after the other, but in a folder of its own, so that no file is left in the repository. */
  const tried = async (command: string): Promise<string> => {
    const [, ...args] = command.split(' ');
    const { stdout } = await run('npm', ['--prefix', root, ...args], { cwd: folder, shell: process.platform === 'win32' });
    return stdout;
  };

  it('does what is said of it, command by command', { timeout: 240_000 }, async () => {
    expect(commands.length).toBeGreaterThan(4);
    for (const command of commands) {
      const said = await tried(command);
      if (command.includes('--json')) expect(JSON.parse(said)).toMatchObject({ participants: 12, proof: { optimal: true } });
      else expect(said, command).toContain('Proved best possible: ');
      for (const [, file = ''] of command.matchAll(/--(?:out|dimacs) (\S+)/gu)) expect(existsSync(join(folder, file)), command).toBe(true);
    }
    const pairs = ['round-1.csv', 'round-2.csv'].flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n').slice(1));
    expect(new Set(pairs).size, 'nobody gets the same partner again').toBe(12);
  });

  it('names every option that the command has', { timeout: 60_000 }, async () => {
    const help = await tried('npm run --silent match -- --help');
    const options = [...new Set(help.match(/--[a-z]+/gu))].filter((option) => !['--silent', '--help'].includes(option));
    expect(options.length).toBeGreaterThan(6);
    expect(options.filter((option) => !textOf(page).includes(`\`${option}`))).toEqual([]);
  });
});
