import { csvRows } from '@coaching-pairs/shared/organisation/csv';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const cellsOf = (text: string): readonly (readonly string[])[] | string => {
  const rows = csvRows(text);
  return rows.ok ? rows.value.map(({ cells }) => cells) : `line ${rows.error.line}: ${rows.error.code}`;
};

describe('a CSV text', () => {
  it('is taken apart at commas, semicolons or tabs, whichever its first line has most of', () => {
    expect(cellsOf('a,b;c\n1,2')).toEqual([
      ['a', 'b;c'],
      ['1', '2'],
    ]);
    expect(cellsOf('\uFEFFa;b\r\n1,5;2\r\n')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
    expect(cellsOf('a\tb\r1\t2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(cellsOf('')).toEqual([]);
  });

  it('keeps separators, quotes and line breaks that stand within quotes, and quotes within a plain cell', () => {
    expect(cellsOf('id,name\n1,"Berg, ""Tove""\nMarie"\n2,5" pipe,\n')).toEqual([
      ['id', 'name'],
      ['1', 'Berg, "Tove"\nMarie'],
      ['2', '5" pipe', ''],
    ]);
  });

  it('counts lines as an editor does', () => {
    const rows = csvRows('id\n\n"a\r\nb"\nc');
    expect(rows.ok && rows.value.map(({ line }) => line)).toEqual([1, 2, 3, 5]);
  });

  it('is refused where a quote is never closed, or text follows a closed one', () => {
    expect(cellsOf('id\nA\n"B\nC')).toBe('line 3: open-quote');
    expect(cellsOf('id,name\n1,"Ada" Lunde')).toBe('line 2: text-after-quote');
  });

  it('is read as an independent reader reads it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', ';', '"', '\n', '\r\n', ' ', '漢'), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    const written = (text: string, quoted: boolean): string =>
      quoted || /[",;\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    fc.assert(
      fc.property(table, fc.boolean(), fc.constantFrom('\n', '\r\n'), (rows, quoted, end) => {
        const text = `x,x,x,x,x,x,x,x${end}${rows.map((cells) => cells.map((one) => written(one, quoted)).join(',')).join(end)}${end}`;
        expect(cellsOf(text)).toEqual(parse(text, { bom: true, relax_column_count: true, record_delimiter: ['\r\n', '\n'] }));
      }),
      { numRuns: 500 },
    );
  });
});
