import { instant, plainDate } from '@coaching-pairs/shared/ids';
import { laterOf } from '@coaching-pairs/shared/reminders/pause';
import { answerDays, withMoreTime } from '@coaching-pairs/shared/round/answer-day';
import { asideIn, isAside, pauseIn } from '@coaching-pairs/shared/round/pausing';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import { describe, expect, it } from 'vitest';
import { drafted, id, joined, refusal, roundsFor, sent, value } from './people.js';

const { draft, inviting, proposed, active, closed } = roundsFor();
const today = plainDate('2026-11-25');

describe('more time to answer matches', () => {
  const until = plainDate('2026-12-18');
  const asked = { until, today };
  const days = (proposals: readonly Proposal[]) => proposals.map(({ id: one, answerBy }) => [one, answerBy]);

  it('[CP-31] is given to all who have a match before them, whoever suggested it, and takes time from nobody', () => {
    const named = { ...sent('Ana', 'Ben'), nominatedBy: id('Ana') };
    const later = { ...sent('Eva', 'Finn'), answerBy: plainDate('2026-12-24') };
    expect(sent('Ana', 'Ben').answerBy).toBe('2026-11-30');
    expect(days(value(withMoreTime(proposed, [named, sent('Cleo', 'Dan'), later, drafted('Gil', 'Hana')], asked)))).toEqual([
      ['ana-ben', until],
      ['cleo-dan', until],
    ]);
  });

  it('is refused for a day that has passed or is too far off, and while no matches are answered', () => {
    expect(answerDays(proposed, today)).toEqual({ from: today, to: '2027-01-24' });
    expect(answerDays(active, plainDate('2027-06-30')).to).toBe(active.endsOn);
    for (const day of ['2026-11-24', '2027-01-25'])
      expect(refusal(withMoreTime(proposed, [], { until: plainDate(day), today }))).toMatchObject({ code: 'pause-out-of-range' });
    for (const round of [inviting, closed]) expect(refusal(withMoreTime(round, [], asked))).toMatchObject({ code: 'wrong-state' });
  });
});

describe('somebody whom organisers set aside', () => {
  const until = plainDate('2026-12-07');
  const away = value(pauseIn(active, joined('Ana'), { until, today }));

  it('is so until the day on which they are back, and keeps all they have', () => {
    expect(away).toEqual({ ...joined('Ana'), pausedUntil: until });
    expect([isAside(away, plainDate('2026-12-06')), isAside(away, until), isAside(joined('Ben'), today)]).toEqual([true, false, false]);
    expect([...asideIn(active, [away, joined('Ben')], instant('2026-12-06T23:00:00.000Z'))]).toEqual([[id('Ana'), until]]);
    expect(value(pauseIn(active, away, { until: null, today }))).toEqual(joined('Ana'));
  });

  it('is never so for more than half a year, in a draft, or once the round is over', () => {
    for (const day of [today, plainDate('2027-06-01')])
      expect(refusal(pauseIn(active, joined('Ana'), { until: day, today }))).toMatchObject({ code: 'pause-out-of-range' });
    for (const round of [draft, closed])
      expect(refusal(pauseIn(round, joined('Ana'), { until, today }))).toMatchObject({ code: 'wrong-state' });
  });

  it('who wants no reminders themselves gets them when both have passed', () => {
    const [early, late] = [plainDate('2026-12-01'), plainDate('2026-12-09')];
    expect([laterOf(early, late), laterOf(late, early), laterOf(null, early), laterOf(early, null), laterOf(null, null)]).toEqual([
      ...[late, late, early, early, null],
    ]);
  });
});
