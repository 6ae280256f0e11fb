import { instant, plainDate } from '@coaching-pairs/shared/ids';
import { fitsBudget, mostMessages, type Weight, weights } from '@coaching-pairs/shared/reminders/budget';
import { nextReminder } from '@coaching-pairs/shared/reminders/next-reminder';
import { usualWorkingTime } from '@coaching-pairs/shared/reminders/working-time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id } from '../round/people.js';

/** How many of these messages somebody gets, one after the other, and how many of them were essential. */
const heard = (said: readonly Weight[]) => {
  const got: Weight[] = [];
  for (const weight of said) if (fitsBudget(weight, got.length)) got.push(weight);
  return got;
};

describe('fourteen messages to one person in one round', () => {
  it('[CP-73] are not exceeded for the sake of anything that could be left out, whatever comes in which order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...weights), { maxLength: 60 }), (said) => {
        const got = heard(said);
        const essential = said.filter((weight) => weight === 'essential').length;
        expect(got.length).toBeLessThanOrEqual(Math.max(mostMessages, essential + mostMessages - 4));
        // A match and a pair are never left out.
        expect(got.filter((weight) => weight === 'essential')).toHaveLength(essential);
        const last = got.length - 1 - [...got].reverse().findIndex((weight) => weight !== 'essential');
        if (got.some((weight) => weight !== 'essential')) expect(last).toBeLessThan(mostMessages - 4);
      }),
    );
  });

  it('[CP-73] the first of two reminders goes first, then news that stands in the tab, then the last reminder, and a match never', () => {
    const leftOut = (told: number): readonly Weight[] => weights.filter((weight) => !fitsBudget(weight, told));
    expect([6, 7, 9, 10, 14, 20].map(leftOut)).toEqual([
      [],
      ['early'],
      ['early', 'news'],
      ['early', 'news', 'last-call'],
      ['early', 'news', 'last-call'],
      ['early', 'news', 'last-call'],
    ]);
  });

  it('[CP-73] whoever was told much is reminded on the last working day alone', () => {
    const occasion = {
      ...{ kind: 'match-reminder' as const, subject: 'p1', to: id('Sam') },
      ...{ since: instant('2026-11-23T10:00:00.000Z'), until: plainDate('2026-12-04') },
    };
    const days = [6, 9, 10].map((messages) => {
      const told = { messages, reminders: [], waiting: false };
      const where = { zone: 'Europe/London', hours: usualWorkingTime };
      return nextReminder([occasion], told, where, instant('2026-11-23T11:00:00.000Z'))?.due.localIntent ?? null;
    });
    expect(days).toEqual(['2026-11-27T09:00', '2026-12-03T09:00', null]);
  });
});
