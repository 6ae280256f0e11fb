import { readFile } from 'node:fs/promises';
import type { SandboxClock } from '../parts.js';
import { writeWhole } from '../whole-file.js';
import { terminal } from '../words/terminal.js';
import { laterBy } from './duration.js';
import { machineNow } from './shift-date.js';

/** Ten years: further on, certificates of the sandbox would be out of date. */
const furthestMs = 10 * 365 * 24 * 3_600_000;

export type OffsetClock = SandboxClock & {
  /** Milliseconds by which the tenant is ahead of the machine. */
  readonly offsetMs: () => number;
};

/** `advance` was asked for something that is not a time to come; the message is the sentence for the person. */
export class DurationRefused extends Error {
  override readonly name = 'DurationRefused';
}

const readOffset = async (file: string): Promise<number> => {
  try {
    const stored = Number((await readFile(file, 'utf8')).trim());
    return Number.isSafeInteger(stored) && stored >= 0 ? stored : 0;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
      return 0;
    }
    throw cause;
  }
};

/**
 * A clock that is ahead of the machine by an offset kept in `file`. Moves come one after the other: each is written down,
 * then everybody who follows has heard of it before `advance` resolves.
 */
export const openClock = async (file: string): Promise<OffsetClock> => {
  let offset = await readOffset(file);
  const followers = new Set<(offsetMs: number) => void | Promise<void>>();
  const now = (): Date => new Date(machineNow() + offset);

  const move = async (isoDuration: string): Promise<Date> => {
    const before = now();
    const later = laterBy(before, isoDuration);
    if (later === undefined) {
      throw new DurationRefused(terminal.t('api.duration'));
    }
    const moved = offset + later.getTime() - before.getTime();
    if (moved > furthestMs) {
      throw new DurationRefused(terminal.t('api.furthest'));
    }
    await writeWhole(file, `${moved}\n`);
    offset = moved;
    for (const follow of followers) {
      await follow(offset);
    }
    return now();
  };

  let last: Promise<unknown> = Promise.resolve();
  const advance = (isoDuration: string): Promise<Date> => {
    const mine = last.then(() => move(isoDuration));
    last = mine.catch(() => undefined);
    return mine;
  };
  const onMove: SandboxClock['onMove'] = (follow) => {
    followers.add(follow);
    return () => void followers.delete(follow);
  };
  return { now, advance, onMove, offsetMs: () => offset };
};
