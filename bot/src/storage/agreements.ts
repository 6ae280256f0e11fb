import type { Agreement } from '@coaching-pairs/shared/agreement/agreement';
import type { PairId, RoundId } from '@coaching-pairs/shared/ids';
import { keyOf, prefixOf } from '../ports/keys.js';
import { roundPartition } from '../ports/outbox.js';
import type { RoundChange, Versioned } from '../ports/rounds.js';
import type { Table, Write } from '../ports/store.js';
import { agreementRow } from './rows/agreement-row.js';

/** Versions are kept in the order of their numbers. */
const keyFor = ({ pairId, version }: Agreement): string => keyOf('agreement', pairId, String(version).padStart(4, '0'));

/** What a change writes of agreements. Their texts are the pair's own and pass through here alone, on their way in and out. */
export const agreementWrites = ({ agreements = [], removedAgreements = [] }: RoundChange): readonly Write[] => [
  ...agreements.map((one) => agreementRow.write(keyFor(one.value), one)),
  ...removedAgreements.map(({ value, etag }): Write => ({ kind: 'delete', key: keyFor(value), etag })),
];

/** Every version that a pair has saved, the oldest first. */
export const readAgreements = async (table: Table, id: RoundId, pair: PairId): Promise<readonly Versioned<Agreement>[]> => {
  const found: Versioned<Agreement>[] = [];
  for await (const row of table.list(roundPartition(id), { prefix: prefixOf('agreement', pair) })) found.push(agreementRow.read(row));
  return found;
};
