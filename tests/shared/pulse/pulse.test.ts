import { type PersonId, personId, plainDate } from '@coaching-pairs/shared/ids';
import { isPulseDue, isPulseOpen, openPulse, pulseOccasions } from '@coaching-pairs/shared/pulse/opening';
import {
  countAnswers,
  fewestAnswers,
  noAnswers,
  type PulseAnswers,
  type PulseShare,
  type PulseTally,
  pulseQuestions,
  resultOf,
} from '@coaching-pairs/shared/pulse/pulse';
import { daysOf } from '@coaching-pairs/shared/reminders/occasions';
import { usualWorkingTime } from '@coaching-pairs/shared/reminders/working-time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id, joined, minute, refusal, roundsFor, value } from '../round/people.js';

const all = (yes: boolean): PulseAnswers => ({ supported: yes, strengths: yes, impact: yes, trust: yes });
const counted = (given: readonly (readonly [PersonId, PulseAnswers])[]): PulseTally =>
  given.reduce((tally, [person, said]) => value(countAnswers(tally, person, said)), noAnswers);
/** What is published of so many yes among so many answers. */
const published = (yes: number, answers: number): PulseShare | null => {
  const tally = counted(Array.from({ length: answers }, (_none, at) => [personId(`p${at}`), all(at < yes)] as const));
  const result = resultOf(tally, fewestAnswers);
  return result.kind === 'shown' ? result.shares.trust : null;
};

describe('what is kept of the closing pulse', () => {
  it('[CP-96] is the same whoever said what, and in whatever order they came: nothing ties an answer to a person', () => {
    const said = fc.array(fc.record({ supported: fc.boolean(), strengths: fc.boolean(), impact: fc.boolean(), trust: fc.boolean() }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(said, fc.nat(), fc.nat(), (answers, turn, order) => {
        const people = answers.map((_none, at) => personId(`p${at}`));
        const swapped = answers.map((_one, at) => answers[(at + turn) % answers.length] ?? all(true));
        const given = people.map((person, at) => [person, answers[at] ?? all(true)] as const);
        const other = people.map((person, at) => [person, swapped[at] ?? all(true)] as const);
        const later = order % answers.length;
        expect(counted([...other.slice(later), ...other.slice(0, later)])).toEqual(counted(given));
      }),
    );
  });

  it('[CP-96] a turn is spent once, and what was counted then stays', () => {
    const tally = counted([[id('Ana'), all(true)]]);
    expect(refusal(countAnswers(tally, id('Ana'), all(false)))).toBe('spent');
    expect([tally.answers, tally.yes.trust, tally.spent]).toEqual([1, 1, [id('Ana')]]);
  });
});

/** What one person, or two together, know of their own answers. */
const own = [
  [0, 0],
  [1, 0],
  [0, 1],
  [2, 0],
  [1, 1],
  [0, 2],
] as const;

describe('what is told of the closing pulse', () => {
  it('[C-03] nothing below the threshold, which nothing lowers', () => {
    expect([fewestAnswers - 1, fewestAnswers].map((answers) => published(4, answers) !== null)).toEqual([false, true]);
    const few = counted(['a', 'b', 'c', 'd', 'e'].map((one) => [personId(one), all(true)] as const));
    expect(resultOf(few, 1)).toEqual({ kind: 'too-few' });
  });

  it('[C-03] [CP-96] nobody, alone or with one other, can work out what anybody else said, whatever came of it', () => {
    const knowing: unknown[] = [];
    for (let answers = fewestAnswers; answers <= 40; answers += 1) {
      const shares = Array.from({ length: answers + 1 }, (_none, yes) => JSON.stringify(published(yes, answers)));
      for (const share of new Set(shares)) {
        for (const [ownYes, ownNo] of own) {
          const others = answers - ownYes - ownNo;
          const possible = shares.flatMap((one, yes) => (one === share ? [yes - ownYes] : [])).filter((yes) => yes >= 0 && yes <= others);
          // Told so much, all the others may not be known to have been of one mind.
          const ofOneMind = [0, others].some((yes) => possible.length > 0 && possible.every((one) => one === yes));
          if (ofOneMind) knowing.push({ share, answers, ownYes, ownNo });
        }
      }
    }
    expect(knowing).toEqual([]);
  });

  it('[CP-96] four numbers, each told so that it is true', () => {
    for (let yes = 0; yes <= 20; yes += 1) {
      const share = published(yes, 20);
      const holds = share?.kind === 'at-most' ? yes <= share.yes : share?.kind === 'at-least' ? yes >= share.yes : yes === share?.yes;
      expect([yes, holds]).toEqual([yes, true]);
    }
    expect(pulseQuestions).toEqual(['supported', 'strengths', 'impact', 'trust']);
  });
});

describe('a pulse that is opened', () => {
  const { active, awayday, proposed, closed } = roundsFor();
  const asked = { until: plainDate('2026-12-04'), joined: 12, at: minute(0) };
  const open = value(openPulse(active, asked));

  it('[C-05] is so once: its last day and its threshold are fixed, and too few people, an early state or another day are refused', () => {
    expect(open.pulse).toEqual({ openedAt: minute(0), until: '2026-12-04', fewest: fewestAnswers, result: null });
    expect(value(openPulse(open, asked))).toBe(open);
    expect(refusal(openPulse(open, { ...asked, until: plainDate('2026-12-11') }))).toEqual({ code: 'pulse-opened' });
    expect(refusal(openPulse(active, { ...asked, joined: fewestAnswers - 1 }))).toEqual({ code: 'pulse-needs', fewest: fewestAnswers });
    for (const day of ['2026-11-20', '2027-06-01']) {
      expect(refusal(openPulse(active, { ...asked, until: plainDate(day) }))).toMatchObject({ code: 'pulse-day' });
    }
    for (const round of [proposed, closed]) expect(refusal(openPulse(round, asked))).toMatchObject({ code: 'wrong-state' });
    expect(openPulse(awayday, asked).ok).toBe(true);
  });

  it('is over after its last day, on the clock of the round, or with the round', () => {
    const at = (day: string) => minute(0).replace('2026-11-20T09:00', day) as ReturnType<typeof minute>;
    expect(isPulseOpen(open, at('2026-12-04T23:59'))).toBe(true);
    expect(isPulseOpen(open, at('2026-12-05T00:00'))).toBe(false);
    expect(isPulseDue(open, at('2026-12-05T00:00'))).toBe(true);
    expect(isPulseOpen({ ...open, timeZone: 'America/New_York' }, at('2026-12-05T00:00'))).toBe(true);
    expect([isPulseOpen({ ...open, state: 'closed' }, minute(0)), isPulseOpen(active, minute(0))]).toEqual([false, false]);
  });

  it('[CP-96] [CP-73] all who take part are written to alike, at once and on the last working day before its end', () => {
    const people = [joined('Ana'), joined('Ben'), joined('Cleo', { answer: 'sitting-out' })];
    const occasions = pulseOccasions(open, people);
    expect(occasions.map(({ to }) => to)).toEqual([id('Ana'), id('Ben')]);
    const [first] = occasions;
    if (first === undefined) return expect.unreachable();
    expect(daysOf(first, 'Europe/London', usualWorkingTime)).toEqual(['2026-11-20', '2026-12-03']);
    expect(daysOf({ ...first, until: plainDate('2026-11-21') }, 'Europe/London', usualWorkingTime)).toEqual(['2026-11-20']);
  });
});
