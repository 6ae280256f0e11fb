import { keyOf } from '../ports/keys.js';
import { roundPartition } from '../ports/outbox.js';
import type { RoundChange, RoundStore } from '../ports/rounds.js';
import type { Table, Write } from '../ports/store.js';
import { rhythmRow } from './rows/rhythm-row.js';

const key = keyOf('rhythm');

/** What the next figure of a round's rhythm needs of the last, in the batch of a change. */
export const rhythmWrites = ({ rhythm, removedRhythm }: RoundChange): readonly Write[] => [
  ...(rhythm === undefined ? [] : [rhythmRow.write(key, rhythm)]),
  ...(removedRhythm === undefined ? [] : [{ kind: 'delete', key, etag: removedRhythm.etag } satisfies Write]),
];

/** One row while a round has figures to come. */
export const rhythmReads = (table: Table): Pick<RoundStore, 'rhythm'> => ({
  rhythm: async (id) => {
    const row = await table.read(roundPartition(id), key);
    return row === null ? null : rhythmRow.read(row);
  },
});
