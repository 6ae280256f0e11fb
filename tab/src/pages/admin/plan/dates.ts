const day = 86_400_000;
const text = (date: Date): string => date.toISOString().slice(0, 10);
const at = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** A calendar date so many days later. */
export const addDays = (date: string, days: number): string => text(new Date(at(date).getTime() + days * day));

/** The same day so many months later; the last of the month where that day does not exist. */
export const addMonths = (date: string, months: number): string => {
  const from = at(date);
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return text(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(from.getUTCDate(), lastDay))));
};

/** Two weeks to answer, a start in three, six months together (CP-13). */
export const usualDates = (today: string): { readonly answersBy: string; readonly startsOn: string; readonly endsOn: string } => {
  const startsOn = addDays(today, 21);
  return { answersBy: addDays(today, 14), startsOn, endsOn: addMonths(startsOn, 6) };
};
