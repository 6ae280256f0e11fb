import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { verifyRecord, verifySince } from '@coaching-pairs/shared/audit/verify';
import { AuditExport } from '@coaching-pairs/shared/wire/audit';
import { type Words, wordsFor } from '@coaching-pairs/shared/words/words';
import { terminalLocale } from './locale.js';
import type { Surroundings } from './match.js';
import { writeLines, writeNotes } from './terminal.js';

/** Whole; not as it was sealed; asked wrongly, or no record. */
const codes = { whole: 0, broken: 1, refused: 2 } as const;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

type Read = { readonly record: AuditExport } | { readonly fault: string };

const readRecord = (words: Words, folder: string, file: string): Read => {
  try {
    const parsed = AuditExport.safeParse(JSON.parse(readFileSync(resolve(folder, file), 'utf8')));
    return parsed.success ? { record: parsed.data } : { fault: words.t('auditVerify.notARecord', { file }) };
  } catch (cause) {
    return { fault: words.t(cause instanceof SyntaxError ? 'auditVerify.notARecord' : 'auditVerify.unreadable', { file }) };
  }
};

const filesOf = (args: readonly string[]): readonly string[] | null => {
  const [file, option, since, ...more] = args;
  if (file === undefined || file.startsWith('-') || more.length > 0) return null;
  if (option === undefined) return [file];
  return option === '--since' && since !== undefined ? [file, since] : null;
};

const bookLines = (words: Words, { books }: AuditExport): readonly string[] =>
  books.map(({ place, beginning, count, hash, links }) =>
    words.t('auditVerify.book', { place, count: links.length, first: String(beginning.seq), last: String(count), hash }),
  );

const faultOf = (words: Words, record: AuditExport): string | null => {
  const checked = verifyRecord(record, sha256);
  if (checked.ok) return null;
  const { place, seq, code } = checked.error;
  return words.t('auditVerify.fault', { place, seq: String(seq), code });
};

const sinceFault = (words: Words, later: AuditExport, earlier: AuditExport): string | null => {
  const checked = verifySince(later, earlier);
  if (checked.ok) return null;
  const { error } = checked;
  return error.code === 'other-round'
    ? words.t('auditVerify.since.otherRound')
    : words.t('auditVerify.since.changed', { place: error.place });
};

/**
 * Checks a record of who did what that was saved from the tab, without the product, its storage or its key (S-20). The exit code is 0
 * where it is whole, 1 where it is not as it was sealed, 2 for anything wrong in the command line or where a file is no record.
 */
export const verifyAuditCommand = ({ args, folder, variables, streams }: Surroundings): number => {
  const words = wordsFor(terminalLocale(variables));
  if (args[0] === '--help') {
    streams.result.write(words.t('auditVerify.usage'));
    return codes.whole;
  }
  const files = filesOf(args);
  if (files === null) {
    writeNotes(streams.notes, [words.t('auditVerify.usage')]);
    return codes.refused;
  }
  const read = files.map((file) => readRecord(words, folder, file));
  const unread = read.flatMap((one) => ('fault' in one ? [one.fault] : []));
  const [record, earlier] = read.flatMap((one) => ('record' in one ? [one.record] : []));
  if (unread.length > 0 || record === undefined) {
    writeNotes(streams.notes, unread);
    return codes.refused;
  }
  writeLines(streams.result, bookLines(words, record));
  const faults = [
    faultOf(words, record),
    ...(earlier === undefined ? [] : [faultOf(words, earlier), sinceFault(words, record, earlier)]),
  ].flatMap((fault) => fault ?? []);
  if (faults.length > 0) {
    writeNotes(streams.notes, faults);
    return codes.broken;
  }
  writeLines(streams.result, [words.t('auditVerify.whole')]);
  if (earlier !== undefined) writeLines(streams.result, [words.t('auditVerify.since.same', { when: earlier.madeAt })]);
  return codes.whole;
};
