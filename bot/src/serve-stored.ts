import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from './ports/clock.js';
import type { HealthLedger } from './ports/health.js';
import { failureFields, type Log } from './ports/log.js';
import type { Table } from './ports/store.js';
import { StartRefused } from './start-refused.js';
import { forgetErasures } from './storage/backup/erasures.js';
import { readRestored } from './storage/backup/restored.js';
import { form } from './storage/migrations/form.js';
import { type JoinRefused, joinStored } from './storage/migrations/join.js';
import { moveStored } from './storage/migrations/move.js';

const sentenceOf = (refused: JoinRefused): string => {
  switch (refused.code) {
    case 'data-newer':
      return `What is stored is of form ${refused.stored}, and this version reads up to form ${refused.reads}: a newer version has written it, or is running. Start that version, or a newer one.`;
    case 'data-older':
      return `Rows of form ${refused.stored} may still be stored, and this version needs form ${refused.needs}. Start the version before it, and wait until its log says stored.settled with "to":${refused.needs}.`;
    case 'older-running':
      return `A process is running that reads up to form ${refused.reads}, and this version writes form ${refused.writes}. Bring it to the version in between first, or stop it and wait a quarter of an hour.`;
  }
};

/** In milliseconds. */
const renewEvery = 120_000;
const lookEvery = 10_000;
const forgetEvery = 24 * 3_600_000;

type Parts = {
  readonly table: Table;
  readonly clock: Clock;
  readonly log: Log;
  readonly instance: string;
  readonly health: Pick<HealthLedger, 'sender'>;
};

/** Until it is told to stop; a look that fails is logged, and the next one follows. */
const again = async (log: Log, stopping: AbortSignal, every: number, what: string, look: () => Promise<void>): Promise<void> => {
  while (!stopping.aborted) {
    await look().catch((error: unknown) => log.warn('stored.failed', { what, ...failureFields(error) }));
    await wait(every, undefined, { signal: stopping, ref: false }).catch(() => undefined);
  }
};

/** Of all processes the one that sends moves what is stored; should two of them do so for a moment, neither is harmed. */
const moving =
  ({ table, clock, log, instance, health }: Parts, stopping: AbortSignal) =>
  async (): Promise<void> => {
    const { instance: sender } = await health.sender();
    if (sender === instance) await moveStored({ table, clock, log, form }, () => !stopping.aborted);
  };

/**
 * Asks whether this build may serve on what is stored, beside whoever serves already (decision 43), says from then on that it is there,
 * and brings older rows to its form; answers how to leave. Refused with `StartRefused`.
 */
export const serveStored = async (parts: Parts): Promise<() => Promise<void>> => {
  if ((await readRestored(parts.table))?.finished === false)
    throw new StartRefused('A restore was cut off. Run it again with --over, and start this then.');
  const joined = await joinStored({ ...parts, form });
  if (!joined.ok) throw new StartRefused(sentenceOf(joined.error));
  const { log } = parts;
  const { renew, leave } = joined.value;
  const stop = new AbortController();
  const ended = Promise.all([
    again(log, stop.signal, renewEvery, 'renew', renew),
    again(log, stop.signal, lookEvery, 'move', moving(parts, stop.signal)),
    again(log, stop.signal, forgetEvery, 'forget', () => forgetErasures(parts.table, parts.clock.now())),
  ]);
  return async () => {
    stop.abort();
    await ended;
    await leave().catch((error: unknown) => log.warn('stored.failed', { what: 'leave', ...failureFields(error) }));
  };
};
