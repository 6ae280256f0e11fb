import { execFileSync, spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { plainStyle, terminalStyle, widthOf } from '@coaching-pairs/bot/cli/layout';
import { reportLines } from '@coaching-pairs/bot/cli/report-text';
import { styleFor } from '@coaching-pairs/bot/cli/terminal';
import { personId } from '@coaching-pairs/shared/ids';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { untranslated } from '../../pseudo.js';
import { company } from '../../shared/organisation/company.js';
import { type Desk, openDesk, peopleCsv, task, withoutBuilding } from './dry-run.js';

// The command is started several times, on machines that have other work to do.
vi.setConfig({ testTimeout: 120_000 });

let desk: Desk;
beforeAll(() => {
  desk = openDesk();
});
afterAll(() => desk.remove());

const report = {
  participants: 5,
  pairs: [
    { members: ['a', 'b'].map(personId), reasons: ['Far apart in the organisation, which takes a long sentence to say', 'Same place'] },
    { members: ['c', 'd', 'e'].map(personId), reasons: ['Same language'] },
  ],
  unmatched: [],
  proof: { optimal: true, value: 1234, bound: 1234, gap: 0, checkedPairs: 10 },
  infeasible: null,
  warnings: [],
  seconds: 0.25,
};
const names = new Map([
  ['a', 'Priya Nair'],
  ['b', '李小龙'],
  ['c', 'Zoë'],
  ['d', 'Maximiliane von Hohenfels'],
  ['e', 'Bo'],
]);
const look = {
  words: wordsFor('en-GB'),
  nameOf: (id: string) => names.get(id) ?? id,
  functionOf: (id: string) => (id === 'e' ? null : 'Sales'),
  leaderId: null,
  leaning: [],
  width: 100,
  style: plainStyle,
};

describe('the table', () => {
  it('stands in columns of the same width, whatever signs the names have, and wraps its reasons', () => {
    const lines = reportLines(look, report);
    const columnOf = (text: string): number => {
      const line = lines.find((one) => one.includes(text)) ?? '';
      return widthOf(line.slice(0, line.indexOf(text)));
    };
    expect(
      new Set([
        columnOf('What speaks'),
        columnOf('Far apart'),
        columnOf('long sentence'),
        columnOf('Same place'),
        columnOf('Same language'),
      ]).size,
    ).toBe(1);
    expect(columnOf('李小龙')).toBe(columnOf('Maximiliane'));
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(100);
    expect(lines.join('\n')).toContain('in no function');
  });

  it('puts reasons below the people where the terminal is narrow', () => {
    const lines = reportLines({ ...look, width: 60 }, report);
    expect(lines).toContain('  Same place');
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(60);
  });

  it('has colours on a terminal alone, and not where its reader wants none', () => {
    const terminal = { isTTY: true } as NodeJS.WriteStream;
    const pipe = { isTTY: false } as NodeJS.WriteStream;
    expect(styleFor(terminal, {})).toBe(terminalStyle);
    expect([styleFor(terminal, { NO_COLOR: '1' }), styleFor(terminal, { TERM: 'dumb' }), styleFor(pipe, {})]).toEqual(
      Array.from({ length: 3 }, () => plainStyle),
    );
  });

  it('has no words of its own: all of them stand in the catalogue', async () => {
    const people = company()
      .has('Ann', { department: 'Sales' })
      .has('Bea', { department: 'Care' })
      .has('Cleo', { department: 'Care' }).people;
    desk.write('people.csv', peopleCsv(people));
    const { code, result, notes } = await desk.matchWith({ LC_ALL: 'qps-ploc' }, 'people.csv');
    expect(code).toBe(0);
    // A wrapped line may break within a bracket, so that whole paragraphs are looked at.
    const texts = [...result.split('\n\n'), ...notes.split('\n')].map((text) => text.replace(/\s+/gu, ' '));
    expect(untranslated(texts, ['Ann', 'Bea', 'Cleo', 'Sales', 'Care'])).toEqual([]);
    const usage = await desk.matchWith({ LC_ALL: 'qps-ploc' }, '--help');
    const facts = [
      'npm run --silent match -- people.csv',
      'trio|reserve',
      'FILE',
      ' ID',
      ' N ',
      ...(usage.result.match(/--[a-z]+/gu) ?? []),
    ];
    expect(untranslated(usage.result.split('\n'), facts)).toEqual([]);
  });
});

describe('a run that is not waited for', () => {
  it('ends with 130 on Ctrl-C, and leaves no file behind', async ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no named pipes in folders.');
    // While the file is being read through a named pipe, the command is known to be at work.
    execFileSync('mkfifo', [desk.path('slow.csv')]);
    const before = desk.files();
    const child = spawn(process.execPath, [task, 'slow.csv', '--out', 'round.csv', '--dimacs', 'graph.txt'], {
      env: { ...process.env, INIT_CWD: desk.folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const pipe = await open(desk.path('slow.csv'), 'w');
    child.kill('SIGINT');
    const rows = Array.from({ length: 120 }, (_, at) => `p${at},P${at},D${at % 9},`);
    await pipe.write(['id,name,department,managerId', ...rows, ''].join('\n'));
    await pipe.close();
    expect(await ended).toBe(130);
    expect(desk.files()).toEqual(before);
  });

  it('is whole when its reader is slow, and ends quietly when its reader has seen enough', async ({ skip }) => {
    skip(process.platform === 'win32', 'The pipes of a POSIX shell.');
    const rows = Array.from({ length: 380 }, (_, at) => `p${at},P${at},${`Function ${at % 9} `.repeat(20)},p0`);
    desk.write('wordy.csv', ['id,name,department,managerId', ...rows, ''].join('\n').replace(',p0\n', ',\n'));
    const shell = (after: string): string =>
      execFileSync('sh', ['-c', `"$0" "$1" wordy.csv --json 2>notes.txt | ${after}`, process.execPath, task], {
        cwd: desk.folder,
        env: { ...process.env, INIT_CWD: desk.folder },
        encoding: 'utf8',
        maxBuffer: 50_000_000,
      });
    const whole = shell('(sleep 4; cat)');
    expect(whole.length).toBeGreaterThan(64 * 1024);
    expect(JSON.parse(whole)).toMatchObject({ participants: 380 });
    shell('head -c 10');
    expect(withoutBuilding(desk.read('notes.txt'))).toBe('');
  });
});
