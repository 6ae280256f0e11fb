import { describe, expect, it } from 'vitest';
import { textOf } from './documented.js';

/** What docs/scale.md says was measured, and how the page that holds the measurement puts it. */
const claims = [
  ['224 s, measured', 'performance', 'took 224 s'],
  ['2.6 s, measured', 'performance', '| 5,000 | 2,572 |'],
  ['20,000: 7.6 s and 200 MB', 'performance', '| 20,000 | 7,600 | 6,393 | 1,014 | 7,758 | – | – | 200 |'],
  ['100,000: 107 s and 671 MB', 'performance', '107 s and 671 MB'],
  ['| 6.8 million | 7.1 million | 10.2 million |', 'performance', '| 300 | 6,811,314 |'],
  ['| 6.8 million | 7.1 million | 10.2 million |', 'performance', '| 5,000 | 7,134,949 |'],
  ['| 6.8 million | 7.1 million | 10.2 million |', 'performance', '| 50,000 | 10,233,589 |'],
  ['`npm start` until ready | 3.9 s', 'performance', 'Median 3.9 s'],
  ['without the limit | 176', 'performance', '| engine alone | 176 messages a second'],
  ['half of them after 3.8 s', 'performance', 'p50 41, 40 and 3,762 ms'],
  ['at 17 processor milliseconds a click (measured)', 'performance', 'at 17 a click one process answers sixty a second'],
  ['23 to 33 processor milliseconds a message', 'performance', '23 milliseconds a message'],
  ['six calls of the table for the page that opens the tab (measured)', 'performance', 'six for the page that opens the tab'],
  ['87 ms over a table in memory (measured)', 'performance', '| the page of the round | 87 |'],
  ['2 ms (median, measured)', 'performance', '| people found by part of a name | 6 | 2 |'],
  ['product ended six times | nothing lost', 'faults', '| ends | 6: SIGKILL, SIGTERM and Ctrl-C, each twice |'],
  ['54 kills, none lost, 2 second copies', 'faults', '54 kills, 576 faults: none lost; 2 second copies'],
] as const;

/** The last of 300 phones, in seconds, as either page says it. */
const lastPhone = /the last (?:of the 300 |reads of a pair )after ([\d.]+) s (?:in the median|\(median)/u;

describe('how far the product reaches, on paper', () => {
  const scale = textOf('docs/scale.md');

  it.each(claims)('“%s” stands in docs/%s.md', (claim, page, measured) => {
    expect(scale).toContain(claim);
    expect(textOf(`docs/${page}.md`)).toContain(measured);
  });

  it('says of three hundred phones what was measured of them', () => {
    const [told, measured] = [scale, textOf('docs/performance.md')].map((page) => lastPhone.exec(page)?.[1]);
    expect(told).toBeDefined();
    expect(told).toBe(measured);
  });
});
