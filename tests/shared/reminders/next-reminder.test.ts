import { type Instant, instant, type PlainDate, plainDate } from '@coaching-pairs/shared/ids';
import { mostMessages } from '@coaching-pairs/shared/reminders/budget';
import { nextReminder, type Reminded, type Told } from '@coaching-pairs/shared/reminders/next-reminder';
import { daysOf, type Occasion, occasionsOf, openQuestions, overdueMatches } from '@coaching-pairs/shared/reminders/occasions';
import { isWorkingTime, usualWorkingTime } from '@coaching-pairs/shared/reminders/working-time';
import { invited, member } from '@coaching-pairs/shared/round/participation';
import { acceptProposal } from '@coaching-pairs/shared/round/proposal';
import { daysAfter, localDayOf, localTimeOf } from '@coaching-pairs/shared/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyStory } from '../../acceptance/driver/stories.js';
import { id, ids, roundsFor, sent, value } from '../round/people.js';

const hours = usualWorkingTime;
const london = { zone: 'Europe/London', hours };
const nothingTold: Told = { messages: 2, reminders: [], waiting: false };
/** Asked on Monday 23 November, answers until Friday 4 December. */
const invitation: Occasion = {
  kind: 'invitation-reminder',
  subject: 'invitation',
  to: id('Sam'),
  since: instant('2026-11-23T10:00:00.000Z'),
  until: plainDate('2026-12-04'),
};
const at = (text: string): Instant => instant(`${text}:00.000Z`);
const reminded = (day: string, own: Partial<Reminded> = {}): Reminded => ({
  kind: 'invitation-reminder',
  subject: 'invitation',
  at: at(`${day}T09:00`),
  ...own,
});
const next = (now: string, told: Partial<Told> = {}, occasions: readonly Occasion[] = [invitation]) => {
  const found = nextReminder(occasions, { ...nothingTold, ...told }, london, at(now));
  return found === null ? null : { step: found.step, at: found.due.at };
};

describe('when an unanswered question is asked again', () => {
  it('[R-15] twice: half-way, and on the last working day before the last day for an answer; at nine o’clock', () => {
    expect(next('2026-11-23T11:00')).toEqual({ step: 1, at: at('2026-11-27T09:00') });
    expect(next('2026-11-27T09:30', { reminders: [reminded('2026-11-27')] })).toEqual({ step: 2, at: at('2026-12-03T09:00') });
    expect(next('2026-12-03T09:30', { reminders: [reminded('2026-11-27'), reminded('2026-12-03')] })).toBeNull();
  });

  it('less often where there is no room', () => {
    const days = (until: string): readonly PlainDate[] => daysOf({ ...invitation, until: plainDate(until) }, 'Europe/London', hours);
    expect(days('2026-11-26')).toEqual(['2026-11-24', '2026-11-25']);
    expect(days('2026-11-25')).toEqual(['2026-11-24']);
    expect(days('2026-11-24')).toEqual([]);
    expect(days('2026-11-23')).toEqual([]);
  });

  it('[R-15] after an outage once, and not at all when the last day is over', () => {
    expect(next('2026-12-03T12:00')).toEqual({ step: 2, at: at('2026-12-03T12:00') });
    // The first came late, on the day that was meant for the second.
    expect(next('2026-12-03T14:00', { reminders: [reminded('2026-12-03')] })).toBeNull();
    expect(next('2026-12-03T23:00')).toEqual({ step: 2, at: at('2026-12-04T09:00') });
    expect(next('2026-12-04T18:00')).toBeNull();
    expect(next('2027-01-11T09:00')).toBeNull();
  });

  it('[CP-73] not while one is on its way, not twice on a day whatever it is about, and not with what is kept for news', () => {
    expect(next('2026-11-27T09:00', { waiting: true })).toBeNull();
    expect(
      next('2026-11-27T08:00', {
        reminders: [reminded('2026-11-27', { kind: 'match-reminder', subject: 'p0', at: at('2026-11-27T00:10') })],
      }),
    ).toEqual({
      step: 1,
      at: at('2026-11-30T09:00'),
    });
    expect(next('2026-12-03T09:00', { messages: mostMessages - 4 })).toBeNull();
    expect(next('2026-12-03T09:00', { messages: mostMessages - 5 })).not.toBeNull();
  });

  it('[R-16] where the person lives', () => {
    const found = nextReminder([invitation], nothingTold, { zone: 'Asia/Kathmandu', hours }, at('2026-11-23T11:00'));
    expect(found?.due).toEqual({ at: at('2026-11-27T03:15'), zone: 'Asia/Kathmandu', localIntent: '2026-11-27T09:00' });
  });
});

describe('what there is to be reminded of', () => {
  const { inviting, matching, proposed, active, awayday, closed } = roundsFor();
  const sam = invited(member(id('Sam')), at('2026-11-23T10:00'));
  const match = sent('Sam', 'Tom');
  const before = { ...sam, answer: 'joined', match: { kind: 'open', proposalId: match.id } } as const;

  it('[CP-11] is an invitation that was neither accepted nor declined', () => {
    expect(openQuestions(inviting, sam, [])).toMatchObject([{ kind: 'invitation-reminder', until: inviting.answersBy }]);
    for (const answer of ['joined', 'sitting-out'] as const) expect(openQuestions(inviting, { ...sam, answer }, [])).toEqual([]);
    expect(openQuestions(inviting, member(id('Sam')), [])).toEqual([]);
    for (const round of [active, closed]) expect(openQuestions(round, sam, [])).toEqual([]);
  });

  it('[R-15] is a match without their yes, until it is answered, ended or the round has gone on', () => {
    expect(openQuestions(proposed, before, [match])).toMatchObject([{ kind: 'match-reminder', subject: match.id, until: match.answerBy }]);
    expect(openQuestions(proposed, before, [value(acceptProposal(match, id('Tom')))])).toHaveLength(1);
    expect(openQuestions(proposed, before, [value(acceptProposal(match, id('Sam')))])).toEqual([]);
    expect(openQuestions(proposed, before, [{ ...match, state: 'ended' }])).toEqual([]);
    expect(openQuestions(proposed, { ...before, match: { kind: 'reworking' } }, [match])).toEqual([]);
    for (const round of [matching, awayday, closed]) expect(openQuestions(round, before, [match])).toEqual([]);
    // Once a pair has ended, its people are asked again though the pairs are announced.
    expect(openQuestions(active, before, [match])).toHaveLength(1);
  });

  it('[CP-33] is for administrators how many matches are open after their time, and no name', () => {
    const content = { participants: [before], proposals: [match], pairs: [] };
    const told = occasionsOf(proposed, content).filter(({ kind }) => kind === 'matches-overdue');
    expect(told.map(({ to, subject }) => `${to} ${subject}`)).toEqual(ids('Priya', 'Omar').map((to) => `${to} ${match.answerBy}`));
    expect(JSON.stringify(told)).not.toMatch(/sam|tom/);
    const last = match.answerBy ?? plainDate('');
    expect([last, daysAfter(last, 1)].map((day) => overdueMatches(proposed, [match], day))).toEqual([0, 1]);
    expect(overdueMatches(awayday, [match], daysAfter(last, 1))).toBe(0);
    expect(occasionsOf(closed, content)).toEqual([]);
  });
});

const days = (from: string, max: number) => fc.integer({ min: 0, max }).map((count) => daysAfter(plainDate(from), count));
const occasions = fc.array(
  fc
    .record({
      kind: fc.constantFrom('invitation-reminder' as const, 'match-reminder' as const, 'matches-overdue' as const),
      subject: fc.constantFrom('one', 'two', 'three'),
      asked: days('2027-03-01', 60),
      minute: fc.integer({ min: 0, max: 1439 }),
      within: fc.integer({ min: 0, max: 30 }),
    })
    .map(({ kind, subject, asked, minute, within }): Occasion => {
      const since = instant(new Date(Date.parse(asked) + minute * 60_000).toISOString());
      return { kind, subject, to: id('Sam'), since, until: daysAfter(asked, within) };
    }),
  { maxLength: 5 },
);
const zones = fc.constantFrom(
  'Europe/London',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
);
const hour = 3_600_000;

/** All that somebody gets who never answers: looked at every hour, but not during an outage. */
const livedThrough = (
  asked: readonly Occasion[],
  zone: string,
  outage: readonly [number, number],
  messages: number,
): readonly Reminded[] => {
  const got: Reminded[] = [];
  const begin = Date.parse('2027-03-01T00:00:00Z');
  for (let step = 0; step < 110 * 24; step += 1) {
    if (step >= outage[0] && step < outage[1]) continue;
    const now = instant(new Date(begin + step * hour).toISOString());
    const open = asked.filter(({ since }) => since <= now);
    // What is due later is of no interest here, and nothing is due outside working time: the property of slots above.
    const found = isWorkingTime(now, zone, hours)
      ? nextReminder(open, { messages: messages + got.length, reminders: got, waiting: false }, { zone, hours }, now)
      : null;
    if (found !== null && found.due.at <= now) got.push({ kind: found.occasion.kind, subject: found.occasion.subject, at: found.due.at });
  }
  return got;
};

describe('whoever never answers, through the change of clocks and an outage', () => {
  const outages = fc
    .tuple(fc.integer({ min: 0, max: 60 * 24 }), fc.integer({ min: 0, max: 5 * 24 }))
    .map(([from, long]) => [from, from + long] as const);

  it('[R-16] [CP-73] is written to in their working time, once a day at most, twice about a question, and fourteen times in all', {
    timeout: 600_000,
  }, () => {
    fc.assert(
      fc.property(occasions, zones, outages, fc.integer({ min: 0, max: 14 }), (asked, zone, outage, messages) => {
        const got = livedThrough(asked, zone, outage, messages);
        const local = got.map(({ at: when }) => localTimeOf(when, zone));
        for (const { at: when } of got) expect(isWorkingTime(when, zone, hours)).toBe(true);
        expect(local.filter((text) => text.slice(11) < '07:00' || text.slice(11) >= '22:00')).toEqual([]);
        expect(new Set(local.map((text) => text.slice(0, 10))).size).toBe(got.length);
        expect(got.length === 0 || messages + got.length <= mostMessages).toBe(true);
        for (const { kind, subject } of asked) {
          const questions = asked.filter((one) => one.kind === kind && one.subject === subject);
          const about = got.filter((one) => one.kind === kind && one.subject === subject);
          if (questions.length === 1) expect(about.length).toBeLessThanOrEqual(kind === 'matches-overdue' ? 1 : 2);
          const last =
            questions
              .map(({ until }) => until)
              .sort()
              .at(-1) ?? '';
          if (kind !== 'matches-overdue') expect(about.filter((one) => localDayOf(one.at, zone) > last)).toEqual([]);
        }
      }),
      { numRuns: everyStory ? 60 : 8 },
    );
  });
});
