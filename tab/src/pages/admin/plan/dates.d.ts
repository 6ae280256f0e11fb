/** A calendar date so many days later. */
export declare const addDays: (date: string, days: number) => string;
/** The same day so many months later; the last of the month where that day does not exist. */
export declare const addMonths: (date: string, months: number) => string;
/** Two weeks to answer, a start in three, six months together (CP-13). */
export declare const usualDates: (today: string) => {
  readonly answersBy: string;
  readonly startsOn: string;
  readonly endsOn: string;
};
