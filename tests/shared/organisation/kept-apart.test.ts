import { apartFrom, isKeptApart, keepApart, noLongerApart } from '@coaching-pairs/shared/organisation/kept-apart';
import { describe, expect, it } from 'vitest';
import { id, someday } from './company.js';

const act = { by: id('HR'), at: someday };
const pair = (one: string, other: string) => [id(one), id(other)] as const;

describe('people who are kept apart', () => {
  it('are so whoever is named first, once however often it is said, and from then on by whom it was said first', () => {
    const list = keepApart([], [pair('Tom', 'Ana'), pair('Ana', 'Tom')], act);
    expect(keepApart(list, [pair('Ana', 'Tom')], { ...act, by: id('Other') })).toEqual([{ memberIds: pair('Ana', 'Tom'), ...act }]);
    expect(isKeptApart(list, pair('Tom', 'Ana'))).toBe(true);
    expect(isKeptApart(list, pair('Tom', 'Kim'))).toBe(false);
  });

  it('are so no longer once it is taken back, the others still', () => {
    const list = keepApart([], [pair('Tom', 'Ana'), pair('Tom', 'Kim')], act);
    const left = noLongerApart(list, [pair('Tom', 'Ana')]);
    expect(apartFrom(left)).toEqual(
      new Map([
        [id('Kim'), [id('Tom')]],
        [id('Tom'), [id('Kim')]],
      ]),
    );
  });
});
