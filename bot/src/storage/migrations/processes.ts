import { type Instant, instant } from '@coaching-pairs/shared/ids';
import type { Clock } from '../../ports/clock.js';
import { keyOf, partsOf, prefixOf } from '../../ports/keys.js';
import type { Row, Table } from '../../ports/store.js';
import type { Form } from './form.js';
import { storedPartition } from './stored-form.js';

/** A process that serves, and in which forms it reads and writes. */
export type Process = Pick<Form, 'reads' | 'writes'> & { readonly instance: string };

const kind = 'process';
const keyFor = (instance: string): string => keyOf(kind, instance);

/** In milliseconds: who has not been heard of for so long is gone, though clocks may be five minutes apart; and is then forgotten. */
const goneAfter = 15 * 60_000;
const forgottenAfter = 24 * 3_600_000;

const silentFor = ({ fields }: Row, now: Instant): number => Math.abs(Date.parse(now) - Date.parse(String(fields['at'] ?? '')));

const processIn = ({ key, fields }: Row): Process => ({
  instance: partsOf(key)[1] ?? '',
  reads: Number(fields['reads'] ?? 1),
  writes: Number(fields['writes'] ?? 1),
});

/** Writes down that it is there; again every few minutes. */
export const noteProcess = async (table: Table, clock: Clock, { instance, reads, writes }: Process): Promise<void> => {
  const fields = { version: 1, reads, writes, at: clock.now() };
  await table.commit({ partition: storedPartition, writes: [{ kind: 'upsert', key: keyFor(instance), fields }] });
};

export const forgetProcess = async (table: Table, instance: string): Promise<void> => {
  for (let row = await table.read(storedPartition, keyFor(instance)); row !== null; ) {
    row = (await table.remove(row)) ? null : await table.read(storedPartition, keyFor(instance));
  }
};

/** Who serves at this moment, as far as it was written down. */
export const runningProcesses = async (table: Table, clock: Clock): Promise<readonly Process[]> => {
  const now = instant(clock.now());
  const found: Process[] = [];
  for await (const row of table.list(storedPartition, { prefix: prefixOf(kind) })) {
    if (silentFor(row, now) < goneAfter) found.push(processIn(row));
    else if (silentFor(row, now) > forgottenAfter) await table.remove(row);
  }
  return found;
};
