import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Clock } from '../../ports/clock.js';
import type { Table } from '../../ports/store.js';
import type { Form } from './form.js';
import { forgetProcess, noteProcess, type Process, runningProcesses } from './processes.js';
import { changeStored, readStored, type StoredForm } from './stored-form.js';

export type JoinRefused =
  /** What is stored, or may be written at any moment, is newer than what this build reads. */
  | { readonly code: 'data-newer'; readonly stored: number; readonly reads: number }
  /** Rows may stand there in a form that this build has forgotten. */
  | { readonly code: 'data-older'; readonly stored: number; readonly needs: number }
  /** Somebody serves who could not read what this build writes. */
  | { readonly code: 'older-running'; readonly reads: number; readonly writes: number };

export type Joined = {
  /** Says again that this process is there. */
  readonly renew: () => Promise<void>;
  readonly leave: () => Promise<void>;
};

type Joining = { readonly table: Table; readonly clock: Clock; readonly instance: string; readonly form: Form };

const refusedBy = ({ reads, writes, needs }: Form, stored: StoredForm, others: readonly Process[]): JoinRefused | null => {
  const written = Math.max(stored.written, ...others.map((other) => other.writes));
  if (written > reads) return { code: 'data-newer', stored: written, reads };
  if (stored.settled < needs) return { code: 'data-older', stored: stored.settled, needs };
  const readByAll = Math.min(reads, ...others.map((other) => other.reads));
  return readByAll < writes ? { code: 'older-running', reads: readByAll, writes } : null;
};

/** What may be stored once this build writes, too; null where that changes nothing. */
const withOwn =
  ({ writes }: Form) =>
  (stored: StoredForm): StoredForm | null => {
    if (writes < stored.written) return { ...stored, settled: Math.min(stored.settled, writes), turn: randomUUID() };
    // A new turn, too: what was settled was so for an older form.
    return writes > stored.written || stored.turn === '' ? { ...stored, written: writes, turn: randomUUID() } : null;
  };

/**
 * Asks whether this build may serve on what is stored, beside whoever serves already; from then on it counts. Each writes itself down
 * before it looks at the others, so that of two that begin at once and do not go together at least one is refused.
 */
export const joinStored = async ({ table, clock, instance, form }: Joining): Promise<Result<Joined, JoinRefused>> => {
  const self: Process = { instance, reads: form.reads, writes: form.writes };
  const renew = (): Promise<void> => noteProcess(table, clock, self);
  const leave = (): Promise<void> => forgetProcess(table, instance);
  const stored = await readStored(table, form.writes);
  await renew();
  const others = (await runningProcesses(table, clock)).filter((one) => one.instance !== instance);
  const refused = refusedBy(form, stored, others);
  if (refused !== null) {
    await leave();
    return err(refused);
  }
  await changeStored(table, form.writes, withOwn(form));
  return ok({ renew, leave });
};
