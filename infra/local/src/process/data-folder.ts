import { access, constants, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeWhole } from '../whole-file.js';
import { terminal } from '../words/terminal.js';
import { codeOf, Refused } from './refused.js';

/** A file that says: this folder was made by the sandbox. */
const marker = 'sandbox.json';
const markerText = `${JSON.stringify({ madeBy: 'Coaching Pairs sandbox', version: 1 })}\n`;

/**
 * What `--fresh` clears. The people are replaced by their own room; the keys and the origin in `trust` stay: they say nothing
 * about people, and they are the lock of the folder.
 */
const rooms = ['store', 'vault', 'clock', 'graph', 'connector', 'client'];

/** Level by level: `mkdir` with `recursive` never returns on a file system that refuses with ENOENT, such as /proc. */
const makeFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT' && dirname(folder) !== folder) {
      await makeFolder(dirname(folder));
      await mkdir(folder);
    } else if (codeOf(cause) !== 'EEXIST') {
      throw cause;
    }
  }
};

const entriesOf = async (folder: string): Promise<readonly string[]> => {
  try {
    await makeFolder(folder);
    const entries = await readdir(folder);
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return entries;
  } catch (cause) {
    const isFile = codeOf(cause) === 'EEXIST' || codeOf(cause) === 'ENOTDIR';
    throw new Refused(terminal.t(isFile ? 'folder.notAFolder' : 'folder.closed', { folder }), { cause });
  }
};

const isOurs = async (folder: string): Promise<boolean> => {
  try {
    return (await readFile(join(folder, marker), 'utf8')) === markerText;
  } catch {
    return false;
  }
};

/**
 * Makes sure that the folder is the sandbox's own: new, empty, or marked by an earlier start. Any other folder is refused
 * and left as it is, whatever the options say.
 */
export const openDataFolder = async (folder: string): Promise<void> => {
  const entries = await entriesOf(folder);
  if (await isOurs(folder)) {
    return;
  }
  // A kill during the very first start leaves the marker half made.
  if (entries.some((name) => name !== `${marker}~`)) {
    throw new Refused(terminal.t('folder.foreign', { folder }));
  }
  await writeWhole(join(folder, marker), markerText).catch((cause: unknown) => {
    throw new Refused(terminal.t('folder.closed', { folder }), { cause });
  });
};

/** Clears what earlier starts have kept. Only after `openDataFolder`, and while no other sandbox uses the folder. */
export const clearDataFolder = async (folder: string): Promise<void> => {
  for (const room of rooms) {
    await rm(join(folder, room), { recursive: true, force: true, maxRetries: 3 });
  }
};
