const day = 86_400_000;
const text = (date: Date): string => date.toISOString().slice(0, 10);
const at = (date: string): Date => new Date(`${date}T00:00:00Z`);

type Dates = { readonly answersBy: string; readonly startsOn: string; readonly endsOn: string };

/** A calendar date so many days later. */
export const addDays = (date: string, days: number): string => text(new Date(at(date).getTime() + days * day));

/** The same day so many months later; the last of the month where that day does not exist. */
export const addMonths = (date: string, months: number): string => {
  const from = at(date);
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return text(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(from.getUTCDate(), lastDay))));
};

/** The date itself, or the Monday after where it is at a weekend. */
const onWorkday = (date: string): string => {
  const weekday = at(date).getUTCDay();
  return weekday === 6 ? addDays(date, 2) : weekday === 0 ? addDays(date, 1) : date;
};

/** Where a round ends that lasts so many months: an Awayday is held on a working day. */
const usualEnd = (startsOn: string, months: number): string => onWorkday(addMonths(startsOn, months));
/** Whether a round ends after so many months, with or without a weekend between. */
const lasts = (dates: Dates, months: number): boolean =>
  dates.endsOn === usualEnd(dates.startsOn, months) || dates.endsOn === addMonths(dates.startsOn, months);

/** A start and a usual end, with the last day for answers a week before. */
export const datesFrom = (day: string): Dates => {
  const startsOn = onWorkday(day);
  return { answersBy: addDays(startsOn, -7), startsOn, endsOn: usualEnd(startsOn, 6) };
};

/** Two weeks to answer, a start in three, six months together (CP-13); each on a working day. */
export const usualDates = (today: string): Dates => datesFrom(addDays(today, 21));

/** Days from one calendar date to another. */
const daysBetween = (from: string, to: string): number => Math.round((at(to).getTime() - at(from).getTime()) / day);

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(text);

/** The same round from another day on: six months stay six months; as long as nobody is invited, answers are awaited as long before it. */
export const startingOn = (dates: Dates, startsOn: string, withAnswers: boolean): Partial<Dates> => {
  if (![startsOn, dates.startsOn, dates.answersBy].every(isDate)) return { startsOn };
  return {
    startsOn,
    ...(lasts(dates, 6) ? { endsOn: usualEnd(startsOn, 6) } : {}),
    ...(withAnswers ? { answersBy: addDays(startsOn, daysBetween(dates.startsOn, dates.answersBy)) } : {}),
  };
};

/** Dates as far apart as those of another round, by months where it lasted whole ones. */
export const lastingLike = (other: Dates, startsOn: string): Dates => {
  const months = [...Array(24).keys()].map((month) => month + 1).find((count) => lasts(other, count));
  return {
    startsOn,
    answersBy: addDays(startsOn, daysBetween(other.startsOn, other.answersBy)),
    endsOn: months === undefined ? addDays(startsOn, daysBetween(other.startsOn, other.endsOn)) : usualEnd(startsOn, months),
  };
};
