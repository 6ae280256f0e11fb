import { levelsBelow } from '@coaching-pairs/shared/organisation/levels-below';
import { expect, it } from 'vitest';
import { company, id } from './company.js';

const contoso = company()
  .has('Maya')
  .has('Ana', { under: 'Maya' })
  .has('Ben', { under: 'Maya' })
  .has('Edda', { under: 'Ana' })
  .has('Finn', { under: 'Edda' })
  .has('Gwen', { under: 'Finn' });
const below = (name: string, ...among: readonly string[]) => levelsBelow(contoso.organisation(), id(name), new Set(among.map(id)));

it('[CP-24a] counts levels over everybody, and names on each only those whom the round is for', () => {
  expect(below('Maya', 'Ana', 'Ben', 'Edda', 'Finn')).toEqual([['ana', 'ben'], ['edda'], ['finn']]);
  expect(below('Maya', 'Maya', 'Finn')).toEqual([[], [], ['finn']]);
  expect(below('Finn', 'Maya')).toEqual([]);
  expect(below('somebody', 'Maya')).toEqual([]);
});

it('meets each once where managers stand in a cycle', () => {
  const cycle = company().has('Ana', { under: 'Ben' }).has('Ben', { under: 'Ana' }).organisation();
  expect(levelsBelow(cycle, id('Ana'), new Set([id('Ana'), id('Ben')]))).toEqual([['ben']]);
});
