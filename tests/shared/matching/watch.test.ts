import { match } from '@coaching-pairs/shared/matching/match';
import type { Progress } from '@coaching-pairs/shared/matching/watch';
import { describe, expect, it } from 'vitest';
import { largeOrganisation } from '../../bench/large-organisation.js';

describe('whoever waits for a matching', () => {
  it.each([40, 401, 600])('of %i people is told how far it is, up to the end and never less than before', (size) => {
    const { ids, rules } = largeOrganisation(size, 3);
    const told: Progress[] = [];
    const watched = match(ids, rules, { seed: 2, odd: 'trio' }, { onProgress: (progress) => told.push(progress) });
    expect(watched).toEqual(match(ids, rules, { seed: 2, odd: 'trio' }));
    expect(told[0]).toEqual({ done: 0, total: 100 });
    expect(told.at(-1)).toEqual({ done: 100, total: 100 });
    expect(told.length).toBeGreaterThan(3);
    const hundredths = told.map(({ done }) => done);
    expect(hundredths).toEqual([...new Set(hundredths)].sort((a, b) => a - b));
  });

  it('may have it stopped wherever it is: then there is no result', () => {
    const { ids, rules } = largeOrganisation(600, 3);
    let questions = 0;
    const counting = () => {
      questions += 1;
      return false;
    };
    match(ids, rules, { seed: 2 }, { shouldStop: counting });
    expect(questions).toBeGreaterThan(5);
    for (let after = 1; after <= questions; after += 5) {
      let asked = 0;
      const shouldStop = () => {
        asked += 1;
        return asked >= after;
      };
      expect(match(ids, rules, { seed: 2 }, { shouldStop }), `stopped at question ${after}`).toEqual({
        ok: false,
        error: { code: 'stopped' },
      });
    }
  }, 120_000);

  it('may have it stopped while a trio is looked for, too', () => {
    const { ids, rules } = largeOrganisation(301, 3);
    const asked = (odd: 'trio' | 'leave', stopAt: number) => {
      let questions = 0;
      const shouldStop = () => {
        questions += 1;
        return questions >= stopAt;
      };
      const result = match(ids, rules, { seed: 2, odd }, { shouldStop });
      return { questions, refused: result.ok ? null : result.error.code };
    };
    const [before, all] = (['leave', 'trio'] as const).map((odd) => asked(odd, Number.POSITIVE_INFINITY).questions);
    if (before === undefined || all === undefined) return;
    expect(all).toBeGreaterThan(before + 4);
    for (const at of [before, before + 1, before + 3, all]) expect(asked('trio', at).refused, `at question ${at}`).toBe('stopped');
  });
});
