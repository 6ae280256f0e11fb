import { csvRows } from '@coaching-pairs/shared/organisation/csv';
import { parseGroups } from '@coaching-pairs/shared/organisation/groups-file';
import { groupsFaultText } from '@coaching-pairs/shared/words/groups-file-text';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';

const words = wordsFor('en-GB');
const parsed = (lines: readonly string[], people: readonly string[] = []) => {
  const rows = csvRows(lines.join('\n'));
  if (!rows.ok) throw new Error(rows.error.code);
  return parseGroups(rows.value, new Set(people));
};
const groups = (lines: readonly string[], people: readonly string[] = []) => {
  const result = parsed(lines, people);
  return result.ok ? result.value.groups.map(({ part, members }) => `${part}: ${members.join(' ')}`) : 'refused';
};
const faults = (...lines: readonly string[]): readonly string[] => {
  const result = parsed(lines);
  return result.ok ? [] : result.error.map((fault) => groupsFaultText(words, fault));
};

describe('a file of pairs', () => {
  it('holds pairs and trios by id, columns in any order and case, blank lines passed over', () => {
    expect(groups(['a,b,c', 'p1, p2 ,', '', 'p3,p4,p5'])).toEqual(['0: p1 p2', '0: p3 p4 p5']);
    expect(groups(['B;A', 'p1;p2'])).toEqual(['0: p2 p1']);
    expect(groups(['a,b'])).toEqual([]);
  });

  it('takes the third of a trio also below a header that names two', () => {
    expect(groups(['a,b', 'p1,p2', 'p3,p4,p5'])).toEqual(['0: p1 p2', '0: p3 p4 p5']);
  });

  it('may be several files one below the other, each with its header; people called a and b are people', () => {
    expect(groups(['a,b', 'p1,p2', 'a,b,c', 'p1,p3,p2'])).toEqual(['0: p1 p2', '1: p1 p3 p2']);
    expect(groups(['a,b', 'a,b'], ['a', 'b'])).toEqual(['0: a b']);
  });

  it('says which columns it does not use', () => {
    const result = parsed(['a,b,round', 'p1,p2,3']);
    expect(result.ok && result.value).toMatchObject({ unknownColumns: ['round'], groups: [{ members: ['p1', 'p2'] }] });
  });

  it('is refused with every fault by line and column', () => {
    expect(faults('a,b', 'p1,', 'p1,p1', 'p1', 'p1,p2,p3,p4', 'p1,p2,p2')).toEqual([
      'Line 2, column b: this must not be empty.',
      'Line 3, column b: “p1” stands in this line twice.',
      'Line 4: there is 1 cell, but 2 columns.',
      'Line 5: there are 4 cells, but 3 columns.',
      'Line 6, column c: “p2” stands in this line twice.',
    ]);
    expect(faults('a,A,x', 'p1,p2,')).toEqual([
      'Line 1, column a: this column is there twice.',
      'Line 1, column b: this column is missing.',
    ]);
    expect(faults('p1,p2')).toEqual(['Line 1, column a: this column is missing.', 'Line 1, column b: this column is missing.']);
    expect(faults('')).toEqual(['Line 1: the file is empty.']);
  });
});
