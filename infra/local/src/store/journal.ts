import { open, readFile, rm, stat } from 'node:fs/promises';
import { type LokiDatabase, type LokiRow, readDatabase } from './azurite.js';
import type { Change } from './changes.js';

/** A file beside a database that holds what has changed since the database was saved whole. */
export type Journal = {
  /** Resolves when the changes have left the process; they count as one: after a kill all of them are found again, or none. */
  readonly append: (changes: readonly Change[]) => Promise<void>;
  /** Forgets everything; call it when the database has been saved whole. */
  readonly clear: () => Promise<void>;
  readonly bytes: () => number;
  readonly close: () => Promise<void>;
};

const begin = '{"begin":true}';
const end = '{"end":true}';

export const journalOf = (databaseFile: string): string => `${databaseFile}.journal`;

/** Opens the journal of a database for writing, creating it where there is none. */
export const openJournal = async (databaseFile: string): Promise<Journal> => {
  const handle = await open(journalOf(databaseFile), 'a');
  let size = (await handle.stat()).size;
  const append = async (changes: readonly Change[]): Promise<void> => {
    const lines = changes.map((change) => JSON.stringify(change));
    // A line may have been torn by a full disk: the first line feed ends it.
    const text = Buffer.from(`\n${[begin, ...lines, end].join('\n')}\n`);
    size += text.length;
    await handle.appendFile(text);
  };
  const clear = async (): Promise<void> => {
    await handle.truncate(0);
    size = 0;
  };
  return { append, clear, bytes: () => size, close: () => handle.close() };
};

type Line = Change | { readonly begin: true } | { readonly end: true } | null;

const lineOf = (text: string): Line => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** The changes that were written wholly, in their order. */
const wholeChanges = (text: string): readonly Change[] => {
  const whole: Change[] = [];
  let group: Change[] | null = null;
  for (const line of text.split('\n').map(lineOf)) {
    if (line === null) continue;
    if ('begin' in line) group = [];
    else if ('end' in line) {
      for (const change of group ?? []) whole.push(change);
      group = null;
    } else group?.push(line);
  }
  return whole;
};

/** The last word on a collection: whether its rows of before are gone, and what became of single rows. */
type LastWord = { readonly emptied: boolean; readonly rows: Map<number, LokiRow | null> };

const lastWords = (changes: readonly Change[]): ReadonlyMap<string, LastWord> => {
  const words = new Map<string, LastWord>();
  for (const change of changes) {
    if ('removed' in change) {
      words.set(change.removed, { emptied: true, rows: new Map() });
    } else {
      const word = words.get(change.collection) ?? { emptied: false, rows: new Map() };
      word.rows.set(change.id, change.row);
      words.set(change.collection, word);
    }
  }
  return words;
};

const apply = (db: LokiDatabase, changes: readonly Change[]): void => {
  for (const [name, { emptied, rows }] of lastWords(changes)) {
    const collection = db.collections.find((one) => one.name === name);
    if (collection === undefined) continue;
    const kept = emptied ? [] : collection.data.filter((row) => !rows.has(row.$loki));
    const told = [...rows.values()].filter((row) => row !== null);
    collection.data = [...kept, ...told].sort((one, other) => one.$loki - other.$loki);
    collection.maxId = [...rows.keys()].reduce((most, id) => Math.max(most, id), collection.maxId);
    collection.idIndex = null;
    collection.ensureId();
    collection.ensureAllIndexes(true);
    for (const field of collection.uniqueNames) collection.ensureUniqueIndex(field);
  }
};

/** Brings a database that was not saved at its end up to its journal, on disk, before anybody opens it. */
export const replayJournal = async (databaseFile: string): Promise<void> => {
  const text = await readFile(journalOf(databaseFile), 'utf8').catch(() => '');
  const changes = wholeChanges(text);
  const saved = await stat(databaseFile).catch(() => null);
  if (changes.length > 0 && saved !== null) {
    const db = await readDatabase(databaseFile);
    apply(db, changes);
    await new Promise<void>((resolve, reject) => db.saveDatabase((cause) => (cause ? reject(cause) : resolve())));
  }
  await rm(journalOf(databaseFile), { force: true });
};
