import type { Directory } from './ports/directory.js';
import type { HealthLedger } from './ports/health.js';
import type { SealingKeys } from './ports/sealing.js';
import type { SendOutcome } from './ports/sender.js';
import { isStoreFault, type Table } from './ports/store.js';

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'unexpected';

/** A row that is not as expected, or a batch that is too large, says that the store answers. */
const ofStore = (cause: unknown): string | null =>
  isStoreFault(cause) && cause.code !== 'store-unavailable' && cause.code !== 'store-refused' && cause.code !== 'credential-refused'
    ? null
    : codeOf(cause);

type Note = HealthLedger['note'];

const noted =
  <Words extends readonly unknown[], T>(note: Note, call: (...words: Words) => Promise<T>) =>
  async (...words: Words): Promise<T> => {
    try {
      const answer = await call(...words);
      note('storage', null);
      return answer;
    } catch (cause) {
      note('storage', ofStore(cause));
      throw cause;
    }
  };

/** The same table, which keeps the ledger of whether storage answers. */
export const watchedTable = (table: Table, { note }: HealthLedger): Table => ({
  ...table,
  read: noted(note, table.read),
  page: noted(note, table.page),
  everything: noted(note, table.everything),
  commit: noted(note, table.commit),
  swap: noted(note, table.swap),
  remove: noted(note, table.remove),
  ping: noted(note, table.ping),
});

const codeOfOutcome = (outcome: SendOutcome): string | null => {
  switch (outcome.kind) {
    case 'unsent':
      return outcome.code;
    case 'ambiguous':
      return 'ambiguous';
    case 'permanent':
      return outcome.scope === 'bot' ? outcome.code : null;
    default:
      return null;
  }
};

/** The same sending, which keeps the ledger of whether Teams takes messages; that it refuses one person is an answer. */
export const watchedSend =
  <Words extends readonly unknown[]>(send: (...words: Words) => Promise<SendOutcome>, { note }: HealthLedger) =>
  async (...words: Words): Promise<SendOutcome> => {
    const outcome = await send(...words);
    note('connector', codeOfOutcome(outcome));
    return outcome;
  };

type Answered = { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } };

const noteAnswer = (note: Note, answer: Answered): void => {
  const failed = !answer.ok && (answer.error.code === 'permission-missing' || answer.error.code === 'unavailable');
  note('graph', failed ? answer.error.code : null);
};

const asking =
  <Words extends readonly unknown[], T extends Answered>(note: Note, call: (...words: Words) => Promise<T>) =>
  async (...words: Words): Promise<T> => {
    try {
      const answer = await call(...words);
      noteAnswer(note, answer);
      return answer;
    } catch (cause) {
      note('graph', codeOf(cause));
      throw cause;
    }
  };

/**
 * The same vault, which keeps the ledger of whether its key can be used (C-07). That its newest version has a name is no success yet, and
 * that an older version is gone no failure of the newest.
 */
export const watchedKeys = (keys: SealingKeys, { note }: HealthLedger): SealingKeys => {
  let newest: string | null = null;
  return {
    current: async () => {
      const version = await keys.current();
      if (version.ok) newest = version.value;
      else note('vault', version.error.code);
      return version;
    },
    wrap: async (dataKey, version) => {
      const wrapped = await keys.wrap(dataKey, version);
      note('vault', wrapped.ok ? null : wrapped.error.code);
      return wrapped;
    },
    unwrap: async (wrapped) => {
      const key = await keys.unwrap(wrapped);
      const isOlder = newest !== null && wrapped.version !== newest;
      if (key.ok || key.error.code !== 'vault-locked' || !isOlder) note('vault', key.ok ? null : key.error.code);
      return key;
    },
  };
};

/** The same directory, which keeps the ledger of whether Graph answers. */
export const watchedDirectory = (directory: Directory, { note }: HealthLedger): Directory => ({
  readPeople: asking(note, directory.readPeople),
  people: asking(note, directory.people),
  searchPeople: asking(note, directory.searchPeople),
  accountsOf: asking(note, directory.accountsOf),
  searchGroups: asking(note, directory.searchGroups),
  groupMembers: asking(note, directory.groupMembers),
  peopleBelow: asking(note, directory.peopleBelow),
});
