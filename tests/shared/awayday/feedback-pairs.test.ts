import { type FeedbackAsked, type FeedbackPairs, feedbackPairs, mostAtAwayday } from '@coaching-pairs/shared/awayday/feedback-pairs';
import { checkNomination, type FeedbackNomination } from '@coaching-pairs/shared/awayday/nomination';
import type { PersonId } from '@coaching-pairs/shared/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../matching/graphs.js';
import { id } from '../organisation/company.js';

const idsOf = (...names: readonly string[]): readonly PersonId[] => names.map(id);
const names = (by: string, first: string, second: string): FeedbackNomination => ({ by: id(by), first: id(first), second: id(second) });

const asked = (participants: readonly PersonId[], more: Partial<FeedbackAsked> = {}): FeedbackAsked => ({
  participants,
  coachingPairs: [],
  nominations: [],
  seed: 1,
  ...more,
});

const paired = (question: FeedbackAsked): FeedbackPairs => {
  const result = feedbackPairs(question);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const four = idsOf('Ana', 'Ben', 'Cem', 'Dee');

describe('feedback pairs', () => {
  it('[CP-82] put together first those who named each other first, then first choices, then second ones', () => {
    const nominations = [names('Ana', 'Ben', 'Cem'), names('Ben', 'Ana', 'Cem'), names('Cem', 'Ana', 'Dee'), names('Dee', 'Ana', 'Ben')];
    const { pairs, counts } = paired(asked(four, { nominations }));
    expect(pairs).toEqual([idsOf('Ana', 'Ben'), idsOf('Cem', 'Dee')]);
    expect(counts).toEqual({ first: 2, second: 1, neither: 1 });
  });

  it('[CP-82] give everybody a partner before anybody the one they named', () => {
    const nominations = [names('Ana', 'Ben', 'Cem'), names('Ben', 'Ana', 'Cem')];
    const { alone, counts } = paired(asked(four, { nominations, coachingPairs: [idsOf('Cem', 'Dee')] }));
    expect([alone, counts.first]).toEqual([[], 0]);
  });

  it('[CP-82] give nobody their coaching partner, of a trio neither of the two', () => {
    const coachingPairs = [idsOf('Ana', 'Ben', 'Cem')];
    const { pairs, alone } = paired(asked(four, { coachingPairs, nominations: [names('Ana', 'Ben', 'Cem')] }));
    expect(pairs).toHaveLength(1);
    expect(pairs.flat()).toContain(id('Dee'));
    expect(alone).toHaveLength(2);
  });

  it('leave out what was said of people who are not there, and somebody where numbers are odd', () => {
    const { pairs, alone, counts } = paired(asked(idsOf('Ana', 'Ben', 'Cem'), { nominations: [names('Ana', 'Zoe', 'Cem')] }));
    expect([pairs, alone, counts.second]).toEqual([[idsOf('Ana', 'Cem')], idsOf('Ben'), 1]);
    expect(paired(asked([]))).toEqual({ pairs: [], alone: [], counts: { first: 0, second: 0, neither: 0 } });
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

/** An Awayday of so many people with their coaching partners, where most name two others. */
const inventedAwayday = (random: () => number, size: number): FeedbackAsked => {
  const participants = Array.from({ length: size }, (_, index) => id(`P${index}`));
  const mixed = participants.map((one) => [random(), one] as const).sort(([a], [b]) => a - b);
  const coachingPairs = mixed.flatMap(([, one], index) =>
    index % 2 === 0 ? [[one, ...mixed.slice(index + 1, index + 2).map(([, two]) => two)]] : [],
  );
  const somebody = (): PersonId => participants[Math.floor(random() ** 1.5 * size)] ?? id('P0');
  const nominations = participants.flatMap((by) => (random() < 0.85 ? [{ by, first: somebody(), second: somebody() }] : []));
  return { participants, coachingPairs: coachingPairs.filter(() => random() < 0.9), nominations, seed: 1 };
};

/** People with a partner, mutual first choices, people with their first choice and with their second, in the order in which they count. */
type Score = readonly [number, number, number, number];
const better = (a: Score, b: Score): boolean => {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
};

const scoreOf = ({ nominations }: FeedbackAsked, pairs: readonly (readonly PersonId[])[]): Score => {
  const of = new Map(nominations.map((nomination) => [nomination.by, nomination]));
  const ways = pairs.map(([one, other]) => [[of.get(one ?? id('')), other] as const, [of.get(other ?? id('')), one] as const]);
  const firsts = ways.map((way) => way.filter(([nomination, partner]) => nomination?.first === partner).length);
  const seconds = ways.flat().filter(([nomination, partner]) => nomination?.first !== partner && nomination?.second === partner);
  return [pairs.length, firsts.filter((count) => count === 2).length, firsts.reduce((sum, count) => sum + count, 0), seconds.length];
};

const bestByTrying = (question: FeedbackAsked, left: readonly PersonId[], pairs: readonly (readonly PersonId[])[]): Score => {
  const [one, ...others] = left;
  if (one === undefined) return scoreOf(question, pairs);
  let best = bestByTrying(question, others, pairs);
  for (const other of others) {
    if (question.coachingPairs.some((members) => members.includes(one) && members.includes(other))) continue;
    const rest = others.filter((person) => person !== other);
    const score = bestByTrying(question, rest, [...pairs, [one, other]]);
    if (better(score, best)) best = score;
  }
  return best;
};

describe('for any Awayday', () => {
  it('[CP-82] no other feedback pairs honour more, as trying all of them shows', () => {
    const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 8 }), (seed, size) => {
        const question = inventedAwayday(randomFrom(seed), size);
        const { pairs, alone, counts } = paired(question);
        expect(scoreOf(question, pairs)).toEqual(bestByTrying(question, question.participants, []));
        expect([...pairs.flat(), ...alone].toSorted()).toEqual(question.participants.toSorted());
        expect(counts.first + counts.second + counts.neither).toBe(2 * pairs.length);
      }),
      { numRuns: 400 },
    );
    for (let seed = 0; seed < 6; seed += 1) {
      const question = inventedAwayday(randomFrom(seed), 10);
      expect(scoreOf(question, paired(question).pairs)).toEqual(bestByTrying(question, question.participants, []));
    }
  });

  it('[CP-82] of several hundred people everybody has a partner, and whoever named each other first is together', () => {
    for (const size of [120, 640]) {
      const question = inventedAwayday(randomFrom(size), size);
      const of = new Map(question.nominations.map((nomination) => [nomination.by, nomination.first]));
      const mutual = [...of].filter(([by, first]) => by < first && of.get(first) === by);
      const legal = mutual.filter((two) => !question.coachingPairs.some((members) => two.every((one) => members.includes(one))));
      const { pairs, alone } = paired(question);
      const together = new Set(pairs.map(([one, other]) => [one, other].toSorted().join()));
      expect(alone).toEqual([]);
      for (const two of legal) expect(together.has(two.toSorted().join()), two.join()).toBe(true);
    }
  });
});
