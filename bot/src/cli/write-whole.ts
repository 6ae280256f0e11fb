import { accessSync, constants, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { failureCode, type Place } from './read-rows.js';

/** Why a file cannot be written, as a sentence, before any work is done for it; null when it seems that it can. */
export const writeFault = ({ words, folder }: Place, file: string): string | null => {
  const target = resolve(folder, file);
  try {
    accessSync(dirname(target), constants.W_OK);
    const isFolder = statSync(target, { throwIfNoEntry: false })?.isDirectory() === true;
    return isFolder ? words.t('dryRun.file.folder', { file }) : null;
  } catch (cause) {
    return words.t('dryRun.file.unwritable', { file, reason: failureCode(cause) });
  }
};

/** Writes a file whole or not at all; answers the sentence that says why not. */
export const writeWhole = ({ words, folder }: Place, file: string, text: string): string | null => {
  const target = resolve(folder, file);
  const draft = `${target}.${process.pid}.part`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, target);
    return null;
  } catch (cause) {
    rmSync(draft, { force: true });
    return words.t('dryRun.file.unwritable', { file, reason: failureCode(cause) });
  }
};
