const pattern =
  /^P(?:(?<years>\d{1,2})Y)?(?:(?<months>\d{1,3})M)?(?:(?<weeks>\d{1,3})W)?(?:(?<days>\d{1,4})D)?(?:T(?:(?<hours>\d{1,5})H)?(?:(?<minutes>\d{1,6})M)?(?:(?<seconds>\d{1,8})S)?)?$/;

/**
 * The instant that lies an ISO 8601 duration after `from`: years and months by the UTC calendar (the last day of a shorter
 * month), the rest as fixed lengths.
 *
 * @returns undefined for what is not a duration of whole, positive parts, e.g. `1 day`, `-P1D`, `P` or `PT0S`
 */
export const laterBy = (from: Date, isoDuration: string): Date | undefined => {
  const parts = pattern.exec(isoDuration)?.groups;
  if (parts === undefined) {
    return undefined;
  }
  const amount = (name: string): number => Number(parts[name] ?? 0);
  const shifted = new Date(from.getTime());
  const day = shifted.getUTCDate();
  shifted.setUTCDate(1);
  shifted.setUTCMonth(shifted.getUTCMonth() + amount('years') * 12 + amount('months'));
  const lastDay = new Date(Date.UTC(shifted.getUTCFullYear(), shifted.getUTCMonth() + 1, 0)).getUTCDate();
  shifted.setUTCDate(Math.min(day, lastDay));
  const days = amount('weeks') * 7 + amount('days');
  const seconds = ((days * 24 + amount('hours')) * 60 + amount('minutes')) * 60 + amount('seconds');
  const later = new Date(shifted.getTime() + seconds * 1000);
  return later > from ? later : undefined;
};
