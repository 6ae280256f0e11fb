import type { ConversationOwner, ConversationReference, Conversations } from '../ports/conversations.js';
import { keyOf } from '../ports/keys.js';
import type { Table } from '../ports/store.js';
import { conversationRow } from './rows/organisation-rows.js';

const partitionOf = ({ tenantId, personId }: ConversationOwner): string => keyOf('person', tenantId, personId);
const key = keyOf('conversation');

const isSame = (one: ConversationReference, other: ConversationReference): boolean =>
  one.conversationId === other.conversationId && one.serviceUrl === other.serviceUrl && one.botId === other.botId;

/**
 * One conversation reference per person and tenant, refreshed when it changes. It is compared with what is stored, not with
 * what this process last saw: another may have refreshed it since, and the last to hear from the person is right. That costs a read
 * an activity, for which no click waits.
 */
export const conversationStore = (table: Table): Conversations => {
  const find = async (owner: ConversationOwner): Promise<ConversationReference | undefined> => {
    const row = await table.read(partitionOf(owner), key);
    return row === null ? undefined : conversationRow.read(row).value;
  };
  return {
    find,
    remember: async (reference) => {
      const known = await find(reference);
      if (known !== undefined && isSame(known, reference)) return;
      await table.commit({
        partition: partitionOf(reference),
        writes: [{ kind: 'upsert', key, fields: conversationRow.fields(reference) }],
      });
    },
  };
};
