import type { PersonId } from '@coaching-pairs/shared/ids';

/** Whom a conversation belongs to; the key under which a reference is stored. */
export type ConversationOwner = { readonly tenantId: string; readonly personId: PersonId };

/** All that is needed to write to one person later, as plain data that can be stored. */
export type ConversationReference = ConversationOwner & {
  readonly conversationId: string;
  /** The connector's base URL for this person, refreshed whenever they write; always checked against the allow-list before use (S-05). */
  readonly serviceUrl: string;
  /** The bot's own account in this conversation, e.g. `28:<bot app id>`. */
  readonly botId: string;
};

/** Keeps one reference per person and tenant. */
export type Conversations = {
  find(owner: ConversationOwner): Promise<ConversationReference | undefined>;
  /** Stores or refreshes; writes nothing when nothing has changed, since it runs on every inbound activity. */
  remember(reference: ConversationReference): Promise<void>;
};
