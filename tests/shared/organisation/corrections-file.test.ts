import { correctionsOf, type Known } from '@coaching-pairs/shared/organisation/corrections-file';
import { correctionsRows } from '@coaching-pairs/shared/organisation/corrections-rows';
import { correctionsTable } from '@coaching-pairs/shared/organisation/corrections-table';
import { csvRows } from '@coaching-pairs/shared/organisation/csv';
import { keepApart } from '@coaching-pairs/shared/organisation/kept-apart';
import { organise } from '@coaching-pairs/shared/organisation/organisation';
import { csvText } from '@coaching-pairs/shared/words/csv-text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { value } from '../round/people.js';
import { company, id, personNamed, someday } from './company.js';

const staff = company()
  .has('Ruth')
  .has('Sam', { under: 'Ruth', department: '=HYPERLINK("x")' })
  .has('Tom', { under: 'Sam', department: 'Finance, "Tax"' })
  .has('Lena', { under: 'Ruth', department: '-Ops' })
  .correct('Ruth', { under: null })
  .correct('Tom', { alsoUnder: 'Lena' });

const knownOf = (people = staff): Known => {
  const organisation = people.organisation();
  const everybody = new Set(organisation.people.keys());
  return {
    ...{ people: people.people, functions: [], organisation, inSight: everybody, population: everybody, viewer: id('HR'), now: someday },
    corrections: [
      { personId: id('Ruth'), managerId: null, by: id('HR'), at: someday },
      { personId: id('Tom'), dottedManagerId: id('Lena'), by: id('HR'), at: someday },
    ],
    apart: keepApart([], [[id('Sam'), id('Lena')]], { by: id('HR'), at: someday }),
  };
};
const read = (text: string, known = knownOf()) => correctionsOf(known, value(correctionsRows(value(csvRows(text)))));

describe('a file of corrections', () => {
  it('[S-14] [CP-24b] that was taken along changes nothing when it is brought back, whatever people and functions are called', () => {
    const known = knownOf();
    const text = csvText(correctionsTable(known.organisation, [...known.organisation.people.keys()], known.apart));
    expect(text).toContain('"\'=HYPERLINK(');
    expect(read(text, known)).toMatchObject({ value: { changes: [], corrections: [], apart: [] } });
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), (departments) => {
        const people = departments.map((department, at) => ({ ...personNamed(`P${at}`), department: department.replace(/^'+/u, '') }));
        const organisation = organise({ people, corrections: [], functions: [] });
        const everybody = new Set(organisation.people.keys());
        const of = { ...known, people, organisation, corrections: [], inSight: everybody, population: everybody, apart: [] };
        const rows = correctionsRows(value(csvRows(csvText(correctionsTable(organisation, [...everybody], [])))));
        if (rows.ok) expect(correctionsOf(of, rows.value)).toMatchObject({ value: { changes: [] } });
      }),
    );
  });

  it('changes what differs, in any order of columns; empty cells change nothing, and the directory’s own word takes a correction back', () => {
    const put = value(read('apart;function;id;managerId;dottedManagerId\r\nlena|sam;;tom;lena;none\r\n;Care;sam;none;'));
    expect(put.changes.map(({ line, personId, field, to }) => [line, personId, field, to])).toEqual([
      [2, 'tom', 'managerId', 'lena'],
      [2, 'tom', 'dottedManagerId', null],
      [2, 'tom', 'apart', 'lena'],
      [2, 'tom', 'apart', 'sam'],
      [3, 'sam', 'managerId', null],
      [3, 'sam', 'functionName', 'Care'],
    ]);
    expect(put.apart).toEqual([
      ['tom', 'lena'],
      ['tom', 'sam'],
    ]);
    const moved = knownOf(staff.correct('Tom', { under: 'Lena' }));
    expect(value(read('id,managerId\ntom,sam', moved)).corrections).toEqual([{ personId: 'tom', takesBack: ['managerId'] }]);
  });

  it('[S-11] is refused whole, each fault with its line and column', () => {
    const known = { ...knownOf(), population: new Set([id('Sam'), id('Tom'), id('HR')]), inSight: new Set([id('Sam'), id('Tom')]) };
    const refused = read('id,managerId,apart\nlena,,\nsam,nobody,lena\ntom,,tom|hr', known);
    expect(refused).toEqual({
      ok: false,
      error: [
        { code: 'unknown-person', line: 2, column: 'id', id: 'lena' },
        { code: 'unknown-person', line: 3, column: 'managerId', id: 'nobody' },
        { code: 'unknown-person', line: 3, column: 'apart', id: 'lena' },
        { code: 'same-person', line: 4, column: 'apart', id: 'tom' },
        { code: 'yourself', line: 4, column: 'apart' },
      ],
    });
    expect(read('id,managerId,dottedManagerId\nruth,tom,\nsam,,sam')).toEqual({
      ok: false,
      error: [
        { code: 'manager-below', line: 2, column: 'managerId' },
        { code: 'manager-below', line: 3, column: 'dottedManagerId' },
      ],
    });
    for (const [text, code] of [
      ['name\nSam', 'missing-column'],
      ['id', 'no-people'],
      ['id,apart\nsam', 'wrong-number-of-cells'],
      ['id\nsam\nsam', 'duplicate-id'],
      ['', 'empty-file'],
    ] as const)
      expect(correctionsRows(value(csvRows(text))), text).toMatchObject({ ok: false, error: [{ code }] });
  });
});
