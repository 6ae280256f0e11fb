import type { PersonId } from '../ids.js';

/** A function in the picture of a round, or several small ones put together. */
export type TiedFunction = {
  /** Null for people of whom no function is known, and for small functions put together. */
  readonly name: string | null;
  /** Those of it who are in a pair. */
  readonly people: number;
  /** How many functions it stands for: more than one where small ones were put together. */
  readonly functions: number;
};

/** How often people of one function are partners of people of another; both are places among the functions, the smaller one first. */
export type Tie = { readonly one: number; readonly other: number; readonly count: number };

/** Which functions a round has tied together: functions are its nodes, and nobody is in it. */
export type TieMap = { readonly functions: readonly TiedFunction[]; readonly ties: readonly Tie[] };

/** A function with fewer people is a small one: who is behind its ties might be guessed by whoever does not know the pairs. */
export const smallBelow = 5;

const byName = (one: TiedFunction, other: TiedFunction): number =>
  one.name === other.name ? 0 : one.name === null ? 1 : other.name === null ? -1 : one.name < other.name ? -1 : 1;

const summed = (ties: readonly Tie[]): readonly Tie[] => {
  const sums = new Map<string, Tie>();
  for (const tie of ties) {
    const [one, other] = [Math.min(tie.one, tie.other), Math.max(tie.one, tie.other)];
    sums.set(`${one} ${other}`, { one, other, count: (sums.get(`${one} ${other}`)?.count ?? 0) + tie.count });
  }
  return [...sums.values()].sort((a, b) => a.one - b.one || a.other - b.other);
};

/**
 * The ties of a round from its announced pairs and the functions of their people, and from nothing else: no mail, chat or calendar is
 * looked at (CP-24c). Three who belong together make three ties.
 */
export const tieMapOf = (pairs: readonly (readonly PersonId[])[], functionOf: ReadonlyMap<PersonId, string>): TieMap => {
  const nameOf = (id: PersonId): string | null => functionOf.get(id) ?? null;
  const people = new Map<string | null, Set<PersonId>>();
  for (const id of pairs.flat()) people.set(nameOf(id), (people.get(nameOf(id)) ?? new Set()).add(id));
  const functions = [...people].map(([name, ids]) => ({ name, people: ids.size, functions: 1 })).sort(byName);
  const places = new Map(functions.map(({ name }, at) => [name, at]));
  const placeOf = (id: PersonId): number => places.get(nameOf(id)) ?? 0;
  const ties = pairs.flatMap((members) =>
    members.flatMap((one, at) => members.slice(at + 1).map((other) => ({ one: placeOf(one), other: placeOf(other), count: 1 }))),
  );
  return { functions, ties: summed(ties) };
};

/** The places of those to be put together: the small ones and, where these are few people still, the smallest of the others too. */
const smallOf = (functions: readonly TiedFunction[]): ReadonlySet<number> => {
  const places = functions.map((_one, at) => at).sort((a, b) => (functions[a]?.people ?? 0) - (functions[b]?.people ?? 0));
  const together = new Set<number>();
  let people = 0;
  for (const at of places) {
    const size = functions[at]?.people ?? 0;
    if (size >= smallBelow && (people === 0 || people >= smallBelow)) break;
    together.add(at);
    people += size;
  }
  return together;
};

/**
 * The same with small functions put together as one, the last, so that no row or column is about fewer than five people unless all are
 * fewer (C-03). For whatever is shown to people who do not know the pairs.
 */
export const foldSmall = ({ functions, ties }: TieMap): TieMap => {
  const together = smallOf(functions);
  if (together.size < 2) return { functions, ties };
  const kept = functions.flatMap((_one, at) => (together.has(at) ? [] : [at]));
  const folded = [...together].map((at) => functions[at]);
  const place = (at: number): number => (together.has(at) ? kept.length : kept.indexOf(at));
  const rest = { name: null, people: folded.reduce((sum, one) => sum + (one?.people ?? 0), 0), functions: together.size };
  return {
    functions: [...kept.flatMap((at) => functions[at] ?? []), rest],
    ties: summed(ties.map(({ one, other, count }) => ({ one: place(one), other: place(other), count }))),
  };
};

/** Whether putting small functions together changes the picture. */
export const hasSmall = (map: TieMap): boolean => foldSmall(map).functions.length < map.functions.length;

/** How many ties there are in all, and how many pairs of different functions have at least one. */
export const tieSums = ({ ties }: TieMap): { readonly ties: number; readonly joined: number } => ({
  ties: ties.reduce((sum, { count }) => sum + count, 0),
  joined: ties.filter(({ one, other }) => one !== other).length,
});

/** Several rounds in one picture: their ties are added up, and of each function the most people it had in one of them count. */
export const addMaps = (maps: readonly TieMap[]): TieMap => {
  const all = new Map<string | null, TiedFunction>();
  for (const one of maps.flatMap(({ functions }) => functions)) {
    all.set(one.name, { ...one, people: Math.max(one.people, all.get(one.name)?.people ?? 0) });
  }
  const functions = [...all.values()].sort(byName);
  const places = new Map(functions.map(({ name }, at) => [name, at]));
  const ties = maps.flatMap((map) => {
    const place = (at: number): number => places.get(map.functions[at]?.name ?? null) ?? 0;
    return map.ties.map(({ one, other, count }) => ({ one: place(one), other: place(other), count }));
  });
  return { functions, ties: summed(ties) };
};
