import type { Instant, PersonId } from '../ids.js';

type Two = readonly [PersonId, PersonId];

/** Two people whom an administrator keeps from being partners, in every round; why is not kept. The smaller id comes first. */
export type KeptApart = { readonly memberIds: Two; readonly by: PersonId; readonly at: Instant };

/** Pairs that are kept in one list at most. */
export const mostKeptApart = 2_000;

const sorted = ([one, other]: Two): Two => (one < other ? [one, other] : [other, one]);

/** One text for two people, whoever is named first. */
const keyOf = (pair: Two): string => sorted(pair).join('\u0000');

export const isKeptApart = (list: readonly KeptApart[], pair: Two): boolean =>
  list.some(({ memberIds }) => keyOf(memberIds) === keyOf(pair));

/** The list with these pairs in it; who is in it already stays as entered. */
export const keepApart = (list: readonly KeptApart[], pairs: readonly Two[], act: Pick<KeptApart, 'by' | 'at'>): readonly KeptApart[] => {
  const known = new Set(list.map(({ memberIds }) => keyOf(memberIds)));
  const fresh = new Map(pairs.filter((pair) => !known.has(keyOf(pair))).map((pair) => [keyOf(pair), sorted(pair)]));
  return [...list, ...[...fresh.values()].map((memberIds) => ({ memberIds, ...act }))];
};

/** The list without these pairs: they may be partners again. */
export const noLongerApart = (list: readonly KeptApart[], pairs: readonly Two[]): readonly KeptApart[] => {
  const gone = new Set(pairs.map(keyOf));
  return list.filter(({ memberIds }) => !gone.has(keyOf(memberIds)));
};

/** With whom each person is kept apart. */
export const apartFrom = (list: readonly KeptApart[]): ReadonlyMap<PersonId, readonly PersonId[]> => {
  const others = new Map<PersonId, PersonId[]>();
  const note = (one: PersonId, other: PersonId): void => {
    const known = others.get(one);
    if (known === undefined) others.set(one, [other]);
    else known.push(other);
  };
  for (const { memberIds } of list) {
    note(memberIds[0], memberIds[1]);
    note(memberIds[1], memberIds[0]);
  }
  return others;
};
