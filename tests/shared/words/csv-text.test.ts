import { csvRows } from '@coaching-pairs/shared/organisation/csv';
import { csvText } from '@coaching-pairs/shared/words/csv-text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { value } from '../round/people.js';

const readBack = (cells: readonly (string | number)[]): readonly string[] | undefined => value(csvRows(csvText([cells])))[0]?.cells;

describe('a table saved for a spreadsheet', () => {
  it('[S-14] carries nothing out, whatever people are called: what would begin a formula does so no more', () => {
    const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0=1', ' =1', '\u{FF1D}1', '=HYPERLINK("x";"y")'];
    for (const text of dangerous) {
      const shown = readBack(['before', text])?.[1] ?? '';
      expect([text, shown]).toEqual([text, expect.stringMatching(/^'/u)]);
    }
  });

  it('numbers stay numbers, and a spreadsheet knows the alphabet', () => {
    expect(
      csvText([
        ['Function', 'Ties'],
        ['Finance, Legal', -3],
      ]),
    ).toBe('\u{FEFF}Function,Ties\r\n"Finance, Legal",-3\r\n');
  });

  it('[S-14] any text comes back as it was, but for the apostrophe', () => {
    // A reader tells the sign between cells by the first line, in which it is to be the comma.
    const text = fc.string({ unit: 'binary' }).map((one) => one.replaceAll(/[;\t]/gu, '?'));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (cells) => {
        const back = readBack(['first', ...cells]);
        expect(back?.slice(1).map((cell, at) => (cell === cells[at]?.replaceAll('\0', '') ? cell : cell.slice(1)))).toEqual(
          cells.map((cell) => cell.replaceAll('\0', '')),
        );
      }),
    );
  });
});
