import { nextName } from '@coaching-pairs/shared/round/following';
import { expect, it } from 'vitest';

it.each([
  ['Leaders 1', 'Leaders 2'],
  ['Leaders 9', 'Leaders 10'],
  ['Leaders', 'Leaders (2)'],
  ['Leaders (2)', 'Leaders (3)'],
  ['Leadership team, spring 2027', 'Leadership team, spring 2027 (2)'],
])('after “%s” comes “%s”', (before, after) => {
  expect(nextName(before)).toBe(after);
});
