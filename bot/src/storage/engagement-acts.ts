import { type OperationId, operationId } from '@coaching-pairs/shared/ids';
import type { EngagementChange } from '../ports/engagements.js';
import { keyOf, partsOf, prefixOf } from '../ports/keys.js';
import type { AuditEntry } from '../ports/rounds.js';
import type { Row, Table, Write } from '../ports/store.js';
import { auditRow } from './rows/round-rows.js';

const kind = 'act';

/** An act stands in the batch of its change and is handed on from here: the book of coordinators lies in another partition (S-20, R-13). */
export const actWrites = ({ act, opId }: EngagementChange): readonly Write[] =>
  act === undefined ? [] : [{ kind: 'insert', key: keyOf(kind, opId), fields: auditRow.fields(act) }];

export const handOnActs = async (
  table: Table,
  partition: string,
  note: (opId: OperationId, act: AuditEntry) => Promise<void>,
): Promise<void> => {
  const rows: Row[] = [];
  for await (const row of table.list(partition, { prefix: prefixOf(kind) })) rows.push(row);
  for (const row of rows) {
    await note(operationId(partsOf(row.key)[1] ?? ''), auditRow.read(row).value);
    await table.remove(row);
  }
};
