import { instant, type PersonId, personId, plainDate } from '@coaching-pairs/shared/ids';
import { isWorkingTime, usualWorkingTime, type WorkingTime } from '@coaching-pairs/shared/reminders/working-time';
import type { Busy, Member } from '@coaching-pairs/shared/sessions/free-times';
import { fewestSessions, type PlanAsked, planSessions, usualMinutes } from '@coaching-pairs/shared/sessions/plan';
import { instantOfLocal, localTimeOf, weekdayOf } from '@coaching-pairs/shared/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const day = (text: string) => plainDate(text);
/** From the middle of October to the end of April: London, New York and Sydney change their clocks twice each on four different days. */
const winter = { from: day('2026-10-12'), to: day('2027-04-30') };

const member = (name: string, zone: string, hours: WorkingTime = usualWorkingTime, busy: readonly Busy[] = []): Member => ({
  ...{ id: personId(name) as PersonId, zone, hours, busy },
});

const hours = (from: number, to: number): WorkingTime => ({ days: [1, 2, 3, 4, 5], from: from * 60, to: to * 60 });

const ada = member('Ada', 'Europe/London');
const ben = member('Ben', 'America/New_York');
/** Works early and late, as people in Sydney do who have colleagues in London. */
const ruby = member('Ruby', 'Australia/Sydney', hours(7, 21));

const asked = (members: readonly Member[], more: Partial<PlanAsked> = {}): PlanAsked => ({
  ...{ members, minutes: usualMinutes(members.length), ...winter, after: instant('2026-10-10T12:00:00.000Z') },
  ...{ count: fewestSessions, taken: [] },
  ...more,
});

const lastMinute = (start: string, minutes: number) => instant(new Date(Date.parse(start) + (minutes - 1) * 60_000).toISOString());
const isFree = ({ busy }: Member, start: string, minutes: number): boolean =>
  busy.every(({ from, to }) => Date.parse(to) <= Date.parse(start) || Date.parse(from) >= Date.parse(start) + minutes * 60_000);

/** Every time that a plan names lies in the working day of everybody, and hits nothing that anybody has. */
const expectAllAtWork = (question: PlanAsked): void => {
  const plan = planSessions(question);
  const times = [...plan.sessions.flatMap(({ start, alternatives }) => [start, ...alternatives]), ...plan.others];
  for (const start of times) {
    for (const one of question.members) {
      const shown = `${one.zone} ${localTimeOf(start, one.zone)}`;
      expect(isWorkingTime(start, one.zone, one.hours), shown).toBe(true);
      expect(isWorkingTime(lastMinute(start, question.minutes), one.zone, one.hours), shown).toBe(true);
      expect(isFree(one, start, question.minutes), shown).toBe(true);
    }
  }
};

const daysBetween = (starts: readonly string[]): readonly number[] =>
  starts.slice(1).map((start, at) => (Date.parse(start) - Date.parse(starts[at] ?? '')) / 86_400_000);

describe('six sessions over a round', () => {
  it('[CP-41] [CP-70] are about a month apart, on one weekday and hour where nothing is in the way', () => {
    const { sessions, missing, stretch } = planSessions(asked([ada, ben]));
    expect([sessions.length, missing, stretch]).toEqual([6, 0, 0]);
    const starts = sessions.map(({ start }) => start);
    for (const gap of daysBetween(starts)) expect(gap).toBeGreaterThanOrEqual(21);
    for (const gap of daysBetween(starts)) expect(gap).toBeLessThanOrEqual(49);
    const onTheClock = starts.map((start) => localTimeOf(start, ada.zone));
    expect(new Set(onTheClock.map((local) => local.slice(11))).size).toBe(1);
    expect(new Set(onTheClock.map((local) => weekdayOf(day(local.slice(0, 10))))).size).toBe(1);
    for (const { alternatives } of sessions) expect(alternatives.length).toBeGreaterThan(1);
  });

  it.each([
    ['London and New York', [ada, ben]],
    ['London and Sydney', [ada, ruby]],
    ['New York and Sydney', [ben, ruby]],
    // Once London has summer time and Sydney has it no longer, there is no common hour: the last session moves to March.
    ['London, New York and Sydney', [member('Ada', 'Europe/London', hours(8, 22)), member('Ben', 'America/New_York', hours(7, 19)), ruby]],
  ])('[R-16] %s: each lies within all working days, across all changes of the clocks', (_where, members) => {
    const question = asked(members);
    const { sessions, missing, stretch } = planSessions(question);
    expect([sessions.length, missing, stretch]).toEqual([6, 0, 0]);
    expectAllAtWork(question);
  });

  it('[R-16] whatever zones, working hours, absences and meetings people have, no time outside of them is named', () => {
    const zone = fc.constantFrom('Europe/London', 'America/New_York', 'Australia/Sydney', 'Asia/Kathmandu', 'Australia/Lord_Howe');
    const from = fc.integer({ min: 7, max: 11 });
    const to = fc.integer({ min: 16, max: 21 });
    const start = fc.integer({ min: Date.parse('2026-10-12'), max: Date.parse('2027-04-30') });
    const entry = fc.record({ start, minutes: fc.integer({ min: 15, max: 20 * 24 * 60 }) }).map((one) => ({
      from: instant(new Date(one.start).toISOString()),
      to: instant(new Date(one.start + one.minutes * 60_000).toISOString()),
    }));
    const anybody = fc
      .record({ zone, from, to, busy: fc.array(entry, { maxLength: 12 }) })
      .map((one) => member('Anybody', one.zone, hours(one.from, one.to), one.busy));
    fc.assert(
      fc.property(fc.array(anybody, { minLength: 2, maxLength: 3 }), (members) => {
        const question = asked(members);
        if (planSessions(question).stretch === 0) expectAllAtWork(question);
      }),
      { numRuns: 8 },
    );
  });

  it('none is planned into a holiday or the turn of the year; the rest of the month is used instead', () => {
    const away: Busy = { from: instant('2026-11-09T00:00:00.000Z'), to: instant('2026-11-28T00:00:00.000Z') };
    const { sessions } = planSessions(asked([{ ...ada, busy: [away] }, ben]));
    expect(sessions).toHaveLength(6);
    for (const { start } of sessions) {
      expect(start < away.from || start >= away.to, start).toBe(true);
      expect(start < '2026-12-23' || start >= '2027-01-02', start).toBe(true);
    }
  });

  it('[CP-41] those that are there already count, and only what lacks is planned, away from them', () => {
    const taken = [instant('2026-10-20T09:00:00.000Z'), instant('2026-12-01T10:00:00.000Z')];
    const { sessions } = planSessions(asked([ada, ben], { taken }));
    expect(sessions).toHaveLength(4);
    for (const gap of daysBetween([...sessions.map(({ start }) => start), ...taken].sort())) expect(gap).toBeGreaterThanOrEqual(14);
  });

  it('[CP-41] who has hardly a free hour gets fewer, and that is said', () => {
    const full: Busy = { from: instant('2026-11-10T00:00:00.000Z'), to: instant('2027-05-01T00:00:00.000Z') };
    const { sessions, missing } = planSessions(asked([{ ...ada, busy: [full] }, ben]));
    expect(sessions.length).toBeGreaterThan(0);
    expect(sessions.length + missing).toBe(6);
    expect(missing).toBeGreaterThan(2);
  });

  it('[R-16] where no working hour is common the day is stretched by as little as needed, never into the night, and that is said', () => {
    const { sessions, stretch } = planSessions(asked([ada, member('Ruby', 'Australia/Sydney')]));
    expect(stretch).toBeGreaterThan(0);
    for (const { start } of sessions) {
      for (const zone of ['Europe/London', 'Australia/Sydney']) {
        const clock = localTimeOf(start, zone).slice(11);
        expect(clock >= '07:00' && clock <= '21:00', `${zone} ${clock}`).toBe(true);
      }
    }
    const never = planSessions(asked([member('One', 'Pacific/Auckland'), member('Other', 'Atlantic/Azores')]));
    expect(never.sessions.length === 0 || never.stretch > 0).toBe(true);
  });

  it('three people meet for 75 minutes, and Kathmandu begins on its own half hour', () => {
    const nisha = member('Nisha', 'Asia/Kathmandu');
    const question = asked([nisha, member('Dev', 'Asia/Kolkata'), member('Tom', 'Europe/Warsaw')]);
    expect(question.minutes).toBe(75);
    expectAllAtWork(question);
    for (const { start } of planSessions(question).sessions) expect(localTimeOf(start, nisha.zone).slice(14)).toMatch(/^(00|30)$/);
  });

  it('an hour on the day of a change of the clocks is the hour on the wall', () => {
    const weekend: WorkingTime = { days: [7], from: 9 * 60, to: 10 * 60 };
    const only = planSessions(
      asked([member('Ada', 'Europe/London', weekend)], { from: day('2027-03-28'), to: day('2027-03-28'), count: 1 }),
    );
    expect(only.sessions.map(({ start }) => start)).toEqual([instantOfLocal('2027-03-28T09:00', 'Europe/London')]);
  });
});
