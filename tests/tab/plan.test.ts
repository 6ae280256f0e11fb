import { describe, expect, it } from 'vitest';
import { addDays, addMonths, usualDates } from '../../tab/src/pages/admin/plan/dates.js';
import { emptyPlan, faultsOf, inputOf, leaderWarningOf } from '../../tab/src/pages/admin/plan/plan-draft.js';

const priya = { id: 'priya', name: 'Priya Shah', functionName: 'Finance' };
const sam = { id: 'sam', name: 'Sam Byrne', functionName: 'People' };

describe('the plan of a new round', () => {
  it('[CP-13] gives two weeks to answer and lasts six months from the start', () => {
    expect(usualDates('2026-11-20')).toEqual({ answersBy: '2026-12-04', startsOn: '2026-12-11', endsOn: '2027-06-11' });
  });

  it('[CP-13] begins and ends on a working day, whichever day it is opened on', () => {
    expect(usualDates('2026-11-22')).toEqual({ answersBy: '2026-12-07', startsOn: '2026-12-14', endsOn: '2027-06-14' });
    for (let day = 1; day <= 365; day += 1) {
      const weekdays = Object.values(usualDates(addDays('2026-01-01', day))).map((one) => new Date(`${one}T00:00:00Z`).getUTCDay());
      expect(weekdays.every((weekday) => weekday >= 1 && weekday <= 5)).toBe(true);
    }
  });

  it.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('counts from %s on %i months to %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it('names what is missing, field by field, and cannot be sent until nothing is', () => {
    const plan = emptyPlan('2026-11-20');
    expect(faultsOf(plan)).toEqual({ name: 'nameMissing', leader: 'personMissing', peoplePartner: 'personMissing' });
    expect(inputOf(plan)).toBeNull();
    const filled = { ...plan, name: ' Spring ', leader: priya, peoplePartner: sam };
    expect(faultsOf(filled)).toEqual({});
    expect(inputOf(filled)).toMatchObject({ name: 'Spring', leaderId: 'priya', peoplePartnerId: 'sam' });
    expect(faultsOf({ ...filled, answersBy: '2026-12-12' })).toEqual({ answersBy: 'answersAfterStart' });
    expect(faultsOf({ ...filled, endsOn: '2026-12-11' })).toEqual({ endsOn: 'endBeforeStart' });
    expect(faultsOf({ ...filled, endsOn: '' })).toEqual({ endsOn: 'dateMissing' });
    expect(faultsOf(filled, '2026-12-04')).toEqual({});
    expect(faultsOf(filled, '2026-12-05')).toEqual({ answersBy: 'datePast' });
    expect(faultsOf({ ...filled, startsOn: '2025-12-11' }, '2026-11-20')).toEqual({ startsOn: 'datePast' });
  });
});

describe('[CP-33] a round leader who would administer the round too, and so read who sits out', () => {
  const plan = { ...emptyPlan('2026-11-20'), leader: priya, peoplePartner: sam };

  it('is warned of, whichever way they come to administer it', () => {
    expect(leaderWarningOf(plan, 'sam')).toBeNull();
    expect(leaderWarningOf({ ...plan, leader: null }, 'priya')).toBeNull();
    expect(leaderWarningOf(plan, 'priya')).toBe('leaderOpens');
    expect(leaderWarningOf(plan, null)).toBeNull();
    expect(leaderWarningOf({ ...plan, administrators: [priya] }, null)).toBe('leaderAdministers');
    expect(leaderWarningOf({ ...plan, peoplePartner: priya }, 'sam')).toBe('leaderIsPeoplePartner');
  });
});
