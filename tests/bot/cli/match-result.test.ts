import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { company } from '../../shared/organisation/company.js';
import { type Desk, everybodyIn, openDesk, peopleCsv, twosIn } from './dry-run.js';

// Each runs the command several times, on machines that have other work to do.
vi.setConfig({ testTimeout: 120_000 });

let desk: Desk;
beforeAll(() => {
  desk = openDesk();
  desk.write('people.csv', peopleCsv(northwind.people));
  desk.write('five.csv', peopleCsv(five.people));
});
afterAll(() => desk.remove());

/** Priya leads; Omar has nobody below him. Two functions of three and one of two. */
const northwind = company()
  .has('Priya', { department: 'Board' })
  .has('Sam', { department: 'Sales', under: 'Priya' })
  .has('Lea', { department: 'Sales', under: 'Sam' })
  .has('Mia', { department: 'Sales', under: 'Sam' })
  .has('Kim', { department: 'Care', under: 'Priya' })
  .has('Noa', { department: 'Care', under: 'Kim' })
  .has('Omar', { department: 'Care', under: 'Kim' })
  .has('Ute', { department: 'Legal', under: 'Kim' });
const five = company().has('Ann').has('Bea').has('Cleo').has('Dora').has('Edda');

const idsOf = (people: typeof northwind.people): readonly string[] => people.map(({ id }) => id).toSorted();

describe('the dry run', () => {
  it('answers one object with the pairs, their reasons in words and the proof', async () => {
    const report = await desk.report('people.csv');
    expect(report).toMatchObject({ participants: 8, unmatched: [], infeasible: null });
    expect(report.proof).toMatchObject({ optimal: true, gap: 0, bound: report.proof.value, checkedPairs: 28 });
    expect(everybodyIn(report)).toEqual(idsOf(northwind.people));
    for (const { reasons } of report.pairs) expect(reasons.join(' ')).toMatch(/apart in the organisation/u);
  });

  it('[CP-20] [CP-22] pairs nobody with their own function or line, but the round leader beyond their reach, and says so', async () => {
    const report = await desk.report('people.csv');
    const people = new Map(northwind.people.map((person) => [String(person.id), person]));
    for (const { members } of report.pairs) {
      const [one, other] = members.map((id) => people.get(id));
      expect(one?.department).not.toBe(other?.department);
      expect([one?.managerId, other?.managerId]).not.toEqual(expect.arrayContaining([one?.id ?? other?.id]));
    }
    const leaders = report.pairs.find(({ members }) => members.includes('priya'));
    expect(leaders?.reasons.join(' ')).toContain('In one line of management (Priya → ');
  });

  it('goes to standard output alone, over npm, with paths from the folder of the caller', async () => {
    const { code, result, notes } = await desk.npmMatch('people.csv', '--json', '--out', 'round.csv');
    expect(code).toBe(0);
    expect(result.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(result)).toMatchObject({ participants: 8 });
    expect(notes).toContain('Written: round.csv');
    expect(desk.read('round.csv').split('\n')).toHaveLength(1 + 4 + 1);
  });

  it('for a reader is a table without colours where nobody sits in front of it, and ends with the proof', async () => {
    const { result, notes } = await desk.started('people.csv');
    expect(result).not.toContain('\u001B');
    expect(result).toMatch(/^8 people: 4 pairs\nRound leader: Priya\n/u);
    expect(result).toMatch(/Proved best possible: value [\d,]+, bound [\d,]+, gap 0; 28 pairs checked, in [\d.]+ s\.\n$/u);
    expect(result).toContain('One match leans on a reach that is shorter than the whole line of management: ');
    expect(notes).toContain('Note: Priya is above everybody else');
  });

  it('is led by whoever has most people below, or by whoever is named', async () => {
    expect((await desk.match('people.csv')).result).toContain('Round leader: Priya');
    const { result, code } = await desk.match('people.csv', '--leader', 'kim');
    expect([code, result.includes('Round leader: Kim')]).toEqual([0, true]);
  });

  it('[CP-24a] names somebody above everybody who leads nothing, and who stays without a partner for it', async () => {
    const report = await desk.report('people.csv', '--leader', 'kim');
    expect(report.unmatched).toContainEqual({ id: 'priya', why: 'nobody-possible' });
    expect(report.infeasible?.explanation).toContain('Priya');
    expect(report.warnings.join('\n')).toContain('Priya can have no partner');
  });

  it('makes one trio of an odd number, or names who stands by', async () => {
    const trio = await desk.report('five.csv');
    expect(trio.pairs.map(({ members }) => members.length)).toEqual([2, 3]);
    expect([trio.unmatched, trio.infeasible]).toEqual([[], null]);
    const reserve = await desk.report('five.csv', '--odd', 'reserve');
    expect(reserve.pairs.map(({ members }) => members.length)).toEqual([2, 2]);
    expect(reserve.unmatched).toEqual([{ id: expect.any(String), why: 'reserve' }]);
    expect(reserve.infeasible).toBeNull();
  });

  it('breaks ties by its seed: the same one gives the same pairs', async () => {
    const seeds = ['1', '2', '3', '4', '5', '6'];
    const all = await Promise.all(
      seeds.map(async (seed) => twosIn(await desk.report('five.csv', '--odd', 'reserve', '--seed', seed)).join()),
    );
    expect(new Set(all).size).toBeGreaterThan(1);
    expect(twosIn(await desk.report('five.csv', '--odd', 'reserve')).join()).toBe(all[0]);
  });

  it('[CP-21] keeps apart who is to be kept apart, all three of a line with three', async () => {
    const [first = ''] = twosIn(await desk.report('people.csv'));
    desk.write('apart.csv', `a,b,c\n${first.replace(' ', ',')},ute\n`);
    const report = await desk.report('people.csv', '--apart', 'apart.csv');
    const [one = '', other = ''] = first.split(' ');
    const forbidden = [first, [one, 'ute'].toSorted().join(' '), [other, 'ute'].toSorted().join(' ')];
    expect(twosIn(report).filter((two) => forbidden.includes(two))).toEqual([]);
  });

  it('says in words and numbers why not everybody can be paired, and ends with 0', async () => {
    const sales = Array.from({ length: 7 }, (_, index) => `S${index}`);
    const many = ['Ann', 'Bea', 'Cleo'].reduce((all, name) => all.has(name), company());
    desk.write('short.csv', peopleCsv(sales.reduce((all, name) => all.has(name, { department: 'Operations' }), many).people));
    const report = await desk.report('short.csv');
    expect(report.unmatched.map(({ why }) => why)).toEqual(['numbers', 'numbers', 'numbers', 'numbers']);
    expect(report.infeasible?.explanation).toContain(
      'Operations has 7 of 10 participants; the others offer 3 partners, so 4 must stay unpaired.',
    );
    expect(report.infeasible?.explanation).toContain('Ann, Bea and Cleo');
    const { result, code } = await desk.match('short.csv');
    expect([code, result.includes('Not everybody can be paired')]).toEqual([0, true]);
  });

  it('[CP-15] [CP-20] offers what would help, with what it brings and costs, in words and as values', async () => {
    const all = ['Ann', 'Bea']
      .reduce((so, name) => so.has(name, { functionName: 'Care' }), company())
      .has('Cleo')
      .has('Dora');
    desk.write('care.csv', peopleCsv(all.people));
    desk.write('met.csv', 'a,b\nann,cleo\nann,dora\n');
    const report = await desk.report('care.csv', '--history', 'met.csv', '--odd', 'reserve');
    const offers = report.infeasible?.relaxations.map((one) => z.object({ text: z.string(), paired: z.int() }).parse(one)) ?? [];
    expect(offers.map(({ paired }) => paired)).toEqual([2, 2, 2]);
    expect(offers.map(({ text }) => text).join('\n')).toMatch(
      /Let one pair of earlier partners meet again, the longest ago first: Ann and (Cleo|Dora) \(last round\)\. 2 people more would have a partner\./u,
    );
    expect(offers.map(({ text }) => text).join('\n')).toContain('Count the departments of Care as functions of their own: Ann and Bea.');
    const { result } = await desk.match('care.csv', '--history', 'met.csv', '--odd', 'reserve');
    expect(result).toMatch(/What would help\n {2}/u);
    expect(result).toMatch(/Invite \d more people/u);
  });

  it('counts who stays unpaired as the result has it, where a trio takes somebody in', async () => {
    const family = company().has('Ann').has('Bea', { under: 'Ann' }).has('Cleo', { under: 'Bea' }).has('Dora', { under: 'Bea' });
    desk.write('family.csv', peopleCsv(family.people));
    const report = await desk.report('family.csv');
    expect(report.pairs.map(({ members }) => members)).toEqual([['ann', 'cleo', 'dora']]);
    expect(report.infeasible?.explanation).toBe(
      'One of 4 participants must stay unpaired, because everybody else is ruled out for them: Bea.',
    );
  });
});

describe('the pairs as a file', () => {
  it('[CP-15] are what --history reads: nobody gets a partner again, trios included, as long as there is another', async () => {
    desk.write('history.csv', 'a,b\n');
    const seen = new Set<string>();
    for (const round of [1, 2, 3]) {
      const report = await desk.report('five.csv', '--history', 'history.csv', '--odd', 'reserve', '--out', `round-${round}.csv`);
      for (const two of twosIn(report)) {
        expect(seen.has(two), two).toBe(false);
        seen.add(two);
      }
      // Put below each other as they are, headers and all.
      desk.write('history.csv', desk.read('history.csv') + desk.read(`round-${round}.csv`));
    }
    expect(seen.size).toBe(6);
  });

  it('have a column c only where there is a trio, and may be named one after the other', async () => {
    const trio = await desk.report('five.csv', '--out', 'trio.csv');
    expect(desk.read('trio.csv')).toMatch(/^a,b,c\n\w+,\w+,\n\w+,\w+,\w+\n$/u);
    await desk.report('five.csv', '--odd', 'reserve', '--out', 'twos.csv');
    expect(desk.read('twos.csv')).toMatch(/^a,b\n\w+,\w+\n\w+,\w+\n$/u);
    const next = await desk.report('five.csv', '--history', 'trio.csv', '--history', 'twos.csv', '--odd', 'reserve');
    expect(twosIn(next).filter((two) => twosIn(trio).includes(two))).toEqual([]);
  });

  it('hold ids as they are, whatever is in them', async () => {
    const odd = ['x,"1"', 'y;2', '=3', 'd é'];
    desk.write(
      'odd.csv',
      `id,name,department,managerId\n${odd.map((id, at) => `"${id.replaceAll('"', '""')}",P${at},D${at},`).join('\n')}\n`,
    );
    const report = await desk.report('odd.csv', '--out', 'odd-pairs.csv');
    expect(everybodyIn(report)).toEqual(odd.toSorted());
    const again = await desk.report('odd.csv', '--history', 'odd-pairs.csv');
    expect(again.warnings.filter((warning) => warning.includes('odd-pairs'))).toEqual([]);
    expect(twosIn(again).filter((two) => twosIn(report).includes(two))).toEqual([]);
  });
});

describe('the graph as a file', () => {
  it('has every person and every legal pair, and its chosen edges add up to the value of the proof', async () => {
    const { pairs, proof, participants } = await desk.report('people.csv', '--dimacs', 'graph.txt');
    const lines = desk.read('graph.txt').trim().split('\n');
    const found = (shape: RegExp): readonly (readonly string[])[] =>
      lines.flatMap((line) => {
        const cells = shape.exec(line);
        return cells === null ? [] : [cells.slice(1)];
      });
    const idAt = new Map(found(/^c id (\d+) (.+)$/u).map(([place = '', id = '']) => [place, id]));
    const edges = found(/^e (\d+) (\d+) (\d+)$/u);
    expect(lines[0]).toBe(`p edge ${participants} ${edges.length}`);
    expect([...idAt.values()]).toEqual(idsOf(northwind.people));
    const weights = new Map(
      edges.map(([one = '', other = '', weight]) => [[idAt.get(one), idAt.get(other)].toSorted().join(' '), Number(weight)]),
    );
    expect(twosIn({ pairs }).reduce((sum, two) => sum + (weights.get(two) ?? Number.NaN), 0)).toBe(proof.value);
  });

  it('is refused above 2,000 people, before anything is matched', async () => {
    const many = Array.from({ length: 2001 }, (_, at) => `p${at},P${at},D${at % 7},`);
    desk.write('many.csv', ['id,name,department,managerId', ...many, ''].join('\n'));
    const { code, notes } = await desk.match('many.csv', '--dimacs', 'graph-of-many.txt');
    expect([code, notes.trim()]).toEqual([2, '--dimacs is for at most 2,000 people; many.csv has 2,001.']);
    expect(desk.files()).not.toContain('graph-of-many.txt');
  });
});
