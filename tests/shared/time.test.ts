import { instant } from '@coaching-pairs/shared/ids';
import { isTimeZone, offsetMinutes } from '@coaching-pairs/shared/time';
import { describe, expect, it } from 'vitest';

describe('time zones', () => {
  it('are known by their IANA names, and by nothing else', () => {
    expect(['Europe/London', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'Etc/GMT+3', 'UTC'].filter(isTimeZone)).toHaveLength(5);
    expect(['', 'Europe/Nowhere', '+01:00', 'W. Europe Standard Time', 'Europe/London ', '../etc'].filter(isTimeZone)).toEqual([]);
  });

  it('are ahead of UTC by the minutes of the season', () => {
    expect(offsetMinutes('Europe/London', instant('2026-01-15T12:00:00.000Z'))).toBe(0);
    expect(offsetMinutes('Europe/London', instant('2026-07-15T12:00:00.000Z'))).toBe(60);
    expect(offsetMinutes('Asia/Kolkata', instant('2026-07-15T12:00:00.000Z'))).toBe(330);
    expect(offsetMinutes('America/New_York', instant('2026-01-15T12:00:00.000Z'))).toBe(-300);
  });
});
