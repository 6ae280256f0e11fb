import { type Row, storeFault, type Table } from '../ports/store.js';
import { parseWorkRow, type WorkRow, workFields } from './work-row.js';

/** The work in hand. Every change goes through here, one after the other, and learns on the way what others changed: a cancellation, or a new holder. */
export type WorkClaim = {
  readonly work: () => WorkRow;
  readonly save: (patch: Partial<WorkRow>) => Promise<void>;
  /** Throws once the work belongs to somebody else. */
  readonly assertOurs: () => void;
};

const tries = 8;

export const holdClaim = (table: Table, claimed: Row, run: string): WorkClaim => {
  let row = claimed;
  let lost = false;
  let turn: Promise<unknown> = Promise.resolve();

  const assertOurs = (): void => {
    if (lost) throw storeFault('store-refused', `${claimed.key} was taken over`);
  };

  const refresh = async (): Promise<void> => {
    const now = await table.read(row.partition, row.key);
    if (now === null || parseWorkRow(now).claimedBy !== run) lost = true;
    else row = now;
    assertOurs();
  };

  const write = async (patch: Partial<WorkRow>): Promise<void> => {
    assertOurs();
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const swapped = await table.swap(row, workFields({ ...parseWorkRow(row), ...patch }));
      if (swapped !== null) {
        row = swapped;
        return;
      }
      await refresh();
    }
    throw storeFault('store-unavailable', row.key);
  };

  return {
    work: () => parseWorkRow(row),
    assertOurs,
    save: (patch) => {
      const mine = turn.then(() => write(patch));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
};
