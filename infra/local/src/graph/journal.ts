import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

/** Entries are written before anybody is answered, one line each, so that a killed process forgets nothing it has said. */
export type Journal<Entry> = { readonly entries: readonly Entry[]; readonly append: (entry: Entry) => void };

const readEntries = <Entry>(file: string, parse: (value: unknown) => Entry | undefined): readonly Entry[] => {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  // A kill in the middle of a write leaves half a line that nobody was told about.
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole));
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => parse(JSON.parse(line)) ?? []);
};

/** Opens a journal of one JSON entry per line; lines that `parse` does not know are passed over. */
export const openJournal = <Entry>(file: string, parse: (value: unknown) => Entry | undefined): Journal<Entry> => {
  mkdirSync(dirname(file), { recursive: true });
  return { entries: readEntries(file, parse), append: (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`) };
};

/** A journal that is kept nowhere. */
export const passingJournal = <Entry>(): Journal<Entry> => ({ entries: [], append: () => undefined });
