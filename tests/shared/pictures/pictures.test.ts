import { type PersonId, personId, plainDate } from '@coaching-pairs/shared/ids';
import { milestonesOf } from '@coaching-pairs/shared/pictures/milestones';
import { addMaps, foldSmall, hasSmall, smallBelow, type TieMap, tieMapOf, tieSums } from '@coaching-pairs/shared/pictures/ties';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ids, minute, roundsFor } from '../round/people.js';

const functionsOf = (of: Readonly<Record<string, string>>): ReadonlyMap<PersonId, string> =>
  new Map(Object.entries(of).map(([name, functionName]) => [personId(name.toLowerCase()), functionName]));

describe('the picture of what a round has tied together', () => {
  const functions = functionsOf({ Ana: 'Finance', Ben: 'Sales', Cleo: 'Sales', Dev: 'Finance', Edda: 'Legal' });

  it('[CP-96] has functions as its nodes and never people: two functions are tied as often as their people are partners', () => {
    const map = tieMapOf([ids('Ana', 'Ben'), ids('Dev', 'Cleo'), ids('Edda', 'Finn')], functions);
    expect(map).toEqual({
      functions: [
        { name: 'Finance', people: 2, functions: 1 },
        { name: 'Legal', people: 1, functions: 1 },
        { name: 'Sales', people: 2, functions: 1 },
        { name: null, people: 1, functions: 1 },
      ],
      ties: [
        { one: 0, other: 2, count: 2 },
        { one: 1, other: 3, count: 1 },
      ],
    });
    expect(tieSums(map)).toEqual({ ties: 3, joined: 2 });
    expect(JSON.stringify(map)).not.toMatch(/ana|ben|cleo|dev|edda|finn/iu);
  });

  it('three who belong together make three ties, and people of one function tie it to itself', () => {
    expect(tieMapOf([ids('Ana', 'Ben', 'Cleo')], functions).ties).toEqual([
      { one: 0, other: 1, count: 2 },
      { one: 1, other: 1, count: 1 },
    ]);
    expect(tieMapOf([], functions)).toEqual({ functions: [], ties: [] });
  });

  it('of several rounds adds up their ties', () => {
    const [first, second] = [tieMapOf([ids('Ana', 'Ben')], functions), tieMapOf([ids('Ben', 'Ana'), ids('Cleo', 'Edda')], functions)];
    expect(addMaps([first, second])).toEqual({
      functions: [
        { name: 'Finance', people: 1, functions: 1 },
        { name: 'Legal', people: 1, functions: 1 },
        { name: 'Sales', people: 2, functions: 1 },
      ],
      ties: [
        { one: 0, other: 2, count: 2 },
        { one: 1, other: 2, count: 1 },
      ],
    });
    expect(addMaps([])).toEqual({ functions: [], ties: [] });
  });
});

const someMap = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 })), { minLength: 1, maxLength: 60 })
  .map((pairs): TieMap => {
    const people = pairs.flatMap((functions, pair) => functions.map((at, end) => [`p${pair}-${end}`, `f${at}`] as const));
    const members = pairs.map((_functions, pair) => [0, 1].map((end) => personId(`p${pair}-${end}`)));
    return tieMapOf(members, new Map(people.map(([id, name]) => [personId(id), name])));
  });
const peopleIn = ({ functions }: TieMap): number => functions.reduce((sum, { people }) => sum + people, 0);

describe('the picture for those who do not know the pairs', () => {
  it('[C-03] has no function of fewer than five people, unless there are fewer in all, and leaves nobody out', () => {
    fc.assert(
      fc.property(someMap, (map) => {
        const folded = foldSmall(map);
        expect(peopleIn(folded)).toBe(peopleIn(map));
        expect(tieSums(folded).ties).toBe(tieSums(map).ties);
        if (folded.functions.length > 1)
          expect(Math.min(...folded.functions.map(({ people }) => people))).toBeGreaterThanOrEqual(smallBelow);
        for (const one of folded.functions) if (one.functions === 1) expect(map.functions).toContainEqual(one);
        expect(hasSmall(map)).toBe(folded.functions.length < map.functions.length);
        expect(foldSmall(folded).functions.length).toBe(folded.functions.length);
      }),
      { numRuns: 300 },
    );
  });

  it('[C-03] the smallest of the others goes with a small one that would stand alone: what is left over would tell it', () => {
    const functions = [
      { name: 'Finance', people: 9, functions: 1 },
      { name: 'Legal', people: 2, functions: 1 },
      { name: 'Sales', people: 6, functions: 1 },
    ];
    const ties = [
      { one: 0, other: 1, count: 2 },
      { one: 0, other: 2, count: 6 },
    ];
    expect(foldSmall({ functions, ties })).toEqual({
      functions: [functions[0], { name: null, people: 8, functions: 2 }],
      ties: [{ one: 0, other: 1, count: 8 }],
    });
  });
});

describe('the time line of a round', () => {
  it('has the days that everybody in the round may know, in their order, and nothing of when anybody did something', () => {
    const { kickOff, active } = roundsFor();
    expect(milestonesOf(kickOff, minute(0)).map(({ kind, on, stage }) => `${kind} ${on} ${stage}`)).toEqual([
      'kick-off 2026-11-27 ahead',
      'answers-by 2026-12-04 ahead',
      'start 2027-01-11 ahead',
      'end 2027-07-12 ahead',
    ]);
    const pulse = { openedAt: minute(0), until: plainDate('2026-11-20'), fewest: 7, result: null };
    const ended = { ...active, pulse, closedAt: minute(0), timeZone: 'Pacific/Auckland' };
    const shown = milestonesOf(ended, minute(0)).map(({ kind, stage }) => `${kind} ${stage}`);
    // In Auckland it is ten in the evening of that day.
    expect(shown.slice(0, 2)).toEqual(['pulse today', 'closed today']);
  });
});
