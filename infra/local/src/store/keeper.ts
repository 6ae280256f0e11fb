import type { LokiDatabase } from './azurite.js';
import { type Changes, watchChanges } from './changes.js';
import { type Journal, openJournal } from './journal.js';
import { createSharedSave, type Durable } from './shared-save.js';
import type { Turns } from './turns.js';

/** Keeps one server's databases on disk. */
export type Keeper = {
  /** Resolves when everything that was changed before the call is on disk. */
  readonly durable: Durable;
  /** Saves everything whole; nothing may change any more. */
  readonly finish: () => Promise<void>;
};

/** Journals above this size are folded into their database, which costs a whole save. */
const largestJournal = 32 * 1024 * 1024;

type Kept = { readonly db: LokiDatabase; readonly changes: Changes; readonly journal: Journal };

const saveWhole = ({ db }: Kept): Promise<void> =>
  new Promise((resolve, reject) => db.saveDatabase((cause) => (cause ? reject(cause) : resolve())));

/** What is on disk afterwards: the database, and a journal that leads to the moment of the call at the latest. */
const keep = async (kept: Kept): Promise<void> => {
  const { changes, journal } = kept;
  const shape = changes.takeShape();
  const taken = changes.take();
  // Serialised at once: both hold the same moment, and a kill between the two loses nothing.
  const whole = shape || journal.bytes() > largestJournal ? saveWhole(kept) : null;
  try {
    await Promise.all([taken.length > 0 ? journal.append(taken) : null, whole]);
  } catch (cause) {
    changes.putBack(taken, shape);
    throw cause;
  }
  if (whole !== null) await journal.clear();
};

/**
 * Watches databases that are open and writes every change to their journals.
 *
 * @param files of the databases, in their order
 * @param turns a save is taken in a turn of its own, so that it never holds half a batch
 */
export const openKeeper = async (databases: readonly LokiDatabase[], files: readonly string[], turns: Turns): Promise<Keeper> => {
  const all = await Promise.all(
    databases.map(async (db, index) => ({ db, changes: watchChanges(db), journal: await openJournal(files[index] ?? '') })),
  );
  const durable = createSharedSave(async () => {
    const done = await turns.take(true);
    const kept = all.map(keep);
    done();
    await Promise.all(kept);
  });
  const finish = async (): Promise<void> => {
    await durable();
    await Promise.all(all.map(saveWhole));
    await Promise.all(all.map(async ({ journal }) => journal.clear().then(journal.close)));
  };
  return { durable, finish };
};
