import type { LokiCollection, LokiDatabase, LokiRow } from './azurite.js';

/** A row as it is now, or null where it is gone; or a collection that is gone with all its rows. */
export type Change = { readonly collection: string; readonly id: number; readonly row: LokiRow | null } | { readonly removed: string };

/** What has changed since it was last taken. */
export type Changes = {
  /** Every change since the last call, in an order that can be repeated. */
  readonly take: () => readonly Change[];
  /** Puts back what could not be kept, so that the next call names it again. */
  readonly putBack: (changes: readonly Change[], shape: boolean) => void;
  /** True once a collection was added: only a whole save knows its indices. Asking sets it back. */
  readonly takeShape: () => boolean;
};

const rowOf = (collection: LokiCollection, id: number): LokiRow | null => {
  let [low, high] = [0, collection.data.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const row = collection.data[middle];
    if (row === undefined) return null;
    if (row.$loki === id) return row;
    if (row.$loki < id) low = middle + 1;
    else high = middle - 1;
  }
  return null;
};

/** The wrapped database says what happens to its collections from now on. */
export const onCollections = (db: LokiDatabase, added: (collection: LokiCollection) => void, removed: (name: string) => void): void => {
  const { addCollection, removeCollection } = db;
  db.addCollection = (name, options) => {
    const known = db.collections.some((collection) => collection.name === name);
    const collection = addCollection.call(db, name, options);
    if (!known) added(collection);
    return collection;
  };
  db.removeCollection = (name) => {
    removed(name);
    removeCollection.call(db, name);
  };
};

/** Listens to every collection of a database, also to those that are added later. Rows are read when they are asked for, not when they change. */
export const watchChanges = (db: LokiDatabase): Changes => {
  const touched = new Map<string, Set<number>>();
  const removed: string[] = [];
  // What the server made as it opened is saved whole with the first change.
  let shape = true;

  const touch = (name: string, id: number): void => {
    touched.set(name, (touched.get(name) ?? new Set()).add(id));
  };
  const listenTo = (collection: LokiCollection): void => {
    const heard = (rows: LokiRow | readonly LokiRow[]): void => {
      for (const row of [rows].flat()) touch(collection.name, row.$loki);
    };
    for (const event of ['insert', 'update', 'delete'] as const) collection.on(event, heard);
  };
  const added = (collection: LokiCollection): void => {
    shape = true;
    listenTo(collection);
  };
  db.collections.forEach(listenTo);
  onCollections(db, added, (name) => {
    touched.delete(name);
    removed.push(name);
  });

  const take = (): readonly Change[] => {
    const gone = removed.splice(0).map((name) => ({ removed: name }));
    const rows = [...touched].flatMap(([name, ids]) => {
      const collection = db.collections.find((one) => one.name === name);
      return collection === undefined ? [] : [...ids].map((id) => ({ collection: name, id, row: rowOf(collection, id) }));
    });
    touched.clear();
    return [...gone, ...rows];
  };
  const takeShape = (): boolean => {
    const was = shape;
    shape = false;
    return was;
  };
  const putBack: Changes['putBack'] = (changes, changedShape) => {
    shape ||= changedShape;
    for (const change of changes) {
      if ('removed' in change) removed.push(change.removed);
      else touch(change.collection, change.id);
    }
  };
  return { take, takeShape, putBack };
};
