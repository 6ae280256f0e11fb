/** Times as they read on the wall of a zone, and back. */

const partsIn = (at: Date, zone: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );

/** `2026-11-20T09:30`, as a `datetime-local` field wants it. */
export const wallTime = (at: Date, zone: string): string => {
  const { year, month, day, hour, minute } = partsIn(at, zone);
  return `${year}-${month}-${day}T${hour}:${minute}`;
};

/** The instant that reads so on the wall of the zone; where the clock jumps over it, the one after. */
export const instantOf = (wall: string, zone: string): Date => {
  const asUtc = Date.parse(`${wall}Z`);
  const off = (at: number): number => Date.parse(`${wallTime(new Date(at), zone)}Z`) - at;
  return new Date(asUtc - off(asUtc - off(asUtc)));
};

export const dayKey = (at: Date, zone: string): string => wallTime(at, zone).slice(0, 10);

/** Seven days from the Monday before (or on) that day, as day keys. */
export const weekOf = (at: Date, zone: string): readonly string[] => {
  const day = new Date(`${dayKey(at, zone)}T00:00Z`);
  const monday = day.getTime() - ((day.getUTCDay() + 6) % 7) * 86_400_000;
  return Array.from({ length: 7 }, (_unused, index) => new Date(monday + index * 86_400_000).toISOString().slice(0, 10));
};
