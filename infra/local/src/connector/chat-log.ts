import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ChatRecord } from './chat.js';

export type ChatLog = {
  /** Everything kept so far, oldest first. */
  readonly records: readonly ChatRecord[];
  /** Returns once the operating system has the record: it survives the end of this process, however sudden. */
  readonly append: (record: ChatRecord) => void;
  readonly close: () => void;
};

const kept = (path: string): readonly ChatRecord[] => {
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  // A kill in the middle of a write leaves a last line without its end; nobody was told that it happened.
  const whole = bytes.lastIndexOf(0x0a) + 1;
  if (whole < bytes.length) truncateSync(path, whole);
  const lines = bytes.subarray(0, whole).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): ChatRecord => JSON.parse(line));
};

/** One line of JSON for each thing that happened; only ever added to. */
export const openChatLog = (path: string): ChatLog => {
  mkdirSync(dirname(path), { recursive: true });
  const records = kept(path);
  const file = openSync(path, 'a');
  return {
    records,
    append: (record) => {
      writeSync(file, `${JSON.stringify(record)}\n`);
    },
    close: () => closeSync(file),
  };
};
