/** One request that reached the connector: when, for whom, and what it met; undefined when it was taken. */
export type Arrival = { readonly at: number; readonly to: string; readonly met: string | undefined };

/** Whether the person has it afterwards. */
export const isDelivered = ({ met }: Arrival): boolean => met === undefined || met.startsWith('accepted');

/** The most that came in any sliding window of so many milliseconds. */
export const mostWithin = (times: readonly number[], milliseconds: number): number => {
  const ordered = times.toSorted((one, other) => one - other);
  let first = 0;
  let most = 0;
  for (const [last, at] of ordered.entries()) {
    while ((ordered[first] ?? at) <= at - milliseconds) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
};

export const byPerson = (arrivals: readonly Arrival[]): ReadonlyMap<string, readonly Arrival[]> => {
  const found = new Map<string, Arrival[]>();
  for (const arrival of arrivals) {
    const mine = found.get(arrival.to);
    if (mine === undefined) found.set(arrival.to, [arrival]);
    else mine.push(arrival);
  }
  return found;
};

/** The most that any one person was sent in a window. */
export const mostToOne = (arrivals: readonly Arrival[], milliseconds: number): number =>
  Math.max(
    0,
    ...[...byPerson(arrivals).values()].map((mine) =>
      mostWithin(
        mine.map(({ at }) => at),
        milliseconds,
      ),
    ),
  );

/** How often each of these people got something. */
export const copies = (people: readonly string[], arrivals: readonly Arrival[]): readonly number[] => {
  const got = byPerson(arrivals.filter(isDelivered));
  return people.map((person) => got.get(person)?.length ?? 0);
};

/** The share below which a part of the values lies, 0.99 for the 99th percentile. */
export const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Messages a second between the first and the last that was delivered. */
export const perSecond = (arrivals: readonly Arrival[]): number => {
  const times = arrivals.filter(isDelivered).map(({ at }) => at);
  const [first = 0, last = 0] = [Math.min(...times), Math.max(...times)];
  return rounded(((times.length - 1) * 1000) / Math.max(1, last - first));
};
