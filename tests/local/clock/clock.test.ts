import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DurationRefused, openClock } from '@coaching-pairs/local/clock/clock';
import { laterBy } from '@coaching-pairs/local/clock/duration';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const day = 24 * 3_600_000;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('how far a duration reaches', () => {
  it.each([
    ['P1D', '2027-02-01T09:00:00.000Z'],
    ['P1M', '2027-02-28T09:00:00.000Z'],
    ['P2W', '2027-02-14T09:00:00.000Z'],
    ['P1Y', '2028-01-31T09:00:00.000Z'],
    ['P1DT2H30M5S', '2027-02-01T11:30:05.000Z'],
    ['PT90M', '2027-01-31T10:30:00.000Z'],
  ])('%s after the last morning of January is %s', (duration, later) => {
    expect(laterBy(new Date('2027-01-31T09:00:00.000Z'), duration)?.toISOString()).toBe(later);
  });

  it.each(['', 'P', 'PT', '1 day', '-P1D', 'P-1D', 'PT0S', 'P1.5D', 'p1d', 'P1D; rm'])('%j is refused', (duration) => {
    expect(laterBy(new Date('2027-01-31T09:00:00.000Z'), duration)).toBeUndefined();
  });
});

describe('the clock of the sandbox tenant', () => {
  it('is the time of the machine until it is moved', async () => {
    const clock = await openClock(join(folder, 'offset'));

    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1000);
  });

  it('is moved on, keeps the offset, and is still ahead after a new start', async () => {
    const clock = await openClock(join(folder, 'clock', 'offset'));
    await clock.advance('P1D');
    await clock.advance('PT1H');
    const reopened = await openClock(join(folder, 'clock', 'offset'));

    expect(reopened.offsetMs()).toBe(day + 3_600_000);
    expect(Math.abs(reopened.now().getTime() - Date.now() - day - 3_600_000)).toBeLessThan(1000);
  });

  it('adds up moves that are asked for at the same time', async () => {
    const clock = await openClock(join(folder, 'offset'));
    await Promise.all([clock.advance('P1D'), clock.advance('P1D'), clock.advance('P1D')]);

    expect(clock.offsetMs()).toBe(3 * day);
  });

  it('has told everybody who follows before a move is answered', async () => {
    const clock = await openClock(join(folder, 'offset'));
    const heard: number[] = [];
    const leave = clock.onMove(async (offsetMs) => {
      await Promise.resolve();
      heard.push(offsetMs);
    });
    await clock.advance('P1D');
    leave();
    await clock.advance('P1D');

    expect(heard).toEqual([day]);
  });

  it('refuses what is no time to come, and more than ten years, with a sentence', async () => {
    const clock = await openClock(join(folder, 'offset'));

    await expect(clock.advance('tomorrow')).rejects.toThrow(DurationRefused);
    await expect(clock.advance('P11Y')).rejects.toThrow('no further than ten years');
    expect(clock.offsetMs()).toBe(0);
  });
});
