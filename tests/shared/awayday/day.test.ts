import { changedFor, type DayAsked, type DayPairs, dayPairs } from '@coaching-pairs/shared/awayday/day';
import { feedbackPairs } from '@coaching-pairs/shared/awayday/feedback-pairs';
import type { PersonId } from '@coaching-pairs/shared/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../matching/graphs.js';
import { id } from '../organisation/company.js';
import { inventedAwayday } from './invented-awayday.js';

const idsOf = (...names: readonly string[]): readonly PersonId[] => names.map(id);

const asked = (groups: readonly (readonly PersonId[])[], present: readonly PersonId[], more: Partial<DayAsked> = {}): DayAsked => ({
  ...{ groups, present, coachingPairs: [], seed: 1 },
  ...more,
});

const onTheDay = (question: DayAsked): DayPairs => {
  const found = dayPairs(question);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
};

describe('on the day', () => {
  const groups = [idsOf('Ana', 'Ben'), idsOf('Cem', 'Dee'), idsOf('Eva', 'Fay')];

  it('[CP-82] two who have lost their partners are together, and all other pairs stay', () => {
    const found = onTheDay(asked(groups, idsOf('Ana', 'Cem', 'Eva', 'Fay')));
    expect(found).toEqual({ groups: [idsOf('Eva', 'Fay'), idsOf('Ana', 'Cem')], alone: [], disturbed: 0 });
    expect(changedFor(groups, found.groups)).toEqual(idsOf('Ana', 'Cem'));
  });

  it('[CP-82] one who has lost their partner joins one pair in which no coaching partner is', () => {
    const present = idsOf('Ana', 'Cem', 'Dee', 'Eva', 'Fay');
    const kept = onTheDay(asked(groups, present, { coachingPairs: [idsOf('Ana', 'Cem')] }));
    expect([kept.disturbed, kept.groups]).toEqual([1, [idsOf('Cem', 'Dee'), idsOf('Ana', 'Eva', 'Fay')]]);
  });

  it('[CP-82] a trio goes on as a pair, somebody who comes late has a place, and coaching partners never come together', () => {
    const trio = [idsOf('Ana', 'Ben', 'Cem'), idsOf('Dee', 'Eva')];
    expect(onTheDay(asked(trio, idsOf('Ana', 'Cem', 'Dee', 'Eva')))).toMatchObject({ groups: [idsOf('Ana', 'Cem'), idsOf('Dee', 'Eva')] });
    const late = onTheDay(asked(groups, [...groups.flat(), id('Gus')]));
    expect([late.disturbed, late.alone, late.groups.filter((group) => group.length === 3)]).toEqual([1, [], [expect.anything()]]);
    const two = onTheDay(asked([idsOf('Ana', 'Ben'), idsOf('Cem', 'Dee')], idsOf('Ana', 'Cem'), { coachingPairs: [idsOf('Ana', 'Cem')] }));
    expect(two).toEqual({ groups: [], alone: idsOf('Ana', 'Cem'), disturbed: 0 });
  });

  it('[CP-82] of three hundred ten do not come: no pair that is there is changed, and the ten left are paired', () => {
    const awayday = inventedAwayday(randomFrom(300), 300);
    const made = feedbackPairs(awayday);
    const before = made.ok ? made.value.groups : [];
    const gone = new Set(before.slice(0, 10).flatMap((group) => group.slice(0, 1)));
    const present = awayday.participants.filter((one) => !gone.has(one));
    const found = onTheDay({ ...awayday, groups: before, present });
    expect([found.disturbed, found.alone, changedFor(before, found.groups).length]).toEqual([0, [], 10]);
    expect(found.groups.flat().toSorted()).toEqual(present.toSorted());
  });
});

type Groups = readonly (readonly PersonId[])[];

/** Every way of putting people into groups of two or three. */
const everyWay = (left: readonly PersonId[]): readonly Groups[] => {
  const [one, ...others] = left;
  if (one === undefined) return [[]];
  return others.flatMap((other, at) =>
    [[one, other], ...others.slice(at + 1).map((third) => [one, other, third])].flatMap((group) =>
      everyWay(left.filter((person) => !group.includes(person))).map((rest) => [group, ...rest]),
    ),
  );
};

const keyOf = (group: readonly PersonId[]): string => group.toSorted().join(' ');

describe('for any day', () => {
  it('[CP-82] no other way disturbs fewer pairs, as trying all of them shows', () => {
    const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(seeds, fc.integer({ min: 2, max: 9 }), (seed, size) => {
        const random = randomFrom(seed);
        const awayday = inventedAwayday(random, size);
        const made = feedbackPairs({ ...awayday, participants: awayday.participants.slice(0, size - Math.floor(random() * 2)) });
        const groups = made.ok ? made.value.groups : [];
        const present = awayday.participants.filter(() => random() < 0.75);
        const found = onTheDay({ ...awayday, groups, present });
        const isLegal = (group: readonly PersonId[]): boolean =>
          awayday.coachingPairs.every((members) => members.filter((one) => group.includes(one)).length < 2);
        const intact = groups.map((group) => group.filter((one) => present.includes(one))).filter((group) => group.length > 1);
        const disturbs = (way: Groups): number => {
          const kept = new Set(way.map(keyOf));
          return intact.filter((group) => !kept.has(keyOf(group))).length;
        };
        expect([...found.groups.flat(), ...found.alone].toSorted()).toEqual(present.toSorted());
        expect(found.groups.every(isLegal)).toBe(true);
        expect(found.disturbed).toBe(disturbs(found.groups));
        if (found.alone.length > 0) return;
        const least = Math.min(
          ...everyWay(present)
            .filter((way) => way.every(isLegal))
            .map(disturbs),
        );
        expect(found.disturbed).toBe(Math.max(0, least));
      }),
      { numRuns: 200 },
    );
  });
});
