import { type FeedbackAsked, feedbackPairs, mostAtAwayday } from '@coaching-pairs/shared/awayday/feedback-pairs';
import { checkNomination, type FeedbackNomination } from '@coaching-pairs/shared/awayday/nomination';
import type { PersonId } from '@coaching-pairs/shared/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../matching/graphs.js';
import { id } from '../organisation/company.js';
import { areApart, expectBest, paired } from './best-by-trying.js';
import { inventedAwayday } from './invented-awayday.js';

const idsOf = (...names: readonly string[]): readonly PersonId[] => names.map(id);
const names = (by: string, first: string, second: string): FeedbackNomination => ({ by: id(by), first: id(first), second: id(second) });

const asked = (participants: readonly PersonId[], more: Partial<FeedbackAsked> = {}): FeedbackAsked => ({
  participants,
  coachingPairs: [],
  nominations: [],
  seed: 1,
  ...more,
});

const four = idsOf('Ana', 'Ben', 'Cem', 'Dee');

describe('feedback pairs', () => {
  it('[CP-82] put together first those who named each other first, then first choices, then second ones', () => {
    const nominations = [names('Ana', 'Ben', 'Cem'), names('Ben', 'Ana', 'Cem'), names('Cem', 'Ana', 'Dee'), names('Dee', 'Ana', 'Ben')];
    const { groups, counts } = paired(asked(four, { nominations }));
    expect(groups).toEqual([idsOf('Ana', 'Ben'), idsOf('Cem', 'Dee')]);
    expect(counts).toEqual({ mutual: 1, first: 2, second: 1, neither: 1 });
  });

  it('[CP-82] give everybody a partner before anybody the one they named', () => {
    const nominations = [names('Ana', 'Ben', 'Cem'), names('Ben', 'Ana', 'Cem')];
    const { alone, counts } = paired(asked(four, { nominations, coachingPairs: [idsOf('Cem', 'Dee')] }));
    expect([alone, counts.first]).toEqual([[], 0]);
  });

  it('[CP-82] give nobody their coaching partner, of a trio neither of the two', () => {
    const coachingPairs = [idsOf('Ana', 'Ben', 'Cem')];
    const { groups, alone } = paired(asked(four, { coachingPairs, nominations: [names('Ana', 'Ben', 'Cem')] }));
    expect(groups).toHaveLength(1);
    expect(groups.flat()).toContain(id('Dee'));
    expect(alone).toHaveLength(2);
  });

  it('[CP-82] where numbers are odd three are together, and leave out what was said of people who are not there', () => {
    const { groups, alone, counts } = paired(asked(idsOf('Ana', 'Ben', 'Cem'), { nominations: [names('Ana', 'Zoe', 'Cem')] }));
    expect([groups, alone, counts.second]).toEqual([[idsOf('Ana', 'Ben', 'Cem')], [], 1]);
    expect(paired(asked([]))).toMatchObject({ groups: [], alone: [], counts: { first: 0, second: 0, neither: 0 } });
    expect(paired(asked(idsOf('Ana')))).toMatchObject({ groups: [], alone: idsOf('Ana') });
    const apart = { coachingPairs: [idsOf('Ana', 'Ben', 'Cem')] };
    expect(paired(asked(idsOf('Ana', 'Ben', 'Cem'), apart))).toMatchObject({ groups: [], alone: idsOf('Ana', 'Ben', 'Cem') });
  });

  it('[CP-82] what is locked stays together whatever was named, but never coaching partners', () => {
    const nominations = [names('Ana', 'Ben', 'Cem'), names('Ben', 'Ana', 'Cem')];
    const locked = [idsOf('Ana', 'Dee')];
    expect(paired(asked(four, { nominations, locked })).groups).toEqual([idsOf('Ana', 'Dee'), idsOf('Ben', 'Cem')]);
    const refused = feedbackPairs(asked(four, { locked, coachingPairs: [idsOf('Dee', 'Ana')] }));
    expect(refused).toMatchObject({ error: { code: 'coaching-partners-together', personIds: idsOf('Ana', 'Dee') } });
    expect(feedbackPairs(asked(four, { locked: [idsOf('Ana', 'Zoe')] }))).toMatchObject({ error: { code: 'lock-overlaps' } });
  });

  it('refuse people and nominations that are there twice, and too many people', () => {
    expect(feedbackPairs(asked([...four, id('Ana')]))).toMatchObject({ error: { code: 'duplicate-participant', personId: id('Ana') } });
    const nominations = [names('Ana', 'Ben', 'Cem'), names('Ana', 'Dee', 'Cem')];
    expect(feedbackPairs(asked(four, { nominations }))).toMatchObject({ error: { code: 'nominates-twice', personId: id('Ana') } });
    const many = Array.from({ length: mostAtAwayday + 1 }, (_, index) => id(`P${index}`));
    expect(feedbackPairs(asked(many))).toMatchObject({ error: { code: 'too-many' } });
  });
});

describe('a nomination', () => {
  const people = { participants: four, coachingPairs: [idsOf('Ana', 'Ben')] };

  it('[CP-81] names two different colleagues, not oneself and not the coaching partner', () => {
    const refusal = (first: string, second: string) => checkNomination(people, names('Ana', first, second));
    expect(refusal('Cem', 'Dee')).toMatchObject({ ok: true });
    expect(refusal('Cem', 'Ana')).toMatchObject({ error: { code: 'nominates-self' } });
    expect(refusal('Cem', 'Cem')).toMatchObject({ error: { code: 'nominates-one-twice' } });
    expect(refusal('Cem', 'Ben')).toMatchObject({ error: { code: 'nominates-coaching-partner', personId: id('Ben') } });
    expect(refusal('Cem', 'Zoe')).toMatchObject({ error: { code: 'not-at-awayday', personId: id('Zoe') } });
  });
});

describe('for any Awayday', () => {
  it('[CP-82] no other feedback pairs, and no other trio, honour more, as trying all of them shows', () => {
    const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 7 }), (seed, size) => expectBest(inventedAwayday(randomFrom(seed), size))),
      { numRuns: 300 },
    );
    for (let seed = 0; seed < 6; seed += 1) for (const size of [8, 9, 10]) expectBest(inventedAwayday(randomFrom(seed), size));
  });

  it('[CP-82] of hundreds everybody has a partner, whoever named each other first is together, and nothing better is possible', () => {
    for (const size of [121, 300, 640]) {
      const question = inventedAwayday(randomFrom(size), size);
      const of = new Map(question.nominations.map((nomination) => [nomination.by, nomination.first]));
      const mutual = [...of].filter(([by, first]) => by < first && of.get(first) === by);
      const legal = mutual.filter((two) => !areApart(question, two));
      const { groups, alone, proof } = paired(question);
      const isTogether = (two: readonly PersonId[]): boolean => groups.some((group) => two.every((one) => group.includes(one)));
      expect(alone).toEqual([]);
      expect(proof.bound).toBe(proof.value);
      for (const two of legal) expect(isTogether(two), two.join()).toBe(true);
    }
  });
});
