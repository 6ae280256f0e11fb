import { describe, expect, it } from 'vitest';
import { addressOf } from '../../tab/src/api.js';
import { pageOf } from '../../tab/src/deep-link.js';
import { functionByDepartment, groupsFrom } from '../../tab/src/pages/admin/people/function-groups.js';
import { entriesFrom, namelessLines } from '../../tab/src/pages/admin/round/entries.js';

describe('a pasted or uploaded list', () => {
  it.each([
    ['one a line', 'anna@example.com\nben@example.com\n', ['anna@example.com', 'ben@example.com']],
    ['several in a line', 'anna@example.com; ben@example.com,\tchen', ['anna@example.com', 'ben@example.com', 'chen']],
    ['the same twice', 'anna\nanna\r\nben', ['anna', 'ben']],
    ['a table with ids', '\uFEFFid,name,mail\n7,"Anna",anna@example.com\n8,Ben,ben@example.com', ['7', '8']],
    ['a table with mail addresses', 'name;Mail\nAnna;anna@example.com', ['anna@example.com']],
    ['nothing', ' \n', []],
  ])('is read with %s', (_what, text, entries) => {
    expect(entriesFrom(text)).toEqual(entries);
  });

  it('is told line by line where a table names nobody', () => {
    expect(namelessLines('name,mail\nAnna,anna@example.com\n\nBen,\nChen\nDana,dana@example.com')).toEqual([4, 5]);
    expect(namelessLines('anna@example.com\n\nben@example.com')).toEqual([]);
  });
});

describe('departments and functions', () => {
  it('gather departments of one name, and leave a department that is its own function alone', () => {
    const of = functionByDepartment(
      ['Sales North', 'Sales South', 'Legal'],
      [{ name: 'Sales', departments: ['Sales North', 'Sales South'] }],
    );
    expect(of).toEqual({ 'Sales North': 'Sales', 'Sales South': 'Sales', Legal: 'Legal' });
    expect(groupsFrom(of)).toEqual([{ name: 'Sales', departments: ['Sales North', 'Sales South'] }]);
    expect(groupsFrom({ ...of, 'Sales South': ' ' })).toEqual([{ name: 'Sales', departments: ['Sales North'] }]);
  });
});

describe('a deep link', () => {
  it.each([
    ['round/7', '/round/7'],
    ['admin/7', '/admin/7'],
    ['admin', '/admin'],
    ['about', '/about'],
    ['resources', '/resources'],
    ['resources/skills', '/resources/skills'],
    ['resources/guides/meeting-1', '/resources/guides/meeting-1'],
    ['resources/privacy', '/resources/privacy'],
    ['round/r-1/prepare', '/round/r-1/guides/get-ready'],
    ['resources/../admin', null],
    ['round/r-1/pulse', '/round/r-1/pulse'],
    ['round/a b', '/round/a%20b'],
    ['round/7/more', null],
    ['https://evil.example', null],
    ['round/r-1/sessions', '/round/r-1/sessions'],
    ['notes', '/notes'],
    ['2-2/engagements/e-7', '/2-2/engagements/e-7'],
    ['2-2/engagements', '/2-2/engagements'],
    ['2-2/coordinator', '/2-2/coordinator'],
    ['', null],
  ])('%s leads to %s', (link, page) => {
    expect(pageOf(link)).toBe(page);
  });
});

describe('the address of a call', () => {
  it('has its parameters filled in and escaped', () => {
    expect(addressOf('/api/x/{a}', { a: 'b/c' }, { q: 'Å b' })).toBe('/api/x/b%2Fc?q=%C3%85+b');
    expect(() => addressOf('/api/x/{a}')).toThrow('needs a');
  });
});
