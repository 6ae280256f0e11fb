import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { csvRows } from '@coaching-pairs/shared/organisation/csv';
import type { CsvRow } from '@coaching-pairs/shared/organisation/people-columns';
import { err, type Result } from '@coaching-pairs/shared/result';
import { csvFaultText } from '@coaching-pairs/shared/words/groups-file-text';
import type { Words } from '@coaching-pairs/shared/words/words';

/** The words of this run, and the folder that its paths are meant from. */
export type Place = { readonly words: Words; readonly folder: string };

/** The code of a failed call to the system, e.g. `ENOENT`; of anything else what it says. */
export const failureCode = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : String(cause);

const unreadableText = (words: Words, file: string, cause: unknown): string => {
  const reason = failureCode(cause);
  switch (reason) {
    case 'ENOENT':
    case 'ENOTDIR':
      return words.t('dryRun.file.missing', { file });
    case 'EISDIR':
      return words.t('dryRun.file.folder', { file });
    case 'EACCES':
    case 'EPERM':
      return words.t('dryRun.file.denied', { file });
    default:
      return words.t('dryRun.file.unreadable', { file, reason });
  }
};

/** The faults of one file below a line that names it. */
export const faultyFile = (words: Words, file: string, faults: readonly string[]): readonly string[] => [
  words.t('dryRun.file.faulty', { file, count: faults.length }),
  ...faults.map((fault) => `  ${fault}`),
];

/** The rows of a CSV file; refused with the lines that say why it cannot be read. */
export const readRows = ({ words, folder }: Place, file: string): Result<readonly CsvRow[], readonly string[]> => {
  try {
    const rows = csvRows(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(resolve(folder, file))));
    return rows.ok ? rows : err(faultyFile(words, file, [csvFaultText(words, rows.error)]));
  } catch (cause) {
    const isText = !(cause instanceof TypeError);
    return err([isText ? unreadableText(words, file, cause) : words.t('dryRun.file.notUtf8', { file })]);
  }
};
