import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { commandsIn, root, textOf } from './documented.js';

const run = promisify(execFile);
const pages = ['README.md', 'docs/try-it.md', 'docs/sandbox.md', ...['it', 'people-partners'].map((name) => `docs/guides/${name}.md`)];

/** Where each command of a guide is run by the tests: a file, and words of it that show so. Those without a file are run below. */
const places: readonly (readonly [command: RegExp, file: string, words: string])[] = [
  [/^node infra\/deploy\.mjs --env infra\/sample\.env(?: --(?:plan|rollback))?$/u, 'tests/infra/cli.test.ts', 'documented'],
  [/^npm run doctor -- --env infra\/sample\.env$/u, 'tests/infra/cli.test.ts', 'infra/doctor.mjs'],
  [/^npm run package -- --env appPackage\/sample\.env$/u, 'tests/house/docs-commands.test.ts', "'package'"],
  [/^npm run build -- --out dist$/u, 'tests/house/production-folder.test.ts', 'npm run build ended with'],
  [/^npm run --silent (?:backup|restore) -- --table \S+ --(?:to|from) \S+$/u, 'tests/bot/cli/backup.test.ts', 'restoreCommand'],
  [/^npm run --silent match -- /u, 'tests/house/docs-match.test.ts', 'command by command'],
  [/^curl |^[A-Z]+=/u, 'tests/house/docs-sandbox.test.ts', 'examples'],
  [/^npm start -- --help$/u, 'tests/house/docs-commands.test.ts', "'--help'"],
  [/^npm start(?: -- .*)?$/u, 'tests/local/process/sandbox.test.ts', 'ready'],
  [/^npm test$/u, '.ci/run', 'npm test'],
  [/^npm run exchange:scope -- --env appPackage\/sample\.env$/u, '', ''],
  [/^npm run --silent audit:verify -- record\.json --since earlier\.json$/u, '', ''],
];
/** What a reader brings along. */
const theirs = /^az login$/u;

const npm = async (folder: string, ...args: readonly string[]) => {
  const environment = { ...process.env, CI: '1', LC_ALL: 'en_GB.UTF-8' };
  return run('npm', ['--prefix', root, ...args], { cwd: folder, env: environment, shell: process.platform === 'win32' }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (fault: { code: number; stdout: string; stderr: string }) => fault,
  );
};

describe('the commands of the guides', () => {
  it('are each run by a test', () => {
    const shown = pages.flatMap((page) => commandsIn(page).map((command) => ({ page, command })));
    expect(shown.length).toBeGreaterThan(40);
    const unrun = shown.filter(({ command }) => !theirs.test(command) && !places.some(([look]) => look.test(command)));
    expect(unrun).toEqual([]);
    expect(places.filter(([look]) => !shown.some(({ command }) => look.test(command))).map(String)).toEqual([]);
    expect(places.filter(([, file, words]) => file !== '' && !textOf(file).includes(words)).map(String)).toEqual([]);
  });

  it('write the script for Exchange, and say in words when a record cannot be read', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guides-'));
    try {
      const script = join(folder, 'scope.ps1');
      const written = await npm(
        folder,
        'run',
        '--silent',
        'exchange:scope',
        '--',
        '--env',
        join(root, 'appPackage/sample.env'),
        '--out',
        script,
      );
      expect([written.code, written.stdout.trim(), existsSync(script)]).toEqual([0, script, true]);
      const verified = await npm(folder, 'run', '--silent', 'audit:verify', '--', 'record.json', '--since', 'earlier.json');
      expect(verified.code).toBe(2);
      expect(verified.stderr).toContain('record.json: cannot be read.');
      expect(verified.stdout + verified.stderr).not.toMatch(/\n {4}at /u);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
