import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { instant } from '@coaching-pairs/shared/ids';
import { type Words, wordsFor } from '@coaching-pairs/shared/words/words';
import type { Backups, RestoreRefused } from '../ports/backups.js';
import { terminalLocale } from './locale.js';
import type { Surroundings } from './match.js';
import { failureCode } from './read-rows.js';
import { writeLines, writeNotes } from './terminal.js';

/** Done; could not be done, or was refused; asked wrongly. */
const codes = { done: 0, failed: 1, refused: 2 } as const;
type Code = (typeof codes)[keyof typeof codes];

type Given = Surroundings & { readonly open: (tableUrl: string) => Promise<Backups> };
type Asked = { readonly table: string; readonly folder: string; readonly flag: boolean };

const isAddress = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && (url.protocol === 'https:' || url.hostname === '127.0.0.1');
};

/** The address of the table, the folder, and the one flag that there is; null where anything else is asked for. */
const askedIn = ({ args, folder: from }: Surroundings, folder: 'to' | 'from', flag: 'keys-only' | 'over'): Asked | null => {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: [...args], options: { table: text, [folder]: text, [flag]: { type: 'boolean' } } });
    const { table, [folder]: place, [flag]: chosen } = values;
    if (typeof table !== 'string' || !isAddress(table) || typeof place !== 'string' || place.trim() === '') return null;
    return { table, folder: resolve(from, place), flag: chosen === true };
  } catch {
    return null;
  }
};

/** What went wrong and why, from the fault itself to the one at its root. */
const faultsIn = (cause: unknown): readonly Error[] => (cause instanceof Error ? [cause, ...faultsIn(cause.cause)] : []);

const signInNames = ['CredentialUnavailableError', 'AuthenticationRequiredError'];
const isRefused = (fault: Error): boolean => 'statusCode' in fault && (fault.statusCode === 401 || fault.statusCode === 403);

/** What stands in the way most often, said with what helps; anything else by its code. */
const failureText = (words: Words, { table }: Asked, cause: unknown): string => {
  const faults = faultsIn(cause);
  if (faults.some(({ name }) => signInNames.includes(name))) return words.t('backup.notSignedIn');
  if (faults.some(isRefused)) return words.t('backup.notAllowed', { table });
  return words.t('backup.failed', { reason: failureCode(cause) });
};

/** Runs it with the words of the terminal; what nobody foresaw is said by its code. */
const running = async (
  given: Given,
  usage: 'backup.usage' | 'restore.usage',
  asked: Asked | null,
  act: (words: Words, asked: Asked) => Promise<Code>,
): Promise<Code> => {
  const words = wordsFor(terminalLocale(given.variables));
  if (given.args[0] === '--help') {
    given.streams.result.write(words.t(usage));
    return codes.done;
  }
  if (asked === null) {
    writeNotes(given.streams.notes, [words.t(usage)]);
    return codes.refused;
  }
  try {
    return await act(words, asked);
  } catch (cause) {
    writeNotes(given.streams.notes, [failureText(words, asked, cause)]);
    return codes.failed;
  }
};

/** `npm run backup`: everything into a folder of its own, and the keys beside it. The product may go on meanwhile. */
export const backupCommand = (given: Given): Promise<number> =>
  running(given, 'backup.usage', askedIn(given, 'to', 'keys-only'), async (words, { table, folder, flag: keysOnly }) => {
    const { streams, now } = given;
    const backups = await given.open(table);
    const at = instant(now.toISOString());
    if (keysOnly) {
      writeLines(streams.result, [words.t('backup.keys', { count: await backups.backUpKeys(folder, at), folder })]);
      return codes.done;
    }
    const { folder: own, rows, partitions, moving } = await backups.backUp(folder, at);
    writeLines(streams.result, [words.t('backup.done', { rows, partitions, folder: own })]);
    if (moving > 0) writeNotes(streams.notes, [words.t('backup.moving', { count: moving })]);
    return codes.done;
  });

const refusedText = (words: Words, refused: RestoreRefused): string => {
  switch (refused.code) {
    case 'no-backup':
      return words.t('restore.noBackup');
    case 'damaged':
      return words.t('restore.damaged', { file: refused.file });
    case 'too-new':
      return words.t('restore.tooNew', { form: String(refused.form), reads: String(refused.reads) });
    case 'running':
      return words.t('restore.running', { count: refused.count });
    case 'not-empty':
      return words.t('restore.notEmpty');
  }
};

/** `npm run restore`: a backup comes back into a table that is empty, or over what is there when told so. */
export const restoreCommand = (given: Given): Promise<number> =>
  running(given, 'restore.usage', askedIn(given, 'from', 'over'), async (words, { table, folder, flag: over }) => {
    const { streams } = given;
    const restored = await (await given.open(table)).restore(folder, over);
    if (!restored.ok) {
      writeNotes(streams.notes, [refusedText(words, restored.error)]);
      return codes.failed;
    }
    const { rows, keys, heldBack } = restored.value;
    writeLines(streams.result, [words.t('restore.done', { rows, keys })]);
    if (heldBack > 0) writeLines(streams.result, [words.t('restore.heldBack', { count: heldBack })]);
    return codes.done;
  });
