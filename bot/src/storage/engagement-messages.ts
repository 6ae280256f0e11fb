import type { EngagementId, PersonId } from '@coaching-pairs/shared/ids';
import { type DueMessage, engagementPartition, finishedPrefixes, parseOutboxRow } from '../ports/outbox.js';
import type { Table } from '../ports/store.js';

/** What somebody was sent of an engagement, or could not be sent; a row that cannot be read is told of by delivery, not here. */
export const messagesTo = async (table: Table, id: EngagementId, person: PersonId): Promise<readonly DueMessage[]> => {
  const found: DueMessage[] = [];
  for (const prefix of finishedPrefixes)
    for await (const row of table.list(engagementPartition(id), { prefix })) {
      const parsed = parseOutboxRow(row);
      if (parsed.ok && parsed.value.to === person) found.push(parsed.value);
    }
  return found;
};
