import type { PersonId } from '../../ids.js';
import type { Problem } from '../problem.js';
import { type Columns, columnsOf } from './columns.js';
import { type Entries, enteredWeight, entriesOf } from './entries.js';
import { type Kinds, kindsOf } from './kinds.js';
import { plainWeight } from './pair-weight.js';

/** A problem prepared for questions about millions of pairs. People are places in `problem.ids`. */
export type Field = {
  readonly problem: Problem;
  readonly columns: Columns;
  readonly entries: Entries;
  readonly kinds: Kinds;
};

export const fieldOf = (problem: Problem): Field => {
  const columns = columnsOf(problem);
  return { problem, columns, entries: entriesOf(problem, columns), kinds: kindsOf(columns) };
};

/** What a pair is worth, 0 when it is ruled out. */
export const weightIn = ({ columns, entries }: Field, one: number, other: number): number => {
  if (one === other) return 0;
  const entered = enteredWeight(entries, one, other);
  return entered < 0 ? plainWeight(columns, one, other) : entered;
};

export const idsAt = ({ problem }: Field, places: Iterable<number>): readonly PersonId[] => {
  const ids: PersonId[] = [];
  for (const place of places) {
    const id = problem.ids[place];
    if (id !== undefined) ids.push(id);
  }
  return ids;
};

/** Who of some people has nobody at all among them to be paired with. */
export const isolatedAmong = (field: Field, places: Int32Array): Int32Array =>
  places.filter((place) => !places.some((other) => weightIn(field, place, other) > 0));
