/** Adaptive Card JSON. */
export type CardJson = { readonly [property: string]: unknown };

export type ChatMessage = {
  readonly activityId: string;
  /** `bot`, or the id of the person whose chat it is. */
  readonly from: string;
  readonly text: string | null;
  /** The card as the bot last sent or updated it. */
  readonly card: CardJson | null;
  /** What the person was given in its place by a refresh or a click; null until then. */
  readonly shown: CardJson | null;
  /** The notification's words. */
  readonly summary: string | null;
  /** When it was sent, UTC, on the sandbox's clock. */
  readonly at: string;
  readonly edited: boolean;
};

export type Chat = {
  /** Oldest first. */
  readonly messages: ReadonlyMap<string, ChatMessage>;
  readonly readUpTo: number;
  /** Whether the person has the app. */
  readonly installed: boolean;
  /** Whether the bot has been told of the installation. */
  readonly introduced: boolean;
};

type OnMessage = { readonly personId: string; readonly activityId: string };
type Said = OnMessage & { readonly text: string | null; readonly card: CardJson | null; readonly summary: string | null };

/** What happened in a chat, as it is kept. */
export type ChatRecord =
  | (Said & { readonly kind: 'posted'; readonly from: string; readonly at: string })
  | (Said & { readonly kind: 'updated' })
  | (OnMessage & { readonly kind: 'shown'; readonly card: CardJson })
  | (OnMessage & { readonly kind: 'deleted' })
  | (OnMessage & { readonly kind: 'read' })
  | { readonly kind: 'installed'; readonly personId: string }
  | { readonly kind: 'introduced'; readonly personId: string }
  | { readonly kind: 'removed'; readonly personId: string };

export const emptyChat: Chat = { messages: new Map(), readUpTo: 0, installed: true, introduced: false };

const changed = (chat: Chat, activityId: string, change: (message: ChatMessage) => ChatMessage): Chat => {
  const message = chat.messages.get(activityId);
  return message === undefined ? chat : { ...chat, messages: new Map(chat.messages).set(activityId, change(message)) };
};

/** The chat after one more thing happened in it. Records about messages that are gone change nothing. */
export const happened = (chat: Chat, record: ChatRecord): Chat => {
  switch (record.kind) {
    case 'posted': {
      const { kind: _kind, personId: _personId, ...said } = record;
      return { ...chat, messages: new Map(chat.messages).set(said.activityId, { ...said, shown: null, edited: false }) };
    }
    case 'updated': {
      const { text, card, summary } = record;
      return changed(chat, record.activityId, (message) => ({ ...message, text, card, summary, shown: null, edited: true }));
    }
    case 'shown':
      return changed(chat, record.activityId, (message) => ({ ...message, shown: record.card }));
    case 'deleted':
      return { ...chat, messages: new Map([...chat.messages].filter(([id]) => id !== record.activityId)) };
    case 'read':
      return { ...chat, readUpTo: Math.max(chat.readUpTo, Number(record.activityId)) };
    case 'installed':
      return { ...chat, installed: true };
    case 'introduced':
      return { ...chat, installed: true, introduced: true };
    case 'removed':
      return { ...chat, installed: false, introduced: false };
  }
};

/** How many of the bot's messages the person has not yet seen. */
export const unreadIn = (chat: Chat): number =>
  [...chat.messages.values()].filter((message) => message.from === 'bot' && Number(message.activityId) > chat.readUpTo).length;

/** The card as its reader sees it now. */
export const visibleCard = (message: ChatMessage): CardJson | null => message.shown ?? message.card;
