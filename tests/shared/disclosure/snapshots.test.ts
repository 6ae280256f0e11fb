import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attack, type Cut, deduce } from './attacker.js';
import { expectNothingWorkedOut, liveThrough, type Publisher, published, someLife, workedOut } from './lived-pulse.js';

const exactly = (people: readonly number[], sum: number): Cut => ({ people, fits: (yes) => yes === sum });
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_none, at) => at);

/** The same by trying every world there is. */
const tried = ({ cuts, known, threshold }: Attack, people: number) => {
  const worlds = Array.from({ length: 2 ** people }, (_none, bits) => (one: number) => Math.floor(bits / 2 ** one) % 2 === 1);
  const sum = (world: (one: number) => boolean, of: readonly number[]) => of.filter(world).length;
  const possible = worlds.filter(
    (world) => [...known].every(([one, said]) => world(one) === said) && cuts.every((cut) => cut.fits(sum(world, cut.people))),
  );
  const unknown = upTo(people).filter((one) => !known.has(one) && cuts.some((cut) => cut.people.includes(one)));
  const sure = (of: readonly number[]) => new Set(possible.map((world) => sum(world, of))).size === 1;
  const groups = Array.from({ length: 2 ** unknown.length }, (_none, bits) =>
    unknown.filter((_one, at) => Math.floor(bits / 2 ** at) % 2 === 1),
  );
  return {
    worlds: possible.length,
    answers: unknown.filter((one) => sure([one])),
    anyGroup: groups.some((group) => group.length > 0 && group.length < threshold && sure(group)),
  };
};

const someCut = (people: number) =>
  fc.record({ of: fc.subarray([...upTo(people)], { minLength: 1 }), low: fc.nat({ max: people }), wide: fc.nat({ max: 2 }) }).map(
    ({ of, low, wide }): Cut => ({
      people: of,
      fits: (yes) => yes >= Math.min(low, of.length) && yes <= Math.min(low, of.length) + wide,
    }),
  );

describe('the attacker', () => {
  it('finds exactly what trying every world finds', () => {
    const some = fc.record({
      cuts: fc.array(someCut(8), { minLength: 1, maxLength: 3 }),
      known: fc.subarray([...upTo(8)], { maxLength: 2 }),
      threshold: fc.integer({ min: 2, max: 5 }),
      bits: fc.nat({ max: 255 }),
    });
    fc.assert(
      fc.property(some, ({ cuts, known, threshold, bits }) => {
        const attack = { cuts, known: new Map(known.map((one) => [one, Math.floor(bits / 2 ** one) % 2 === 1])), threshold };
        const slow = tried(attack, 8);
        fc.pre(slow.worlds > 0);
        const { answers, groups } = deduce(attack);
        expect([...answers.keys()].sort((a, b) => a - b)).toEqual(slow.answers);
        expect(groups.length > 0 || answers.size > 0).toBe(slow.anyGroup);
      }),
      { numRuns: 40 },
    );
  });

  it('reads what everybody said of all or none, and the last answer off a number that grew', () => {
    expect(deduce({ cuts: [exactly(upTo(7), 7)], known: new Map(), threshold: 5 }).answers.size).toBe(7);
    const grown = deduce({ cuts: [exactly(upTo(7), 4), exactly(upTo(8), 5)], known: new Map(), threshold: 5 });
    expect([...grown.answers]).toEqual([[7, true]]);
    expect(deduce({ cuts: [exactly(upTo(7), 1)], known: new Map([[3, true]]), threshold: 5 }).answers.size).toBe(6);
    expect(deduce({ cuts: [exactly(upTo(7), 4)], known: new Map(), threshold: 5 })).toEqual({ answers: new Map(), groups: [] });
  });

  it('reads the answers off a pulse that is told as it grows', () => {
    const live: Publisher = ({ live: result }) => result;
    const read = fc.sample(someLife, { numRuns: 60, seed: 7 }).filter((life) => {
      const lived = liveThrough(life, live);
      return workedOut(lived, 2).some(({ answers }) => answers.size > 0);
    });
    expect(read.length).toBeGreaterThan(5);
  });
});

describe('[C-03] what is published of a closing pulse', () => {
  it('lets nobody, alone or with one other, work out any answer or the sum of fewer than five, in two hundred organisations', () => {
    expectNothingWorkedOut(200);
  });

  it('[C-05] is published once: whoever looks again, whatever happens after, reads the same', () => {
    fc.assert(
      fc.property(someLife, (life) => {
        const told = new Set(liveThrough(life, published).reads.map(({ result }) => JSON.stringify(result)));
        expect(told.size).toBeLessThanOrEqual(1);
      }),
    );
  });
});
