import { instant, plainDate } from '@coaching-pairs/shared/ids';
import { isNight, isWorkingTime, nextSlot, slotOn, usualWorkingTime } from '@coaching-pairs/shared/reminders/working-time';
import { type KnownZones, zoneOf } from '@coaching-pairs/shared/reminders/zone';
import { daysAfter, instantOfLocal, localTimeOf, offsetMinutes, weekdayOf } from '@coaching-pairs/shared/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const apart = (one: string, other: string, at: string): number => offsetMinutes(one, instant(at)) - offsetMinutes(other, instant(at));

describe('[R-16] the clock on the wall', () => {
  it.each([
    [
      'a time that is skipped in London is an hour later',
      '2027-03-28T01:30',
      'Europe/London',
      '2027-03-28T01:30:00.000Z',
      '2027-03-28T02:30',
    ],
    [
      'a time that happens twice in London is the first',
      '2026-10-25T01:30',
      'Europe/London',
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30',
    ],
    ['the hour after it is in winter', '2026-10-25T02:30', 'Europe/London', '2026-10-25T02:30:00.000Z', '2026-10-25T02:30'],
    ['Lord Howe goes back by half an hour', '2027-04-04T01:45', 'Australia/Lord_Howe', '2027-04-03T14:45:00.000Z', '2027-04-04T01:45'],
    ['Lord Howe goes forward by half an hour', '2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z', '2026-10-04T02:45'],
    ['nine in Lord Howe in summer', '2026-12-01T09:00', 'Australia/Lord_Howe', '2026-11-30T22:00:00.000Z', '2026-12-01T09:00'],
    ['nine in Lord Howe in winter', '2027-06-01T09:00', 'Australia/Lord_Howe', '2027-05-31T22:30:00.000Z', '2027-06-01T09:00'],
    ['nine in Kathmandu', '2026-12-01T09:00', 'Asia/Kathmandu', '2026-12-01T03:15:00.000Z', '2026-12-01T09:00'],
  ])('%s', (_case, local, zone, at, shown) => {
    expect(instantOfLocal(local, zone)).toBe(at);
    expect(localTimeOf(instant(at), zone)).toBe(shown);
  });

  it.each([
    ['London and New York, as a rule', '2026-12-01T12:00:00.000Z', 300],
    ['in the weeks of spring in which only New York has summer time', '2027-03-20T12:00:00.000Z', 240],
    ['in the week of autumn in which only London has winter time', '2026-10-28T12:00:00.000Z', 240],
  ])('%s', (_case, at, minutes) => {
    expect(apart('Europe/London', 'America/New_York', at)).toBe(minutes);
  });

  it('nine o’clock stays nine o’clock through a year, in every zone', () => {
    for (const zone of [
      'Europe/London',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'America/St_Johns',
      'Pacific/Auckland',
    ]) {
      const shown = Array.from({ length: 366 }, (_, days) => {
        const day = daysAfter(plainDate('2026-11-21'), days);
        return localTimeOf(slotOn(day, zone, usualWorkingTime).at, zone).slice(11);
      });
      expect([zone, [...new Set(shown)]]).toEqual([zone, ['09:00']]);
    }
  });
});

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const moments = fc
  .date({ min: new Date('2026-11-21T00:00:00Z'), max: new Date('2029-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => instant(date.toISOString()));
const hours = fc.record({
  days: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 7 }),
  from: fc.integer({ min: 0, max: 1440 }),
  to: fc.integer({ min: 0, max: 1440 }),
});

describe('[R-16] working time', () => {
  it('is Monday to Friday from nine to five where nothing else is known', () => {
    const at = (local: string): boolean => isWorkingTime(instantOfLocal(local, 'Europe/Madrid'), 'Europe/Madrid', usualWorkingTime);
    expect(['2026-11-23T09:00', '2026-11-27T16:59'].filter(at)).toHaveLength(2);
    expect(['2026-11-23T08:59', '2026-11-27T17:00', '2026-11-28T10:00', '2026-11-29T10:00'].filter(at)).toEqual([]);
  });

  it('waits from Friday evening to Monday morning', () => {
    const friday = instantOfLocal('2027-03-26T18:00', 'Europe/London');
    // Clocks go forward in between.
    expect(nextSlot(friday, 'Europe/London', usualWorkingTime)).toEqual({
      at: '2027-03-29T08:00:00.000Z',
      zone: 'Europe/London',
      localIntent: '2027-03-29T09:00',
    });
  });

  it.each([
    ['06:59', true],
    ['07:00', false],
    ['21:59', false],
    ['22:00', true],
  ])('at %s it is night: %s', (time, night) => {
    expect(isNight(instantOfLocal(`2026-12-01T${time}`, 'Asia/Kathmandu'), 'Asia/Kathmandu')).toBe(night);
  });

  it('never lies between 22:00 and 7:00, whatever hours somebody keeps, and comes within eight days', () => {
    fc.assert(
      fc.property(moments, zones, hours, (from, zone, kept) => {
        const { at, localIntent } = nextSlot(from, zone, kept);
        expect(at >= from).toBe(true);
        expect(Date.parse(at) - Date.parse(from)).toBeLessThan(8 * 86_400_000);
        expect(localTimeOf(at, zone).slice(11) >= '07:00' && localTimeOf(at, zone).slice(11) < '22:00').toBe(true);
        expect(localTimeOf(at, zone)).toBe(localIntent);
        expect(isWorkingTime(at, zone, kept)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('counts the days of the week from Monday', () => {
    expect(['2026-11-23', '2026-11-29'].map((day) => weekdayOf(plainDate(day)))).toEqual([1, 7]);
  });
});

describe('[R-16] whose word counts for a zone', () => {
  const none: KnownZones = { correction: null, tab: null, activity: null, mailbox: null, round: 'Europe/Berlin' };
  it.each([
    [{}, 'Europe/Berlin', 'round'],
    [{ mailbox: 'Europe/Paris' }, 'Europe/Paris', 'mailbox'],
    [{ mailbox: 'Europe/Paris', activity: 'Asia/Tokyo' }, 'Asia/Tokyo', 'activity'],
    [{ mailbox: 'Europe/Paris', activity: 'Asia/Tokyo', tab: 'America/Lima' }, 'America/Lima', 'tab'],
    [{ activity: 'Asia/Tokyo', tab: 'America/Lima', correction: 'Europe/Rome' }, 'Europe/Rome', 'correction'],
    [{ correction: 'Mars/Olympus', tab: 'W. Europe Standard Time', mailbox: 'Europe/Paris' }, 'Europe/Paris', 'mailbox'],
    [{ round: 'nowhere' }, 'UTC', 'round'],
  ] as const)('%j', (known, zone, source) => {
    expect(zoneOf({ ...none, ...known })).toEqual({ zone, source });
  });
});
