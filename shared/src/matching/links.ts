import type { PersonId } from '../ids.js';
import type { Two } from './rules.js';

/**
 * What is known between two people, found from either side: everybody of whom anything is has a row, with the rows of their
 * partners from `start` up to, but without, `end`, and beside each which of the values it is. A map for each person would take
 * many times the memory in a large organisation.
 */
export type Links<T> = {
  readonly rowOf: ReadonlyMap<PersonId, number>;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly partner: Int32Array;
  readonly valueAt: Int32Array;
  readonly values: readonly T[];
};

const placeIn = ({ start, end, partner }: Pick<Links<unknown>, 'start' | 'end' | 'partner'>, row: number, other: number): number => {
  const last = end[row] ?? 0;
  for (let at = start[row] ?? 0; at < last; at += 1) if (partner[at] === other) return at;
  return -1;
};

export const linked = <T>(links: Links<T>, one: PersonId, other: PersonId): T | undefined => {
  const [row, otherRow] = [links.rowOf.get(one), links.rowOf.get(other)];
  if (row === undefined || otherRow === undefined) return undefined;
  return links.values[links.valueAt[placeIn(links, row, otherRow)] ?? -1];
};

/** Tells of everything that is known, from both sides. */
export const forEachLink = <T>(links: Links<T>, tell: (one: PersonId, other: PersonId, value: T) => void): void => {
  const { rowOf, start, end, partner, valueAt, values } = links;
  const ids = [...rowOf.keys()];
  for (const [row, one] of ids.entries()) {
    for (let at = start[row] ?? 0; at < (end[row] ?? 0); at += 1) {
      const [other, value] = [ids[partner[at] ?? -1], values[valueAt[at] ?? -1]];
      if (other !== undefined && value !== undefined) tell(one, other, value);
    }
  }
};

/** Tells of entries about two people each, every time alike. */
export type Entering<T> = (enter: (one: PersonId, other: PersonId, value: T) => void) => void;

/** A row for everybody who is named, with room for as many partners as they are named with. */
const rowsFor = <T>(entering: Entering<T>): Pick<Links<T>, 'rowOf' | 'start'> => {
  const rowOf = new Map<PersonId, number>();
  const counts: number[] = [];
  const count = (id: PersonId): void => {
    const row = rowOf.get(id) ?? counts.length;
    if (row === counts.length) rowOf.set(id, row);
    counts[row] = (counts[row] ?? 0) + 1;
  };
  entering((one, other) => {
    count(one);
    if (one !== other) count(other);
  });
  const start = new Int32Array(counts.length + 1);
  for (const [row, often] of counts.entries()) start[row + 1] = (start[row] ?? 0) + often;
  return { rowOf, start };
};

/** Links made from entries; `join` says what becomes of two entries about the same people. */
export const linksFrom = <T>(entering: Entering<T>, join: (known: T, next: T) => T): Links<T> => {
  const { rowOf, start } = rowsFor(entering);
  const room = start[rowOf.size] ?? 0;
  const values: T[] = [];
  const links = { rowOf, start, end: start.slice(0, rowOf.size), partner: new Int32Array(room), valueAt: new Int32Array(room), values };
  const put = (row: number, other: number): void => {
    const at = links.end[row] ?? 0;
    links.end[row] = at + 1;
    links.partner[at] = other;
    links.valueAt[at] = values.length;
  };
  entering((one, other, value) => {
    const [row, otherRow] = [rowOf.get(one) ?? -1, rowOf.get(other) ?? -1];
    const index = links.valueAt[placeIn(links, row, otherRow)] ?? -1;
    const known = values[index];
    if (known !== undefined) {
      values[index] = join(known, value);
      return;
    }
    put(row, otherRow);
    if (row !== otherRow) put(otherRow, row);
    values.push(value);
  });
  return links;
};

/** Links that say no more than that there is one. */
export const linksOf = (twos: readonly Two[]): Links<true> =>
  linksFrom<true>(
    (enter) => {
      for (const [one, other] of twos) enter(one, other, true);
    },
    () => true,
  );
