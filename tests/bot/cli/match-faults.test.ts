import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { company } from '../../shared/organisation/company.js';
import { type Desk, openDesk, peopleCsv } from './dry-run.js';

// Each runs the command several times, on machines that have other work to do.
vi.setConfig({ testTimeout: 120_000 });

let desk: Desk;
beforeAll(() => {
  desk = openDesk();
  desk.write('people.csv', peopleCsv(company().has('Ann').has('Bea').has('Cleo').has('Dora').people));
});
afterAll(() => desk.remove());

/** What is said of input that is refused; nothing stands on standard output then. */
const refused = async (...args: readonly string[]): Promise<readonly string[]> => {
  const { code, result, notes } = await desk.match(...args);
  expect([code, result]).toEqual([2, '']);
  return notes.trimEnd().split('\n');
};

describe('faulty input ends with 2', () => {
  it('a file of people with every fault by its line', async () => {
    desk.write('faulty.csv', 'id,name,department,timeZone\np1,Ann,Sales,Mars/Base\np1,,Care,\np2,Bea\n');
    expect(await refused('faulty.csv', '--json')).toEqual([
      'faulty.csv has 5 faults:',
      '  Line 1, column managerId: this column is missing.',
      '  Line 2, column timeZone: “Mars/Base” is no time zone. Write it like Europe/London.',
      '  Line 3, column name: this must not be empty.',
      '  Line 3, column id: “p1” is on line 2 already.',
      '  Line 4: there are 2 cells, but 4 columns.',
    ]);
  });

  it('the faults of all files at once, each below the name of its file', async () => {
    desk.write('history.csv', 'a,c\np1,p2\n');
    desk.write('apart.csv', 'a,b\nann,\nbea,bea\n');
    expect(await refused('nobody.csv', '--history', 'history.csv', '--apart', 'apart.csv')).toEqual([
      'nobody.csv is not there.',
      'history.csv has a fault:',
      '  Line 1, column b: this column is missing.',
      'apart.csv has 2 faults:',
      '  Line 2, column b: this must not be empty.',
      '  Line 3, column b: “bea” stands in this line twice.',
    ]);
  });

  it('a file that is no text, no CSV, a folder, or empty', async () => {
    desk.write('picture.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff));
    desk.write('open.csv', 'id,name,department,managerId\np1,Ann,Sales,\np2,"Bea,Care,\n');
    desk.write('empty.csv', '');
    desk.write('data.json', '{\n  "id": 1\n}\n');
    expect(await refused('picture.csv')).toEqual(['picture.csv is not UTF-8. Save it again as “CSV UTF-8”.']);
    expect((await refused('open.csv'))[1]).toBe('  Line 3: a quotation mark is opened and never closed, so this cannot be read as CSV.');
    expect(await refused('.')).toEqual(['. is a folder, not a file.']);
    expect((await refused('empty.csv'))[1]).toBe('  Line 1: the file is empty.');
    expect(await refused('data.json')).toContain('  Line 1, column id: this column is missing.');
  });

  it('over npm, too, where standard output stays empty', async () => {
    const { code, result, notes } = await desk.npmMatch('nobody.csv', '--json');
    expect([code, result]).toEqual([2, '']);
    expect(notes).toContain('nobody.csv is not there.');
  });

  it('a round leader whom nobody knows', async () => {
    expect(await refused('people.csv', '--leader', 'zoe')).toEqual(['--leader: nobody in people.csv has the id “zoe”.']);
  });

  it('unknown options and wrong values, each with a sentence, and how the command is used', async () => {
    const said = await refused('people.csv', '--colour', 'blue', '--json=yes', '--out');
    expect(said.slice(0, 3)).toEqual(['There is no option --colour.', '--json takes no value.', '--out needs a value.']);
    expect(said.join('\n')).toContain('--history FILE');
    expect((await refused('people.csv', '--seed', '-1', '--odd', 'pair'))[0]).toBe('--seed needs a value.');
    expect((await refused('people.csv', 'more.csv', '--seed', '1e3', '--odd', 'pair')).slice(0, 3)).toEqual([
      'One file of people is enough; “more.csv” is a second one.',
      '--seed is a whole number from 0 to 4294967295, not “1e3”.',
      '--odd is trio or reserve, not “pair”.',
    ]);
    expect((await refused())[0]).toBe('Say which file holds the people.');
  });

  it('files that would be written over what is read, or cannot be written; then nothing is', async () => {
    const before = desk.files();
    expect(await refused('people.csv', '--out', './people.csv')).toEqual([
      '--out would overwrite ./people.csv, which this run reads or writes already.',
    ]);
    expect(await refused('people.csv', '--out', 'x', '--dimacs', 'x')).toEqual([
      '--dimacs would overwrite x, which this run reads or writes already.',
    ]);
    expect(await refused('people.csv', '--out', 'nowhere/round.csv')).toEqual(['nowhere/round.csv cannot be written (ENOENT).']);
    expect(await refused('people.csv', '--out', '.')).toEqual(['. is a folder, not a file.']);
    expect(desk.files()).toEqual(before);
  });
});

describe('what is merely odd', () => {
  it('is named in the warnings, and the pairs are made all the same', async () => {
    desk.write('left.csv', 'a,b,round\nann,gone-1,3\nbea,gone-2,3\n');
    desk.write('apart.csv', 'a,b\nann,bea\nann,kleo\n');
    const report = await desk.report('people.csv', '--history', 'left.csv', '--apart', 'apart.csv');
    expect(report.pairs).toHaveLength(2);
    expect(report.warnings).toEqual([
      '4 people have no manager: Ann, Bea, Cleo and Dora. Only one of them is the top; the others’ chains have to be confirmed.',
      'left.csv: The column “round” is not used.',
      'left.csv: 2 ids are not among the people, so their earlier pairs no longer matter: gone-1 and gone-2.',
      'apart.csv, line 3: nobody has the id “kleo”, so nobody is kept apart from them.',
    ]);
  });

  it('never steers the terminal: signs that would are left out', async () => {
    desk.write('signs.csv', 'id,name,department,managerId,\u001B[31mred\na,Ann,A,,\nb,Bea,B,,\n');
    const { code, notes } = await desk.match('signs.csv');
    expect([code, notes.includes('The column “[31mred” is not used.'), notes.includes('\u001B')]).toEqual([0, true, false]);
  });
});

describe('the help', () => {
  it('names every option and column, goes to standard output and ends with 0', async () => {
    const { code, result, notes } = await desk.match('--help');
    expect([code, notes]).toEqual([0, '']);
    for (const word of ['--leader', '--history', '--apart', '--seed', '--odd', '--out', '--json', '--dimacs', '--help', 'managerId']) {
      expect(result).toContain(word);
    }
  });
});
