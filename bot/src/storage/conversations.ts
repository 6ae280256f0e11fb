import type { ConversationOwner, ConversationReference, Conversations } from '../ports/conversations.js';
import { keyOf } from '../ports/keys.js';
import type { Table } from '../ports/store.js';
import { conversationRow } from './rows/organisation-rows.js';

const partitionOf = ({ tenantId, personId }: ConversationOwner): string => keyOf('person', tenantId, personId);
const key = keyOf('conversation');

const isSame = (one: ConversationReference, other: ConversationReference): boolean =>
  one.conversationId === other.conversationId && one.serviceUrl === other.serviceUrl && one.botId === other.botId;

/** References remembered in this process, so that an unchanged one costs no read on the next activity. */
const mostRemembered = 10_000;

/** One conversation reference per person and tenant, refreshed when it changes. */
export const conversationStore = (table: Table): Conversations => {
  const seen = new Map<string, ConversationReference>();
  const note = (reference: ConversationReference): void => {
    if (seen.size >= mostRemembered) seen.clear();
    seen.set(partitionOf(reference), reference);
  };
  const find = async (owner: ConversationOwner): Promise<ConversationReference | undefined> => {
    const row = await table.read(partitionOf(owner), key);
    return row === null ? undefined : conversationRow.read(row).value;
  };
  return {
    find,
    remember: async (reference) => {
      const known = seen.get(partitionOf(reference)) ?? (await find(reference));
      if (known === undefined || !isSame(known, reference)) {
        await table.commit({
          partition: partitionOf(reference),
          writes: [{ kind: 'upsert', key, fields: conversationRow.fields(reference) }],
        });
      }
      note(reference);
    },
  };
};
