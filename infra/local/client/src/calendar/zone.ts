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

const dayMs = 86_400_000;
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / dayMs);

/** How many weeks from the week of `days` to the one with the nearest of these days: ahead if there is any, else back; null where there is none. */
export const weeksToNearest = (days: readonly string[], taken: readonly string[]): number | null => {
  const [first = '', last = ''] = [days[0], days[6]];
  const ahead = taken.filter((day) => day > last).sort()[0];
  if (ahead !== undefined) return Math.ceil(daysBetween(last, ahead) / 7);
  const back = taken
    .filter((day) => day < first)
    .sort()
    .at(-1);
  return back === undefined ? null : -Math.ceil(daysBetween(back, first) / 7);
};
