import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { parseOptions as parseMatchOptions } from '@coaching-pairs/bot/cli/options';
import { parseOptions } from '@coaching-pairs/local/options';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commandsIn, root, textOf } from './documented.js';

const run = promisify(execFile);
const pagesIn = (folder: string): readonly string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder)).flatMap((name) => (name.endsWith('.md') ? [join(folder, name)] : []))
    : [];
const pages = ['README.md', 'CONTRIBUTING.md', ...pagesIn('docs'), ...pagesIn('docs/guides'), ...pagesIn('docs/decisions')];

const shown = pages.flatMap((page) => commandsIn(page).map((command) => ({ page, command })));
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(textOf('package.json')));

/** What a reader brings along, and variables that a page sets for its own examples. */
const theirs = /^(git clone|cd|curl|az login|node main\.js|[A-Z]+=)/u;

/** Other implementations that somebody may put beside the matching by hand: their programs are here, their libraries are not. */
const rival = /^(python3|g\+\+|\.\/lemon-match) /u;

const rivalFault = (command: string): string | null => {
  const missing = command.split(/\s+/u).filter((word) => word.startsWith('tests/') && !existsSync(join(root, word)));
  return missing.length === 0 ? null : `names a file that is not there: ${missing.join(', ')}`;
};

const envFilesIn = (args: readonly string[]): readonly string[] =>
  args.filter((_arg, at) => ['--env', '--people'].includes(args[at - 1] ?? ''));
const missingFile = (files: readonly string[]): string | null =>
  files.every((file) => existsSync(join(root, file))) ? null : `names a file that is not there: ${files.join(', ')}`;

const faultOf = (command: string): string | null => {
  if (theirs.test(command)) return null;
  if (rival.test(command)) return rivalFault(command);
  const [program, word = '', ...rest] = command.split(/\s+/u);
  if (program === 'node') return missingFile([word, ...envFilesIn(rest)]);
  if (program !== 'npm') return 'is no command that we know';
  const named = rest.filter((arg) => arg !== '--silent');
  const [script, args] = word === 'run' ? [named[0] ?? '', named.slice(1)] : [word, rest];
  if (!(script in scripts)) return `names a script that package.json has not: ${script}`;
  const given = args.filter((arg) => arg !== '--');
  if (script === 'start') {
    const parsed = parseOptions(given, { folder: root, interactive: false });
    return parsed.ok ? null : parsed.error;
  }
  if (script === 'match') {
    const parsed = parseMatchOptions(wordsFor('en-GB'), given);
    return parsed.ok ? null : parsed.error.join(' ');
  }
  return missingFile(envFilesIn(given));
};

const npm = (...args: readonly string[]) =>
  run('npm', [...args], { cwd: root, env: { ...process.env, CI: '1' }, shell: process.platform === 'win32' });

describe('commands in the documentation', () => {
  it('are read from every page', () => {
    expect(shown.map(({ page }) => page)).toEqual(expect.arrayContaining(['README.md', join('docs/guides', 'it.md')]));
    expect(shown.map(({ command }) => command)).toEqual(expect.arrayContaining(['npm start', 'npm test']));
  });

  it('are scripts of this repository, with options and files that exist', () => {
    expect(shown.flatMap(({ page, command }) => (faultOf(command) === null ? [] : [`${page}: ${command} ${faultOf(command)}`]))).toEqual(
      [],
    );
  });

  it('would be found wrong if they were', () => {
    expect(faultOf('npm run deploy')).toBe('names a script that package.json has not: deploy');
    expect(faultOf('npm start -- --people nobody.csv --colour blue')).toMatch(/--colour/u);
    expect(faultOf('npm run --silent match -- people.csv --colour blue')).toMatch(/--colour/u);
    expect(faultOf('npm run package -- --env nobody.env')).toBe('names a file that is not there: nobody.env');
    expect(faultOf('python3 tests/bench/rivals/nobody.py graph')).toBe('names a file that is not there: tests/bench/rivals/nobody.py');
    expect(faultOf('node infra/deploy.mjs --env nobody.env --plan')).toBe('names a file that is not there: infra/deploy.mjs, nobody.env');
    expect(faultOf('yarn start')).toBe('is no command that we know');
  });

  it('do what is said of them: the help of the sandbox', async () => {
    const { stdout } = await npm('start', '--silent', '--', '--help');
    for (const option of ['--port', '--data', '--fresh', '--people', '--no-open']) {
      expect(stdout).toContain(option);
      expect(textOf('README.md')).toContain(option);
    }
  }, 120_000);

  it('do what is said of them: the package from the sample', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'package-'));
    try {
      const { stdout } = await npm(
        'run',
        '--silent',
        'package',
        '--',
        '--env',
        'appPackage/sample.env',
        '--out',
        join(folder, 'sample.zip'),
      );
      expect(existsSync(stdout.trim())).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('do what is said of them: the list of rules with a test', async () => {
    const page = join(root, 'docs/mission-coverage.md');
    const before = readFileSync(page);
    try {
      const { stdout } = await npm('run', '--silent', 'coverage:mission');
      expect(stdout).toMatch(/^With a test \(\d+\): .*\bCP-22\b/mu);
    } finally {
      if (!readFileSync(page).equals(before)) writeFileSync(page, before);
    }
  });
});

describe('links in the documentation', () => {
  it('lead to files that are there', () => {
    const broken = pages.flatMap((page) =>
      [...textOf(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/gu)].flatMap(([, target = '']) =>
        existsSync(join(root, dirname(page), target)) ? [] : [`${page} → ${target}`],
      ),
    );
    expect(broken).toEqual([]);
  });

  it('name rules only beside tests that carry their ids', () => {
    const rows = textOf('README.md')
      .split('\n')
      .filter((line) => /^\|.*\b(?:CP|S|R)-\d/u.test(line));
    const unproven = rows.flatMap((row) => {
      const tests = [...row.matchAll(/\]\((tests\/[^)]+)\)/gu)].map(([, path = '']) => textOf(path)).join('\n');
      const ids = [...row.matchAll(/\b(?:CP|TT|S|R)-\d+[a-z]?\b/gu)].map(([id]) => id);
      return ids.filter((id) => !new RegExp(`\\[[^\\]]*\\b${id}\\b[^\\]]*\\]`, 'u').test(tests));
    });
    expect(rows.length).toBeGreaterThan(8);
    expect(unproven).toEqual([]);
  });
});

const catalogue = (path: string): readonly string[] => Object.values(z.record(z.string(), z.string()).parse(JSON.parse(textOf(path))));

describe('the steps of a first round', () => {
  const messages = ['shared/src/words/en.json', 'infra/local/src/words/en.json'].flatMap(catalogue);
  const organisation = textOf('infra/local/src/people/contoso-leaders.ts') + textOf('infra/local/src/people/companions.ts');
  const plain = (text: string): string => text.replace(/[’‘]/gu, "'");
  /** As the catalogue has it: word for word, or with a number where the message has an argument. */
  const isSaid = (words: string): boolean =>
    messages.some(
      (message) => plain(message) === words || (/\{count\b/u.test(message) && plain(message).startsWith(words.split(/\d/u)[0] ?? '?')),
    );

  it.each(['docs/try-it.md', 'README.md'])('in %s name no words that are on no button, and nobody who is not there', (page) => {
    const [, steps = ''] = page === 'README.md' ? (/## The first five minutes\n(.*?)\n## /su.exec(textOf(page)) ?? []) : ['', textOf(page)];
    const named = [...steps.matchAll(/\*\*(.+?)\*\*/gu)].map(([, text = '']) => plain(text));
    const leadIn = ['the clock', 'the half circle', 'the name at the right'];
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((text) => !leadIn.includes(text) && !isSaid(text) && !organisation.includes(text))).toEqual([]);
  });
});
